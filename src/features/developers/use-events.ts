import { useEffect, useState } from 'react';
import {
  type SandboxEvent,
  type Specimens,
  sandboxEvents,
  specimens,
} from '#src/contract/partner/sandbox.ts';
import { ApiError, type ApiErrorCode, call, parsed } from '#src/lib/api/client.ts';

/** Between two looks, ms: as things happen, without a stream. */
const EVERY_MS = 1000;
/** Lines that are kept on the page. */
const MAX_LINES = 500;

export interface Events {
  readonly events: readonly SandboxEvent[];
  readonly trouble: ApiErrorCode | null;
}

/** What happens in the sandbox of a test key, as it happens; nothing without a key. */
export function useEvents(key: string | null): Events {
  const [events, setEvents] = useState<readonly SandboxEvent[]>([]);
  const [trouble, setTrouble] = useState<ApiErrorCode | null>(null);
  useEffect(() => {
    setEvents([]);
    setTrouble(null);
    if (key === null) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let after = '';
    const look = async (): Promise<void> => {
      try {
        const path = `/api/sandbox/events${after && `?after=${encodeURIComponent(after)}`}`;
        const reply = parsed(sandboxEvents, await call(path, { token: key, signal: stop.signal }));
        after = reply.next;
        setTrouble(null);
        if (reply.events.length > 0)
          setEvents((now) => [...reply.events.toReversed(), ...now].slice(0, MAX_LINES));
      } catch (error) {
        if (stop.signal.aborted) return;
        const code = error instanceof ApiError ? error.code : 'internal';
        setTrouble(code);
        // A key that is none stays none.
        if (code === 'unauthorized' || code === 'forbidden') return;
      }
      if (!stop.signal.aborted) timer = setTimeout(() => void look(), EVERY_MS);
    };
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [key]);
  return { events, trouble };
}

/** The specimens that force outcomes; null while they are on their way, empty where there are none. */
export function useSpecimens(): Specimens['specimens'] | null {
  const [list, setList] = useState<Specimens['specimens'] | null>(null);
  useEffect(() => {
    let gone = false;
    call('/api/sandbox/specimens').then(
      (body) => !gone && setList(specimens.safeParse(body).data?.specimens ?? []),
      () => !gone && setList([]),
    );
    return () => {
      gone = true;
    };
  }, []);
  return list;
}
