import type { CallResult } from './call.ts';
import type { Upstream } from './upstream.ts';

/**
 * Eight faults in ten calls open it: an upstream that is down is left alone after three or four readings, one
 * that fails every third time is used on, since another try helps there.
 */
const WINDOW = { threshold: 0.79, size: 20, minimumNumberOfCalls: 10 };
/** While it is open nobody waits for an upstream that is down; then one call tries it, ms. */
const HALF_OPEN_AFTER_MS = 10_000;

export type BreakerState = 'closed' | 'open';

/** Runs a call unless the upstream has failed too often of late: then null, at once. */
export type Breaker = <T extends CallResult>(call: () => Promise<T>) => Promise<T | null>;

const isFault = (result: CallResult): boolean =>
  result.kind === 'failed' || result.answer.kind === 'inner_error' || result.answer.kind === 'malformed';

/**
 * A circuit breaker for a hosted upstream. The embedded engine has none: it sheds load by its own queue, and
 * refusing it all readings for a while would turn a rush into an outage.
 */
export function createBreaker(upstream: Upstream, onState: (state: BreakerState) => void): Breaker {
  if (upstream.kind === 'embedded') return (call) => call();
  const make = async () => {
    // Loaded at the first call: workerd allows no timers and no randomness while a worker starts.
    const { BrokenCircuitError, CountBreaker, circuitBreaker, handleWhenResult } = await import('cockatiel');
    const policy = circuitBreaker(
      handleWhenResult((result) => isFault(result as CallResult)),
      { halfOpenAfter: HALF_OPEN_AFTER_MS, breaker: new CountBreaker(WINDOW) },
    );
    policy.onBreak(() => onState('open'));
    policy.onReset(() => onState('closed'));
    return { policy, BrokenCircuitError };
  };
  let made: ReturnType<typeof make> | undefined;
  return async (call) => {
    made ??= make();
    const { policy, BrokenCircuitError } = await made;
    try {
      return await policy.execute(call);
    } catch (error) {
      if (error instanceof BrokenCircuitError) return null;
      throw error;
    }
  };
}
