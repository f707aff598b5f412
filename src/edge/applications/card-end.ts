import { CARD_END_HEADER } from '#src/contract/index.ts';
import { deskOf } from '../agent/desk.ts';
import { plainNumber } from '../agent/queue/index-application.ts';
import type { EdgeDeps } from '../deps.ts';
import { countedTry } from '../limits/tries.ts';
import { HttpProblem } from '../problem.ts';
import type { ApplicationRow } from '../stores/applications.ts';
import type { LockRule } from '../stores/entrances.ts';
import { openRecord } from './receipt.ts';

/** What people know by heart of their number, or read off in a moment; one of 10,000. */
const LENGTH = 4;
const HOUR_MS = 3600_000;
/** Within RETENTION_DAYS (90) that is some 100 tries: a hundredth of what there is to guess, behind a secret link. */
const RULE: LockRule = {
  failures: 5,
  firstMs: HOUR_MS,
  longestMs: 24 * HOUR_MS,
  forgetMs: 30 * 24 * HOUR_MS,
};

/**
 * Lets on whoever knows the end of the card's number: as it was sent, or as it was read where that was changed, for
 * the number may be what has to be corrected. Tries are counted for each application before they are looked at;
 * hashes are compared, so that the time it takes says nothing.
 * @throws HttpProblem forbidden (none given), code_wrong, rate_limited with Retry-After.
 */
export async function requireCardEnd(deps: EdgeDeps, request: Request, row: ApplicationRow): Promise<void> {
  const { vault } = deskOf(deps);
  const given = plainNumber(request.headers.get(CARD_END_HEADER) ?? '');
  if (given === '') throw new HttpProblem('forbidden', { detail: `${CARD_END_HEADER} is needed` });
  const subject = await vault.mac('failures', `application:${row.id}`);
  const tried = await countedTry(deps, { subject, rule: RULE, locked: 'rate_limited' }, async () => {
    const { number } = (await openRecord(deps.keys, row)).fields;
    const ends = [number?.value, number?.ocr?.value]
      .map((value) => plainNumber(value ?? ''))
      .filter((value) => value.length >= LENGTH)
      .map((value) => value.slice(-LENGTH));
    const sign = await vault.macOf('card-end');
    const [mine, ...right] = await Promise.all([given, ...ends].map(sign));
    return right.some((each) => each === mine) ? { right: true } : null;
  });
  if (!('right' in tried)) throw new HttpProblem('code_wrong');
}
