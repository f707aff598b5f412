import type { Locale } from '#src/contract/index.ts';
import { LOCALE_TAGS } from '#src/lib/i18n/index.ts';

/** What stands where there is no figure. */
export const NONE = '–';

export const number = (value: number, locale: Locale, digits = 0): string =>
  new Intl.NumberFormat(LOCALE_TAGS[locale], { maximumFractionDigits: digits }).format(value);

/** A share from 0 to 1 as percent; `NONE` where there is none. */
export const percent = (share: number | null, locale: Locale): string =>
  share === null
    ? NONE
    : new Intl.NumberFormat(LOCALE_TAGS[locale], {
        style: 'percent',
        maximumFractionDigits: share < 0.1 ? 1 : 0,
      }).format(share);

/** An ISO day as a short date. */
export const shortDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(LOCALE_TAGS[locale], { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(day),
  );

export const money = (amount: number, currency: string | null, locale: Locale): string =>
  currency === null
    ? number(amount, locale, 2)
    : new Intl.NumberFormat(LOCALE_TAGS[locale], { style: 'currency', currency }).format(amount);
