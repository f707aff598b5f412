import type { HandoffState } from '#src/contract/partner/handoff.ts';

/** Between two questions where there is no stream, ms: a person notices two seconds, a server does not. */
const POLL_MS = 2000;

export interface FollowDeps {
  /** Gives each state until the stream ends; rejects where there is none. */
  readonly stream: (take: (state: HandoffState) => void, signal: AbortSignal) => Promise<void>;
  readonly ask: (signal: AbortSignal) => Promise<HandoffState>;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

const isOver = ({ state }: HandoffState): boolean => state === 'done' || state === 'ended';

const same = (one: HandoffState | null, other: HandoffState): boolean =>
  one !== null && JSON.stringify(one) === JSON.stringify(other);

/**
 * Follows a hand-off until it is over: by a stream, and by asking again and again where a proxy swallows streams or
 * the line breaks. Each state is told once.
 */
export async function followHandoff(
  { stream, ask, pause }: FollowDeps,
  tell: (state: HandoffState) => void,
  signal: AbortSignal,
): Promise<void> {
  let last: HandoffState | null = null;
  const take = (state: HandoffState): void => {
    if (signal.aborted || same(last, state)) return;
    last = state;
    tell(state);
  };
  const over = (): boolean => signal.aborted || (last !== null && isOver(last));
  while (!over()) {
    await stream(take, signal).catch(() => undefined);
    if (over()) return;
    // A stream that ends may have ended for good.
    await ask(signal).then(take, () => undefined);
    if (!over()) await pause(POLL_MS, signal);
  }
}

/** Waits, or less where the signal ends it. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
