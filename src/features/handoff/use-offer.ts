import { useEffect, useState } from 'react';
import type { HandoffOffer, HandoffState } from '#src/contract/partner/handoff.ts';
import { getHandoff, offerHandoff, streamHandoff } from '#src/lib/api/handoffs.ts';
import type { SessionKeeper } from '#src/lib/session.ts';
import { followHandoff, pause } from './follow.ts';

export interface Offer {
  readonly offer: HandoffOffer | null;
  readonly state: HandoffState | null;
  /** The link could not be had. */
  readonly failed: boolean;
  /** Makes another link. */
  readonly again: () => void;
}

/** Asks for a link and follows what the phone does with it. */
export function useOffer(session: SessionKeeper): Offer {
  const [offer, setOffer] = useState<HandoffOffer | null>(null);
  const [state, setState] = useState<HandoffState | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the same work once more
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    setOffer(null);
    setState(null);
    setFailed(false);
    session
      .call(offerHandoff)
      .then(async (made) => {
        if (signal.aborted) return;
        setOffer(made);
        await followSession(session, made.id, setState, signal);
      })
      .catch(() => !signal.aborted && setFailed(true));
    return () => stop.abort();
  }, [session, attempt]);

  return { offer, state, failed, again: () => setAttempt((count) => count + 1) };
}

/** Follows a hand-off with the session's own tokens. */
export const followSession = (
  session: SessionKeeper,
  id: string,
  tell: (state: HandoffState) => void,
  signal: AbortSignal,
): Promise<void> =>
  followHandoff(
    {
      stream: (take, until) => session.call((token) => streamHandoff(token, id, take, until)),
      ask: (until) => session.call((token) => getHandoff(token, id, until)),
      pause,
    },
    tell,
    signal,
  );
