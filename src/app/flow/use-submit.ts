import { useRef, useState } from 'react';
import type { ApplicationReceipt, ApplicationSubmission } from '#src/contract/index.ts';
import type { Submission } from '#src/features/form/index.ts';
import { ApiError, isPassing } from '#src/lib/api/client.ts';
import { keepTrying } from '#src/lib/keep-trying.ts';
import { createSender } from './sender.ts';
import { session } from './session.ts';

/** Sends the form until an answer comes, and says how far that is. */
export function useSubmit(onReceipt: (receipt: ApplicationReceipt) => void) {
  const sender = useRef(createSender(session));
  const run = useRef<AbortController | null>(null);
  const [submission, setSubmission] = useState<Submission>({ state: 'idle' });

  const stop = (): void => {
    run.current?.abort();
    setSubmission({ state: 'idle' });
  };
  const submit = (content: ApplicationSubmission): void => {
    // A run that was stopped may still have had a try before it.
    run.current?.abort();
    const mine = new AbortController();
    run.current = mine;
    setSubmission({ state: 'sending' });
    const waiting: Submission = { state: 'waiting', onStop: stop, onTryNow: () => submit(content) };
    keepTrying(() => sender.current(content, mine.signal), {
      signal: mine.signal,
      passes: isPassing,
      onWait: () => setSubmission(waiting),
    }).then(onReceipt, (error: unknown) => {
      if (mine.signal.aborted) return;
      setSubmission({ state: 'failed', code: error instanceof ApiError ? error.code : 'internal' });
    });
  };
  return { submission, submit };
}
