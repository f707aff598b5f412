/** Longest pause between two tries, ms: whoever waits with the page open should not wait long. */
const MAX_PAUSE_MS = 8000;

/** The pause after so many failures, ms: 1, 2, 4, 8, 8, … seconds. */
export const pauseAfter = (failures: number): number => Math.min(1000 * 2 ** (failures - 1), MAX_PAUSE_MS);

export interface Trying {
  readonly signal: AbortSignal;
  /** Whether this failure may pass; `failures` counts it. */
  readonly passes: (error: unknown, failures: number) => boolean;
  /** A failure that may pass: from now on the person is waiting. */
  readonly onWait?: () => void;
}

/** Resolves after `ms`, or at once when the line comes back. Rejects with the signal's reason. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      signal.removeEventListener('abort', stop);
    };
    const go = (): void => {
      end();
      resolve();
    };
    const stop = (): void => {
      end();
      reject(signal.reason);
    };
    const timer = setTimeout(go, ms);
    window.addEventListener('online', go);
    signal.addEventListener('abort', stop);
  });
}

/**
 * Does `work` again and again until it succeeds or fails for good. Being offline is found out by trying: browsers
 * are wrong about it both ways.
 * @throws what `work` threw last; the signal's reason when it was aborted.
 */
export async function keepTrying<T>(work: () => Promise<T>, { signal, passes, onWait }: Trying): Promise<T> {
  for (let failures = 1; ; failures++) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!passes(error, failures)) throw error;
      onWait?.();
      await pause(pauseAfter(failures), signal);
    }
  }
}
