import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateToText, textToDate } from './date-text.ts';

it('shows dates as the cards print them', () => {
  expect(dateToText('2001-09-14')).toBe('14.09.2001');
  expect(textToDate('14.09.2001')).toBe('2001-09-14');
  expect(dateToText('14.09')).toBe('14.09');
  expect(textToDate('14.09')).toBe('14.09');
});

it('loses nothing on the way to the field and back, whatever was read', () => {
  const dates = fc
    .tuple(fc.nat(9999), fc.nat(99), fc.nat(99))
    .map(
      ([year, month, day]) =>
        `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    );
  fc.assert(
    fc.property(fc.oneof(dates, fc.string({ unit: 'binary' })), (value) => {
      // A text that already looks like the field's own is the one that cannot be told apart.
      fc.pre(!/^\d{2}\.\d{2}\.\d{4}$/.test(value));
      expect(textToDate(dateToText(value))).toBe(value);
    }),
  );
});
