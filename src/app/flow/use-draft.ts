import { useEffect } from 'react';
import type { Draft } from '#src/contract/index.ts';
import { drafts } from './drafts.ts';
import type { Flow } from './machine.ts';

/** Typing pauses of this length are saved, ms: at most a word is lost to a crash. */
const PAUSE_MS = 600;

/** What of the flow is worth keeping; null before consent and after submission. */
function draftOf(flow: Flow): Draft | null {
  if (flow.step !== 'capture' && flow.step !== 'reading' && flow.step !== 'form') return null;
  const { country, consent, reading, before, values, confirmed } = flow.known;
  // Until another photo was read, what the last one gave is told from what was typed.
  const read = flow.step === 'form' ? reading : (reading ?? before);
  return {
    country,
    // A photo on its way is not kept: after a reload it is taken anew.
    step: flow.step === 'reading' ? 'capture' : flow.step,
    readingId: read?.readingId ?? null,
    values,
    confirmedWarnings: [...confirmed],
    consent,
  };
}

const online = (): void => drafts.save();
const leave = (): void => {
  if (document.visibilityState === 'hidden') drafts.save(true);
};

/** Keeps the draft at the BFF up to date: after a pause, when the line is back, and when the page is left. */
export function useDraft(flow: Flow): void {
  const current = draftOf(flow);
  const text = current ? JSON.stringify(current) : '';

  useEffect(() => {
    drafts.want(text);
    const timer = setTimeout(drafts.save, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    window.addEventListener('online', online);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('online', online);
      document.removeEventListener('visibilitychange', leave);
      // Back at the first screen: there is nothing to keep.
      drafts.want('');
    };
  }, []);
}
