import { useEffect, useRef } from 'react';
import type { Draft } from '#src/contract/index.ts';
import { deleteDraft, putDraft } from '#src/lib/api/drafts.ts';
import type { Flow } from './machine.ts';
import { session } from './session.ts';

/** Typing pauses of this length are saved, ms: at most a word is lost to a crash. */
const PAUSE_MS = 600;

/** What of the flow is worth keeping; null before consent and after submission. */
function draftOf(flow: Flow): Draft | null {
  if (flow.step !== 'capture' && flow.step !== 'reading' && flow.step !== 'form') return null;
  const { country, consent, reading, values, confirmed } = flow.known;
  return {
    country,
    // A photo on its way is not kept: after a reload it is taken anew.
    step: flow.step === 'reading' ? 'capture' : flow.step,
    readingId: reading?.readingId ?? null,
    values,
    confirmedWarnings: [...confirmed],
    consent,
  };
}

/** Keeps the draft at the BFF up to date: after a pause, when the line is back, and when the page is left. */
export function useDraft(flow: Flow): void {
  const saved = useRef('');
  const current = draftOf(flow);
  const text = current ? JSON.stringify(current) : '';

  useEffect(() => {
    if (text === '' || text === saved.current) return;
    const save = (leaving: boolean): void => {
      if (text === saved.current) return;
      session
        .call((token) => putDraft(token, JSON.parse(text) as Draft, leaving))
        .then(
          () => {
            saved.current = text;
          },
          // The next change, or the line's return, saves it all.
          () => undefined,
        );
    };
    const timer = setTimeout(() => save(false), PAUSE_MS);
    const online = (): void => save(false);
    const leave = (): void => {
      if (document.visibilityState === 'hidden') save(true);
    };
    window.addEventListener('online', online);
    document.addEventListener('visibilitychange', leave);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', online);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [text]);
}

/** Erases draft, readings and photos of this session, and forgets the session. */
export async function eraseEverything(): Promise<void> {
  try {
    if (session.remembered()) await session.call(deleteDraft);
  } finally {
    session.forget();
  }
}
