import type { RecordedStores } from '../stores/store.ts';

/** What is written down of a change: of which partner, what, and of which of its things. */
type PartnerChange = Readonly<{ partner: string; what: string } & Partial<Record<'thing', string>>>;

/** Does a change and writes it down, both or neither; it asks nothing but the stores that it is given. */
export type PartnerPen = <T>(
  work: (stores: RecordedStores) => Promise<readonly [T, PartnerChange]>,
) => Promise<T>;

/** Makes changes where nobody writes them down. */
export const noPen =
  (store: RecordedStores): PartnerPen =>
  async (work) =>
    (await work(store))[0];
