import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ApplicationReceipt, ApplicationSubmission } from '#src/contract/index.ts';
import type { Submission } from '#src/features/form/index.ts';
import { ApiError, isPassing } from '#src/lib/api/client.ts';
import { createSender } from './sender.ts';
import { session } from './session.ts';

/** Longest pause between two tries, ms: whoever waits with the page open should not wait long. */
const MAX_PAUSE_MS = 8000;

interface Run {
  readonly submission: ApplicationSubmission;
  /** Ends this run and its tries to come. */
  readonly stop: AbortController;
}

/** Sends the form until an answer comes, and says how far that is. */
export function useSubmit(onReceipt: (receipt: ApplicationReceipt) => void) {
  const sender = useRef(createSender(session));
  const current = useRef<Run | null>(null);

  const mutation = useMutation<ApplicationReceipt, unknown, Run>({
    mutationFn: ({ submission, stop }) => {
      // A run that was stopped may still have had a try before it.
      stop.signal.throwIfAborted();
      return sender.current(submission, stop.signal);
    },
    retry: (_times, error) => isPassing(error),
    retryDelay: (times) => Math.min(1000 * 2 ** times, MAX_PAUSE_MS),
    // Offline is found out by trying: browsers are wrong about it both ways.
    networkMode: 'always',
    onSuccess: onReceipt,
  });

  const submit = (submission: ApplicationSubmission): void => {
    current.current?.stop.abort();
    current.current = { submission, stop: new AbortController() };
    mutation.mutate(current.current);
  };
  const stop = (): void => {
    current.current?.stop.abort();
    mutation.reset();
  };

  const { status, failureCount, variables, error } = mutation;
  let state: Submission = { state: 'idle' };
  if (status === 'pending')
    state =
      failureCount === 0
        ? { state: 'sending' }
        : { state: 'waiting', onStop: stop, onTryNow: () => submit(variables.submission) };
  else if (error && !(error instanceof DOMException))
    state = { state: 'failed', code: error instanceof ApiError ? error.code : 'internal' };
  return { submission: state, submit };
}
