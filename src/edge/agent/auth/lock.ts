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

/**
 * Lets a try with a secret happen, and counts it if it fails.
 * @param attempt resolves to null if the secret was wrong.
 * @throws HttpProblem account_locked, with Retry-After.
 */
export async function guarded<T>(
  desk: Desk,
  email: string,
  attempt: () => Promise<T | null>,
): Promise<T | null> {
  const { store, clock } = desk.deps;
  const subject = await lockSubject(desk, email);
  const until = (await store.entrances.lockedUntil([subject])).get(subject) ?? 0;
  const now = clock.now();
  if (until > now) throw new HttpProblem('account_locked', { retryAfter: (until - now) / 1000 });
  const result = await attempt();
  if (result !== null) {
    await store.entrances.forgive(subject);
    return result;
  }
  const locked = await store.entrances.failed(subject, clock.now(), LOCK);
  const known = await store.agents.byEmail(email);
  const detail = known ? { account: known.id } : {};
  await desk.record(null, locked > 0 ? 'account.locked' : 'account.sign_in_failed', ANYONE, detail);
  return null;
}
