import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { SessionReply } from '#src/contract/index.ts';
import { keepTrying } from '#src/lib/keep-trying.ts';
import { proofShare } from '#src/lib/proof/share.ts';
import { session } from './session.ts';

export interface SessionState {
  readonly info: SessionReply | null;
  /** The BFF was asked at least twice in vain; it is asked on. */
  readonly down: boolean;
  readonly retry: () => void;
  /** How far the work is that this deployment asks for first, 0 to 1; null while there is none. */
  readonly proving: number | null;
}

/** What this deployment offers. The session is opened with the first screen, to be there when it is needed. */
export function useSession(): SessionState {
  const [info, setInfo] = useState(session.current);
  const [down, setDown] = useState(false);
  const [round, setRound] = useState(0);
  const proving = useSyncExternalStore(proofShare.subscribe, proofShare.get);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is the same question once more
  useEffect(() => {
    if (info) return;
    const stop = new AbortController();
    let failures = 0;
    keepTrying(() => session.get(), {
      signal: stop.signal,
      passes: () => true,
      onWait: () => {
        failures += 1;
        if (failures > 1) setDown(true);
      },
    }).then(setInfo, () => undefined);
    return () => stop.abort();
  }, [info, round]);

  return { info, down, proving, retry: useCallback(() => setRound((count) => count + 1), []) };
}
