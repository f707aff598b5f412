import type { Locale } from '#src/contract/index.ts';
import { LOCALE_TAGS } from '#src/lib/i18n/index.ts';

/** Date and time of a submission, as its sentence wants them. `at`: ISO. */
export function sentAt(at: string, locale: Locale): { date: string; time: string } {
  const [tag, moment] = [LOCALE_TAGS[locale], new Date(at)];
  return {
    date: new Intl.DateTimeFormat(tag, { dateStyle: 'long' }).format(moment),
    time: new Intl.DateTimeFormat(tag, { timeStyle: 'short' }).format(moment),
  };
}
