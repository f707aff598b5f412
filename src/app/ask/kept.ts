import * as z from 'zod/mini';
import { resubmissionAsk } from '#src/contract/index.ts';
import { toJson } from '#src/lib/api/client.ts';
import { ASK_KEY, tabCache } from '#src/lib/storage.ts';

const kept = z.extend(resubmissionAsk, { reference: z.string(), comment: z.nullable(z.string()) });

/** What the office asked this customer for, and of which application. */
export type Ask = z.infer<typeof kept>;

let current: Ask | null | undefined;

/** Keeps what was asked for until it is answered; in the tab's cache for a reload. */
export function keepAsk(ask: Ask): void {
  current = ask;
  tabCache.set(ASK_KEY, JSON.stringify(ask));
}

/** What this tab answers to; null on the way of a new application. */
export function keptAsk(): Ask | null {
  if (current === undefined) current = kept.safeParse(toJson(tabCache.get(ASK_KEY) ?? '')).data ?? null;
  return current;
}

export function dropAsk(): void {
  current = null;
  tabCache.remove(ASK_KEY);
}
