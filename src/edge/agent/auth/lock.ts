import { countedTry, type Tried } from '../../limits/tries.ts';
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

/**
 * Lets a try with a secret of an account happen; a wrong one is written into the audit.
 * @param attempt resolves to null if the secret was wrong.
 * @throws HttpProblem account_locked, with Retry-After.
 */
export async function guarded<T>(
  desk: Desk,
  email: string,
  attempt: () => Promise<Tried<T>>,
): Promise<T | null> {
  const subject = await lockSubject(desk, email);
  const tried = await countedTry(desk.deps, { subject, rule: LOCK, locked: 'account_locked' }, attempt);
  if ('right' in tried) return tried.right;
  const known = await desk.deps.store.agents.byEmail(email);
  const detail = known ? { account: known.id } : {};
  await desk.record(null, tried.locks ? 'account.locked' : 'account.sign_in_failed', ANYONE, detail);
  return null;
}
