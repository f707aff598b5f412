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
}

/** Server-sent events: the state at once, and whenever it has changed, until it is over. */
export function handoffStream({ look, sleep, signal }: StreamOptions): ReadableStream<Uint8Array> {
  let stopped = false;
  return new ReadableStream({
    start: async (out) => {
      let last = '';
      let silent = 0;
      try {
        for (let passed = 0; passed < MAX_MS && !stopped && !signal.aborted; passed += LOOK_MS) {
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
      }
    },
    cancel: () => {
      stopped = true;
    },
  });
}
