import type { Draft } from '#src/contract/index.ts';
import type { ApiError } from '#src/lib/api/client.ts';

/** Stores a draft. `leaving`: the call may outlive the page. */
type PutDraft = (draft: Draft, leaving: boolean, signal: AbortSignal) => Promise<void>;

export interface DraftSaver {
  /** What there is to keep from now on, as JSON; "" where there is nothing. */
  readonly want: (text: string) => void;
  /**
   * Stores what is wanted, if it is not stored yet. One call is under way at a time, and the newest text follows
   * it. `leaving`: nothing can follow, so the call under way is given up for this one.
   */
  readonly save: (leaving?: boolean) => void;
  /** Stores nothing until `open`. Resolves when no call is under way. */
  readonly close: () => Promise<void>;
  readonly open: () => void;
  /** Whom to tell why a draft was not stored; null: nobody. */
  readonly onFailure: (listener: Tell | null) => void;
}

type Tell = (error: ApiError) => void;

interface Flight {
  readonly stop: AbortController;
  readonly landed: Promise<void>;
}

/** The one saver of drafts: they arrive in the order in which they were made. */
export function createDraftSaver(put: PutDraft): DraftSaver {
  let wanted = '';
  let saved = '';
  let flight: Flight | null = null;
  /** Asked for while another call was under way. */
  let next = false;
  let closed = false;
  let tell: Tell | null = null;

  const start = (leaving: boolean): void => {
    const text = wanted;
    const stop = new AbortController();
    const land = (): void => {
      if (flight !== mine) return;
      flight = null;
      if (next) save();
    };
    next = false;
    const landed = put(JSON.parse(text) as Draft, leaving, stop.signal)
      .then(
        () => {
          saved = text;
        },
        // The next change, or the line's return, saves it all.
        (error: ApiError) => {
          if (flight === mine) tell?.(error);
        },
      )
      .then(land);
    const mine: Flight = { stop, landed };
    flight = mine;
  };
  const save = (leaving = false): void => {
    if (closed || wanted === '' || wanted === saved) return;
    if (flight && !leaving) {
      next = true;
      return;
    }
    flight?.stop.abort();
    start(leaving);
  };

  return {
    want: (text) => {
      wanted = text;
      // Another onboarding: what was stored for the last one is not stored for this one.
      if (text === '') saved = '';
    },
    save,
    close: async () => {
      closed = true;
      await flight?.landed;
    },
    open: () => {
      closed = false;
    },
    onFailure: (listener) => {
      tell = listener;
    },
  };
}
