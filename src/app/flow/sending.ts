import type { ApplicationReceipt, ApplicationSubmission } from '#src/contract/index.ts';
import type { Submission } from '#src/features/form/index.ts';
import { ApiError, isPassing } from '#src/lib/api/client.ts';
import { keepTrying } from '#src/lib/keep-trying.ts';
import type { SessionKeeper } from '#src/lib/session.ts';
import { createSender } from './sender.ts';
import { session } from './session.ts';

type TakeReceipt = (receipt: ApplicationReceipt) => void;

/** The sending of an application, which outlives the form's screen. */
export interface Sending {
  readonly now: () => Submission;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends until an answer comes; another run is given up for it. */
  readonly submit: (content: ApplicationSubmission, onReceipt: TakeReceipt) => void;
  /**
   * Tries no more. A try that is under way may have arrived already: its receipt is taken, whatever the person does
   * meanwhile.
   */
  readonly stop: () => void;
  /** Whether something went out that no answer came to. */
  readonly inDoubt: () => boolean;
  /** Resolves when no try is under way: to true where its receipt was taken. */
  readonly landed: () => Promise<boolean>;
  /** Ends everything: what follows is about another application. */
  readonly reset: () => void;
}

interface Run {
  readonly stop: AbortController;
  /** Whether a try is under way. */
  trying: boolean;
  stopped: boolean;
}

/** Nothing was under way, and no receipt came. */
const NOTHING = Promise.resolve(false);

export function createSending(keeper: SessionKeeper): Sending {
  let sender = createSender(keeper);
  let state: Submission = { state: 'idle' };
  let run: Run | null = null;
  let landed = NOTHING;
  const listeners = new Set<() => void>();
  const show = (next: Submission): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const stop = (): void => {
    if (run) run.stopped = true;
    if (run && !run.trying) run.stop.abort();
    if (state.state !== 'idle') show({ state: 'idle' });
  };
  const reset = (): void => {
    run?.stop.abort();
    run = null;
    landed = NOTHING;
    sender = createSender(keeper);
    show({ state: 'idle' });
  };
  const submit = (content: ApplicationSubmission, onReceipt: TakeReceipt): void => {
    run?.stop.abort();
    const mine: Run = { stop: new AbortController(), trying: false, stopped: false };
    const { signal } = mine.stop;
    run = mine;
    const send = sender.send;
    const once = async (): Promise<ApplicationReceipt> => {
      mine.trying = true;
      try {
        return await send(content, signal);
      } finally {
        mine.trying = false;
      }
    };
    show({ state: 'sending' });
    landed = keepTrying(once, {
      signal,
      passes: (error) => !mine.stopped && isPassing(error),
      onWait: () => show({ state: 'waiting', onStop: stop, onTryNow: () => submit(content, onReceipt) }),
    }).then(
      (receipt) => {
        reset();
        onReceipt(receipt);
        return true;
      },
      (error: unknown) => {
        if (!signal.aborted && !mine.stopped)
          show({ state: 'failed', code: error instanceof ApiError ? error.code : 'internal' });
        return false;
      },
    );
  };
  return {
    now: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    submit,
    stop,
    inDoubt: () => sender.inDoubt(),
    landed: () => landed,
    reset,
  };
}

/** This tab's sending. */
export const sending = createSending(session);
