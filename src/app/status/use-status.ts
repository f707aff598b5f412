import { useCallback, useEffect, useState } from 'react';
import type { ApplicationStatus } from '#src/contract/index.ts';
import { ApiError, isPassing } from '#src/lib/api/client.ts';
import { getStatus } from '#src/lib/api/status.ts';
import { keepTrying } from '#src/lib/keep-trying.ts';

/** Tries before the page says that the office does not answer. */
const TRIES = 3;

export interface StatusState {
  /** As last heard; it stays while it is asked for again. */
  readonly status: ApplicationStatus | null;
  /** Nobody is told whether there is such an application, or there was one. */
  readonly failure: 'unknown' | 'unreachable' | null;
  readonly asking: boolean;
  readonly again: () => void;
}

/** Follows an application: at once, when the page is looked at again, and when one asks. */
export function useStatus(id: string, secret: string): StatusState {
  const [status, setStatus] = useState<ApplicationStatus | null>(null);
  const [failure, setFailure] = useState<StatusState['failure']>(null);
  const [asking, setAsking] = useState(true);
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is the same question once more
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    setAsking(true);
    keepTrying(() => getStatus(id, secret, signal), {
      signal,
      passes: (error, failures) => failures < TRIES && isPassing(error),
    })
      .then(
        (reply) => {
          setStatus(reply);
          setFailure(null);
        },
        (error: unknown) => {
          if (signal.aborted) return;
          const code = error instanceof ApiError ? error.code : 'internal';
          const unknown = code === 'not_found' || code === 'unauthorized';
          if (unknown) setStatus(null);
          setFailure(unknown ? 'unknown' : 'unreachable');
        },
      )
      .finally(() => !signal.aborted && setAsking(false));
    return () => stop.abort();
  }, [id, secret, round]);

  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') again();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [again]);

  return { status, failure, asking, again };
}
