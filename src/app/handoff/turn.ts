import type { HandoffState } from '#src/contract/partner/handoff.ts';
import { followSession } from '#src/features/handoff/index.ts';
import { isPassing } from '#src/lib/api/client.ts';
import { joinedHandoff } from '#src/lib/api/handoffs.ts';
import { keepTrying } from '#src/lib/keep-trying.ts';
import type { SessionKeeper } from '#src/lib/session.ts';

type Side = HandoffState['holder'];

/**
 * Waits while the other device of a hand-off has the turn and has not sent it yet.
 * @param onWait called with the hand-off that is waited for.
 * @throws ApiError where nothing more can be learnt; the signal's reason when it was aborted.
 */
export async function awaitTurn(
  session: SessionKeeper,
  side: Side,
  onWait: (id: string) => void,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const ask = () => session.call((token) => joinedHandoff(token, signal));
    const turn = await keepTrying(ask, { signal, passes: isPassing });
    if (turn?.state !== 'joined' || turn.holder === side) return;
    onWait(turn.id);
    await moved(session, side, turn.id, signal);
  }
}

/** Resolves when the other device has the turn no more. */
async function moved(session: SessionKeeper, side: Side, id: string, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  signal.addEventListener('abort', end);
  const look = ({ state, holder }: HandoffState): void => {
    if (state !== 'joined' || holder === side) end();
  };
  await followSession(session, id, look, stop.signal);
  signal.removeEventListener('abort', end);
}
