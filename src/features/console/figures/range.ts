import { type FiguresQuery, figuresQuery } from '#src/contract/agent/index.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
/** As many as the server counts over. */
const MAX_DAYS = 366;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The last days, today included, as UTC dates. */
export const lastDays = (days: number, now: number): { from: string; to: string } => ({
  from: dayOf(now - (days - 1) * DAY_MS),
  to: dayOf(now),
});

/** How many days a range has, both ends included. */
export const daysIn = ({ from, to }: { from: string; to: string }): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

/** The range of an address; the last 30 days where it says none, or one that cannot be. */
export function rangeOf(params: Readonly<Record<string, unknown>>, now: number): FiguresQuery {
  const { country } = params;
  const asked = figuresQuery.safeParse({ from: params.from, to: params.to, ...(country ? { country } : {}) });
  if (asked.success && daysIn(asked.data) >= 1 && daysIn(asked.data) <= MAX_DAYS) return asked.data;
  return lastDays(DEFAULT_DAYS, now);
}

/** Every day of a range, so that days on which nothing happened are seen as such. */
export const everyDay = (range: { from: string; to: string }): readonly string[] =>
  Array.from({ length: daysIn(range) }, (_, index) => dayOf(Date.parse(range.from) + index * DAY_MS));
