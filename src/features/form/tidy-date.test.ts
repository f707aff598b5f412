import { expect, it } from 'vitest';
import { DATE_GROUPS, DATE_SEPARATOR } from '#src/countries/toolkit/date-text.ts';
import { applyMask, type Edited } from './mask.ts';
import { tidyDate } from './tidy-date.ts';

const edit = (before: string, after: Edited): Edited =>
  applyMask(before, tidyDate(before, after), DATE_GROUPS, DATE_SEPARATOR);

/** Types key by key, at the caret. */
function type(keys: string): string {
  let now: Edited = { text: '', caret: 0 };
  for (const key of keys) {
    const text = now.text.slice(0, now.caret) + key + now.text.slice(now.caret);
    now = edit(now.text, { text, caret: now.caret + 1 });
    expect(now.caret).toBe(now.text.length);
  }
  return now.text;
}
const fill = (before: string, text: string): string => edit(before, { text, caret: text.length }).text;

it.each([
  ['1.2.1990', '01.02.1990'],
  ['01021990', '01.02.1990'],
  ['01.02.1990', '01.02.1990'],
  ['1/12/1990', '01.12.1990'],
  ['12-1-1990', '12.01.1990'],
  ['۱.۲.۱۹۹۰', '01.02.1990'],
])('typed: %s → %s', (keys, expected) => expect(type(keys)).toBe(expected));

it.each([
  ['', '1990-01-05', '05.01.1990'],
  ['', '1990/1/5', '05.01.1990'],
  ['', '1.2.1990', '01.02.1990'],
  ['', '\u200e01.02.1990', '01.02.1990'],
  ['05.01.1990', '2001-09-14', '14.09.2001'],
])('from %s, pasted or filled in: %s → %s', (before, text, expected) =>
  expect(fill(before, text)).toBe(expected),
);

it('pads nothing when something is deleted', () => {
  expect(edit('12.19', { text: '1.19', caret: 1 }).text).toBe('11.9');
});
