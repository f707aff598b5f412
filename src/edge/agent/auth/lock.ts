import { HttpProblem } from '../../problem.ts';
import type { LockRule } from '../../stores/entrances.ts';
import { ANYONE, type Desk } from '../desk.ts';

const MINUTE_MS = 60_000;

/**
 * Five wrong passwords or codes in a row, then a minute, doubling up to an hour: a guesser gets some 30 tries a
 * day, a person who mistypes waits a minute (NIST SP 800-63B, 5.2.2 allows 100 at most).
 */
const LOCK: LockRule = {
  failures: 5,
  firstMs: MINUTE_MS,
  longestMs: 60 * MINUTE_MS,
  forgetMs: 24 * 60 * MINUTE_MS,
};

/** Whose failures these are. An e-mail without an account is counted alike, so that locks betray nothing. */
export const lockSubject = ({ vault }: Desk, email: string): Promise<string> =>
  vault.mac('failures', email.trim().toLowerCase());

/** `step`: the secret was right, and another one is asked for next. */
type Tried<T> = { readonly right: T; readonly step?: boolean } | null;

/**
 * Lets a try with a secret happen. It is counted as a failure before it is looked at, and taken back if it was right:
 * however many come at once, no more are looked at than one after the other. All failures are forgotten only when the
 * last secret was right: who knows the password alone does not get more tries at the code by it.
 * @param attempt resolves to null if the secret was wrong.
 * @throws HttpProblem account_locked, with Retry-After.
 */
export async function guarded<T>(
  desk: Desk,
  email: string,
  attempt: () => Promise<Tried<T>>,
): Promise<T | null> {
  const { store, clock } = desk.deps;
  const { entrances } = store;
  const subject = await lockSubject(desk, email);
  const now = clock.now();
  const locked = await entrances.reserve(subject, now, LOCK);
  if (locked === null) {
    const until = (await entrances.lockedUntil([subject])).get(subject) ?? now;
    throw new HttpProblem('account_locked', { retryAfter: Math.max(1, (until - now) / 1000) });
  }
  const tried = await attempt().catch(async (error: unknown) => {
    await entrances.giveBack(subject, locked);
    throw error;
  });
  if (tried !== null) {
    await (tried.step ? entrances.giveBack(subject, locked) : entrances.forgive(subject));
    return tried.right;
  }
  const known = await store.agents.byEmail(email);
  const detail = known ? { account: known.id } : {};
  await desk.record(null, locked > 0 ? 'account.locked' : 'account.sign_in_failed', ANYONE, detail);
  return null;
}
