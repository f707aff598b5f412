import { useSyncExternalStore } from 'react';
import type { Locale } from '#src/contract/index.ts';
import { LOCALE_TAGS } from '#src/lib/i18n/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const unit = (locale: Locale, name: 'second' | 'minute' | 'hour' | 'day', value: number): string =>
  new Intl.NumberFormat(LOCALE_TAGS[locale], {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(value);

/** A length of time in words, rounded down to what matters at its size: `40 sec`, `12 min`, `3 hr 5 min`, `4 days`. */
export function inWords(ms: number, locale: Locale): string {
  const length = Math.max(0, ms);
  if (length < MINUTE) return unit(locale, 'second', Math.floor(length / 1000));
  if (length < HOUR) return unit(locale, 'minute', Math.floor(length / MINUTE));
  if (length >= 2 * DAY) return unit(locale, 'day', Math.floor(length / DAY));
  const hours = unit(locale, 'hour', Math.floor(length / HOUR));
  const minutes = Math.floor((length % HOUR) / MINUTE);
  return minutes === 0 ? hours : `${hours} ${unit(locale, 'minute', minutes)}`;
}

/** Date and time as people there write them; the year only where it is not this one. */
export function dateTime(iso: string, locale: Locale, now: number = Date.now()): string {
  const at = new Date(iso);
  const sameYear = at.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(LOCALE_TAGS[locale], {
    day: 'numeric',
    month: 'short',
    ...(!sameYear && { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** How often ages on the screen move on, ms. */
const TICK_MS = 10_000;
const tick = (): number => Math.floor(Date.now() / TICK_MS) * TICK_MS;
function subscribe(change: () => void): () => void {
  const timer = setInterval(change, TICK_MS);
  return () => clearInterval(timer);
}

/** Now, ms since 1970; moves on every ten seconds. */
export const useNow = (): number => useSyncExternalStore(subscribe, tick);
