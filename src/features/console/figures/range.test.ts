import { expect, it } from 'vitest';
import { daysIn, everyDay, lastDays, rangeOf } from './range.ts';

const NOW = Date.parse('2026-11-22T23:30:00Z');

it('takes what the address says, if it can be', () => {
  const range = { from: '2026-11-01', to: '2026-11-03' };
  expect(rangeOf({ ...range, country: 'pk' }, NOW)).toEqual({ ...range, country: 'pk' });
  expect(rangeOf(range, NOW)).toEqual(range);
});

it.each([
  [{}],
  [{ from: '2026-11-03', to: '2026-11-01' }],
  [{ from: '2024-01-01', to: '2026-01-01' }],
  [{ from: 'x', to: '2026-01-01' }],
])('the last thirty days instead of %j', (params) => {
  expect(rangeOf(params, NOW)).toEqual({ from: '2026-10-24', to: '2026-11-22' });
});

it('counts both ends', () => {
  expect(daysIn(lastDays(7, NOW))).toBe(7);
  expect(everyDay({ from: '2026-02-27', to: '2026-03-01' })).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
  ]);
});
