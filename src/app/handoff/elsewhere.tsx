import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Watching } from '#src/features/handoff/index.ts';
import { useSurroundings } from '#src/lib/surroundings.tsx';
import { Spinner } from '#src/ui/progress.tsx';
import { session } from '../flow/session.ts';
import { awaitTurn } from './turn.ts';

export interface ElsewhereProps {
  /** The other device has the turn no more: it is this one's, or all is sent. */
  readonly onTurn: (signal: AbortSignal) => void;
}

/** In place of a screen whose draft was refused: the other device of a hand-off has the turn, or has sent it all. */
export function Elsewhere({ onTurn }: ElsewhereProps): ReactNode {
  const side = useSurroundings().mayHandOff ? 'desktop' : 'phone';
  const [awaited, setAwaited] = useState<string | null>(null);
  const told = useRef(onTurn);
  told.current = onTurn;
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const tell = () => signal.aborted || told.current(signal);
    // Where nothing more can be learnt, the next step says what is wrong.
    awaitTurn(session, side, setAwaited, signal).then(tell, tell);
    return () => stop.abort();
  }, [side]);
  return awaited ? (
    <Watching session={session} id={awaited} side={side} />
  ) : (
    <Spinner className="mx-auto mt-16 size-8 text-accent" />
  );
}
