import { useCallback, useEffect, useState } from 'react';
import type { CardRead } from '#src/contract/index.ts';
import { ApiError, type ApiErrorCode } from '#src/lib/api/client.ts';
import { sendReading } from '#src/lib/api/readings.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { session } from './session.ts';

/** Why there is no reading; each has its screen and its next step. */
export type ReadingFailure = 'unreadable' | 'notCard' | 'offline' | 'busy' | 'image' | 'limit' | 'over';

export type ReadingState =
  | { readonly state: 'sending'; readonly share: number }
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly failure: ReadingFailure };

function failureOf(code: ApiErrorCode): ReadingFailure {
  switch (code) {
    case 'offline':
    case 'timeout':
      return 'offline';
    case 'image_invalid_format':
    case 'image_invalid_size':
    case 'too_large':
      return 'image';
    case 'reading_limit':
      return 'limit';
    case 'unauthorized':
      return 'over';
    default:
      return 'busy';
  }
}

/** In a sandbox the file's own bytes say which specimen it is; compression has changed the photo's. */
async function specimenHash({ chosen }: PreparedPhoto): Promise<string | null> {
  if (chosen === null || session.current()?.partner?.mode !== 'test') return null;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await chosen.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sends a photo and follows its reading. Leaving the screen ends it; `again` sends the same photo once more. */
export function useReading(country: string, photo: PreparedPhoto, onRead: (reading: CardRead) => void) {
  const [state, setState] = useState<ReadingState>({ state: 'sending', share: 0 });
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the same work once more
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    setState({ state: 'sending', share: 0 });
    const onProgress = (share: number): void => {
      if (!signal.aborted) setState(share < 1 ? { state: 'sending', share } : { state: 'reading' });
    };
    specimenHash(photo)
      .then((specimen) =>
        session.call((token) => sendReading(token, country, photo.blob, { signal, onProgress, specimen })),
      )
      .then(
        (reply) => {
          if (signal.aborted) return;
          if (reply.outcome === 'read') onRead(reply);
          else
            setState({ state: 'failed', failure: reply.outcome === 'not_card' ? 'notCard' : 'unreadable' });
        },
        (error: unknown) => {
          if (signal.aborted) return;
          const code = error instanceof ApiError ? error.code : 'internal';
          setState({ state: 'failed', failure: failureOf(code) });
        },
      );
    return () => stop.abort();
  }, [country, photo, onRead, attempt]);

  // When the line comes back nobody should have to press anything.
  const lost = state.state === 'failed' && state.failure === 'offline';
  useEffect(() => {
    if (!lost) return;
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [lost, again]);

  return { state, again };
}
