import { expect, test } from 'vitest';
import { flush } from './lines.ts';

const box = (left: number, top: number) => ({
  left,
  top,
  right: left + 0.3,
  bottom: top + 0.05,
  slope: 0,
  strength: 1,
});

test('lines of a column begin together, what stands elsewhere stays', () => {
  const lines = flush([box(0.03, 0.7), box(0.034, 0.75), box(0.06, 0.8), box(0.7, 0.85)]);
  expect(lines.map(({ left }) => left)).toEqual([0.03, 0.03, 0.06, 0.7]);
  expect(lines[1]!.right).toBeCloseTo(0.334);
});
