import { useEffect, useState } from 'react';
import { SESSION_KEY, tabCache } from '#src/lib/storage.ts';
import type { FlowEvent } from './machine.ts';

/** Takes up the draft of before a reload, once; true when that is settled, at once where there was nothing. */
export function useResume(send: (event: FlowEvent) => void): boolean {
  const [settled, setSettled] = useState(() => tabCache.get(SESSION_KEY) === null);
  useEffect(() => {
    if (settled) return;
    const stop = new AbortController();
    import('./rest.tsx')
      .then(({ loadDraft }) => loadDraft(stop.signal))
      .then((reply) => {
        if (reply && !stop.signal.aborted) send({ type: 'resumed', reply });
      })
      .catch(() => undefined)
      .finally(() => {
        if (!stop.signal.aborted) setSettled(true);
      });
    return () => stop.abort();
  }, [settled, send]);
  return settled;
}
