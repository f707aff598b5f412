import { expect, it } from 'vitest';
import { standsIn } from './stands-in.ts';

it('finds what was entered, and no digits of a time or an id', () => {
  expect(standsIn('28740', '{"town":"28740"}')).toBe(true);
  expect(standsIn('28740', 'in 28740 BENTONG')).toBe(true);
  expect(standsIn('28740', '{"ms":4.287401,"id":"a-28740-b","at":1728740113}')).toBe(false);
  expect(standsIn('FOO SIEW HUI', 'xFOO SIEW HUIx')).toBe(true);
  expect(standsIn('A.B', 'AxB A.B')).toBe(true);
});
