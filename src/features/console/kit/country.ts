import type { Locale } from '#src/contract/index.ts';
import { LOCALE_TAGS } from '#src/lib/i18n/index.ts';

/** A country's name in a language, by its ISO code. */
export const countryName = (code: string, locale: Locale): string =>
  new Intl.DisplayNames([LOCALE_TAGS[locale]], { type: 'region' }).of(code.toUpperCase()) ?? code;
