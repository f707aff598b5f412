import { type QueueFilters, type QueueItem, type QueuePage, queueQuery } from '#src/contract/agent/index.ts';

/** What the queue's address says: the filters, their order, and where the page begins. */
export interface QueueView extends QueueFilters {
  readonly order?: 'oldest' | 'newest' | undefined;
  readonly after?: string | undefined;
}

const NAMES = [
  'status',
  'country',
  'doubts',
  'duplicates',
  'claimed',
  'due',
  'attempt',
  'order',
  'after',
] as const;

/** The view of an address; what is not known there is left out, one by one. */
export function viewOf(params: Readonly<Record<string, unknown>>): QueueView {
  const view: Record<string, unknown> = {};
  for (const name of NAMES) {
    const one = queueQuery.safeParse({ [name]: params[name] });
    if (params[name] !== undefined && one.success) Object.assign(view, one.data);
  }
  return view;
}

/** The filters alone. */
export function filtersOf({ order: _order, after: _after, ...filters }: QueueView): QueueFilters {
  return filters;
}

/** Still to be decided. */
export const isOpen = ({ status }: Pick<QueueItem, 'status'>): boolean =>
  status === 'submitted' || status === 'in_review';

/** Whether a line belongs into a view, by the same rules as the server's. */
export function fits(item: QueueItem, filters: QueueFilters, now: number): boolean {
  const { status = 'open', country, doubts, duplicates, claimed, due, attempt } = filters;
  if (status === 'open' ? !isOpen(item) : status !== 'all' && item.status !== status) return false;
  if (country && item.country !== country) return false;
  if (doubts && (doubts === 'some') !== item.doubts > 0) return false;
  if (duplicates && (duplicates === 'some') !== item.duplicates > 0) return false;
  if (claimed) {
    const holder = item.claim ? (item.claim.mine ? 'me' : 'others') : 'nobody';
    if (holder !== claimed) return false;
  }
  if (due && Date.parse(item.dueAt) >= now) return false;
  return !attempt || (attempt === 'again') === item.attempt > 1;
}

/**
 * A page with what changed since it was loaded: lines on it are renewed in their place, also those that belong to
 * the view no longer, so that nothing jumps under one's hands; new ones join where they belong and the page can show
 * it.
 */
export function renewed(
  page: QueuePage,
  view: QueueView,
  changed: readonly QueueItem[],
  now: number,
): QueuePage {
  const latest = new Map(changed.map((item) => [item.id, item]));
  if (latest.size === 0) return page;
  const items = page.items.map((item) => latest.get(item.id) ?? item);
  const here = new Set(items.map(({ id }) => id));
  const fresh = [...latest.values()].filter((item) => !here.has(item.id) && fits(item, view, now));
  const byTime = (a: QueueItem, b: QueueItem): number =>
    Date.parse(a.submittedAt) - Date.parse(b.submittedAt);
  if (view.order === 'newest')
    return view.after ? { ...page, items } : { ...page, items: [...fresh.sort(byTime).reverse(), ...items] };
  return page.next === null ? { ...page, items: [...items, ...fresh.sort(byTime)] } : { ...page, items };
}
