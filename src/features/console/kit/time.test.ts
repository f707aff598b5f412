import { expect, it } from 'vitest';
import { inWords } from './time.ts';

it('says lengths of time as they matter', () => {
  expect(inWords(40_900, 'en')).toBe('40 secs');
  expect(inWords(12.9 * 60_000, 'en')).toBe('12 mins');
  expect(inWords(3 * 3_600_000 + 5 * 60_000, 'en')).toBe('3 hrs 5 mins');
  expect(inWords(2 * 3_600_000, 'en')).toBe('2 hrs');
  expect(inWords(4.5 * 86_400_000, 'en')).toBe('4 days');
  expect(inWords(-5, 'en')).toBe('0 secs');
});

it('says them in every language', () => {
  for (const locale of ['ms', 'ur'] as const) expect(inWords(120_000, locale)).toMatch(/^2 \S+/);
});
