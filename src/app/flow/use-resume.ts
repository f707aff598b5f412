import { startTransition, useEffect, useState } from 'react';
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
      .catch(() => null)
      .then((event) => {
        if (stop.signal.aborted) return;
        // At once: in between, the first screen would be shown and take over the entry in the history.
        startTransition(() => {
          if (event) send(event);
          setSettled(true);
        });
      });
    return () => stop.abort();
  }, [settled, send, begunElsewhere]);
  return settled;
}
