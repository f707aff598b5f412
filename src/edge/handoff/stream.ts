import type { HandoffState } from '#src/contract/partner/index.ts';
import { utf8 } from '../crypto/bytes.ts';
import { isOver } from './state.ts';

/** How often the database is looked at: whichever process serves the phone, the desktop sees it this soon, ms. */
const LOOK_MS = 700;
/** Proxies close what is silent for a minute, ms. */
const PING_MS = 15_000;
/** The follower comes again by itself; nothing hangs for ever, ms. */
const MAX_MS = 5 * 60_000;

interface StreamOptions {
  /** Null: it is gone. */
  readonly look: () => Promise<HandoffState | null>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly place: Place;
}

/** Two sides, and each of them once more after a reload. */
const MAX_STREAMS = 4;

/** One open stream of a session. */
interface Place {
  readonly taken: () => boolean;
  readonly leave: () => void;
}

/**
 * How many streams of one session are open in this process: each asks the database again and again, so that the
 * oldest makes room for one too many. Its follower asks anew, or is not there any more.
 */
export function streamPlaces() {
  const open = new Map<string, Set<object>>();
  return {
    take: (session: string): Place => {
      const places = open.get(session) ?? new Set<object>();
      open.set(session, places);
      const mine = {};
      places.add(mine);
      for (const oldest of places) {
        if (places.size <= MAX_STREAMS) break;
        places.delete(oldest);
      }
      return {
        taken: () => places.has(mine),
        leave: () => {
          places.delete(mine);
          if (places.size === 0) open.delete(session);
        },
      };
    },
  };
}

/** Server-sent events: the state at once, and whenever it has changed, until it is over. */
export function handoffStream({ look, sleep, signal, place }: StreamOptions): ReadableStream<Uint8Array> {
  let stopped = false;
  return new ReadableStream({
    start: async (out) => {
      let last = '';
      let silent = 0;
      try {
        for (
          let passed = 0;
          passed < MAX_MS && !stopped && !signal.aborted && place.taken();
          passed += LOOK_MS
        ) {
          const state = await look();
          if (!state) break;
          const text = JSON.stringify(state);
          if (text !== last) out.enqueue(utf8(`data: ${text}\n\n`));
          else if (silent >= PING_MS) out.enqueue(utf8(':\n\n'));
          silent = text === last && silent < PING_MS ? silent + LOOK_MS : 0;
          last = text;
          if (isOver(state)) break;
          await sleep(LOOK_MS);
        }
        if (!stopped) out.close();
      } catch (error) {
        if (!stopped) out.error(error);
      } finally {
        place.leave();
      }
    },
    cancel: () => {
      stopped = true;
    },
  });
}
