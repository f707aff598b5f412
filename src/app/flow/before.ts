import { getReceipt } from '#src/lib/api/applications.ts';
import { isPassing } from '#src/lib/api/client.ts';
import { getDraft } from '#src/lib/api/drafts.ts';
import { keepTrying } from '#src/lib/keep-trying.ts';
import { keptReceipt } from './kept-receipt.ts';
import type { FlowEvent } from './machine.ts';
import { endWith } from './sent.ts';
import { session } from './session.ts';

/** With the pauses between them a quarter of a minute: a server has started again by then. */
const TRIES = 5;

type Before = Extract<FlowEvent, { type: 'sent' | 'resumed' }>;

/** What this tab knew before a reload, as the event that brings it back; null where there is nothing. */
export async function loadBefore(signal: AbortSignal, begunElsewhere: boolean): Promise<Before | null> {
  const kept = begunElsewhere ? null : keptReceipt();
  return kept ? { type: 'sent', ...kept } : loadStored(signal, !begunElsewhere);
}

/** What the BFF knows of this session, as an event. @param keep whether this tab may show a receipt again. */
export async function loadStored(signal: AbortSignal, keep: boolean): Promise<Before | null> {
  // A stale token is renewed first. What is begun anew takes the place of the draft, so it is not given up easily.
  const ask = <T>(get: (token: string, signal: AbortSignal) => Promise<T>): Promise<T> =>
    keepTrying(() => session.call((token) => get(token, signal)), {
      signal,
      passes: (error, failures) => failures < TRIES && isPassing(error),
    });
  const reply = await ask(getDraft);
  if (reply) return { type: 'resumed', reply };
  // Sent, and the answer was lost with the page.
  const sent = await ask(getReceipt);
  if (!sent) return null;
  endWith(sent.country, sent.receipt, keep);
  return { type: 'sent', ...sent };
}
