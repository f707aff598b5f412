import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ApplicationReceipt, ApplicationSubmission } from '#src/contract/index.ts';
import type { Submission } from '#src/features/form/index.ts';
import { submitApplication } from '#src/lib/api/applications.ts';
import { ApiError, isPassing } from '#src/lib/api/client.ts';
import { session } from './session.ts';

/** Longest pause between two tries, ms: whoever waits with the page open should not wait long. */
const MAX_PAUSE_MS = 8000;

interface Sent {
  readonly submission: ApplicationSubmission;
  readonly key: string;
}

/**
 * Submits once, however often it is asked: the same content goes out under the same key until an answer comes.
 * If someone stopped waiting, changed something and sends again, but the first sending had arrived, the BFF
 * refuses the second; then the first one's receipt is fetched, for it is what the office has.
 */
export function useSubmit(onReceipt: (receipt: ApplicationReceipt) => void) {
  const unanswered = useRef<Sent | null>(null);
  const stopper = useRef<AbortController | null>(null);

  const mutation = useMutation<ApplicationReceipt, unknown, ApplicationSubmission>({
    mutationFn: async (submission) => {
      const before = unanswered.current;
      const same = before && JSON.stringify(before.submission) === JSON.stringify(submission);
      const sent: Sent = same ? before : { submission, key: crypto.randomUUID() };
      const signal = stopper.current?.signal;
      const send = (what: Sent): Promise<ApplicationReceipt> =>
        session.call((token) => submitApplication(token, what.submission, what.key, signal));
      if (!before) unanswered.current = sent;
      try {
        return await send(sent);
      } catch (error) {
        if (before && !same && error instanceof ApiError && error.code === 'conflict') return send(before);
        if (!isPassing(error) && !signal?.aborted) unanswered.current = null;
        throw error;
      }
    },
    retry: (_times, error) => isPassing(error),
    retryDelay: (times) => Math.min(1000 * 2 ** times, MAX_PAUSE_MS),
    // Offline is found out by trying: browsers are wrong about it both ways.
    networkMode: 'always',
    onSuccess: onReceipt,
  });

  const submit = (submission: ApplicationSubmission): void => {
    stopper.current = new AbortController();
    mutation.mutate(submission);
  };
  const stop = (): void => {
    stopper.current?.abort();
    mutation.reset();
  };

  const { status, failureCount, variables, error } = mutation;
  let state: Submission = { state: 'idle' };
  if (status === 'pending')
    state =
      failureCount === 0
        ? { state: 'sending' }
        : { state: 'waiting', onStop: stop, onTryNow: () => variables && submit(variables) };
  else if (error && !(error instanceof DOMException))
    state = { state: 'failed', code: error instanceof ApiError ? error.code : 'internal' };
  return { submission: state, submit };
}
