import type { ProblemCode } from '#src/contract/index.ts';
import type { EdgeDeps } from '../deps.ts';
import { HttpProblem } from '../problem.ts';
import type { LockRule } from '../stores/entrances.ts';

interface Tries {
  /** Whose tries these are. */
  readonly subject: string;
  readonly rule: LockRule;
  /** What is answered while no more are let through; with Retry-After. */
  readonly locked: Extract<ProblemCode, 'account_locked' | 'rate_limited'>;
}

/** `step`: the secret was right, and another one is asked for next. Null: it was wrong. */
export type Tried<T> = { readonly right: T; readonly step?: boolean } | null;

/**
 * Lets a try with a secret happen. It is counted as a failure before it is looked at, and taken back if it was right or
 * could not be looked at: however many come at once, no more are looked at than one after the other. All failures are
 * forgotten only when the last secret was right: who knows the password alone does not get more tries at the code by
 * it.
 * @returns what was right; of a wrong one, whether it was the one that locks.
 * @throws HttpProblem `locked`.
 */
export async function countedTry<T>(
  { store, clock }: Pick<EdgeDeps, 'store' | 'clock'>,
  { subject, rule, locked }: Tries,
  attempt: () => Promise<Tried<T>>,
): Promise<{ readonly right: T } | { readonly locks: boolean }> {
  const { entrances } = store;
  const now = clock.now();
  const until = await entrances.reserve(subject, now, rule);
  if (until === null) {
    const end = (await entrances.lockedUntil([subject])).get(subject) ?? now;
    throw new HttpProblem(locked, { retryAfter: Math.max(1, (end - now) / 1000) });
  }
  const tried = await attempt().catch(async (error: unknown) => {
    await entrances.giveBack(subject, until);
    throw error;
  });
  if (tried === null) return { locks: until > 0 };
  await (tried.step ? entrances.giveBack(subject, until) : entrances.forgive(subject));
  return { right: tried.right };
}
