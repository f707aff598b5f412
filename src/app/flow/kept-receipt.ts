import * as z from 'zod/mini';
import { type ApplicationReceipt, applicationReceipt, countryCode } from '#src/contract/index.ts';
import { toJson } from '#src/lib/api/client.ts';
import { RECEIPT_KEY, tabCache } from '#src/lib/storage.ts';

const kept = z.object({ country: countryCode, receipt: applicationReceipt });

/** Keeps the receipt for a reload of this tab. */
export const keepReceipt = (country: string, receipt: ApplicationReceipt): void =>
  tabCache.set(RECEIPT_KEY, JSON.stringify({ country, receipt }));

export const dropReceipt = (): void => tabCache.remove(RECEIPT_KEY);

/** The receipt of before a reload; null where there is none. */
export const keptReceipt = (): z.infer<typeof kept> | null =>
  kept.safeParse(toJson(tabCache.get(RECEIPT_KEY) ?? '')).data ?? null;
