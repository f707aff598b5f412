import { useEffect, useState } from 'react';
import { RECEIPT_KEY, SESSION_KEY, tabCache } from '#src/lib/storage.ts';
import { useSurroundings } from '#src/lib/surroundings.tsx';
import type { FlowEvent } from './machine.ts';

/**
 * Takes up what was before a reload, once: the receipt, or else the draft. True when that is settled, at once
 * where there was nothing.
 */
export function useResume(send: (event: FlowEvent) => void): boolean {
  const { begunElsewhere } = useSurroundings();
  const [settled, setSettled] = useState(
    () => !begunElsewhere && tabCache.get(SESSION_KEY) === null && tabCache.get(RECEIPT_KEY) === null,
  );
  useEffect(() => {
    if (settled) return;
    const stop = new AbortController();
    import('./rest.tsx')
      .then(({ loadBefore }) => loadBefore(stop.signal, begunElsewhere))
      .then((event) => {
        if (event && !stop.signal.aborted) send(event);
      })
      .catch(() => undefined)
      .finally(() => {
        if (!stop.signal.aborted) setSettled(true);
      });
    return () => stop.abort();
  }, [settled, send, begunElsewhere]);
  return settled;
}
