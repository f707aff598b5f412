import * as z from 'zod/mini';
import { type ApplicationReceipt, applicationReceipt, countryCode } from '#src/contract/index.ts';
import { toJson } from '#src/lib/api/client.ts';
import { RECEIPT_KEY, tabCache } from '#src/lib/storage.ts';

const kept = z.object({ page: z.string(), country: countryCode, receipt: applicationReceipt });
type Kept = z.infer<typeof kept>;

/** Keeps the receipt for a reload of this page in this tab. */
export const keepReceipt = (country: string, receipt: ApplicationReceipt): void =>
  tabCache.set(RECEIPT_KEY, JSON.stringify({ page: location.pathname, country, receipt } satisfies Kept));

export const dropReceipt = (): void => tabCache.remove(RECEIPT_KEY);

/** The receipt of before a reload; null where there is none, or it is another page's. */
export function keptReceipt(): Omit<Kept, 'page'> | null {
  const { data } = kept.safeParse(toJson(tabCache.get(RECEIPT_KEY) ?? ''));
  return data && data.page === location.pathname ? data : null;
}
