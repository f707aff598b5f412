import { plain } from '#src/contract/plain.ts';
import { dateToText } from '#src/countries/toolkit/date-text.ts';
import type { Edited } from './mask.ts';

/** Year first, as browsers fill in a birth date (autocomplete=bday) and as dates are copied. */
const YEAR_FIRST = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s*$/;

/** A single digit that something follows is a day or a month: 1. is 01. */
const padded = (text: string): string =>
  plain(text)
    .split(/(\D+)/)
    .map((part, index, parts) => (/^\d$/.test(part) && index + 1 < parts.length ? `0${part}` : part))
    .join('');

/**
 * What was typed, pasted or filled in, with its digits in the places of the mask: 1.2.1990 is 01.02.1990, and so is
 * 1990-02-01. Deleting moves nothing.
 */
export function tidyDate(before: string, after: Edited): Edited {
  const [, year, month = '', day = ''] = YEAR_FIRST.exec(plain(after.text)) ?? [];
  if (year !== undefined) {
    const text = dateToText(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    return { text, caret: text.length };
  }
  if (after.text.length <= before.length) return after;
  return { text: padded(after.text), caret: padded(after.text.slice(0, after.caret)).length };
}
