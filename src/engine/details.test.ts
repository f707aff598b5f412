import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALIBRATION as MY } from '#src/countries/my/reader/calibration.ts';
import { CALIBRATION as PK } from '#src/countries/pk/reader/calibration.ts';
import { calibrate } from './details.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

test.each(Object.entries({ ...MY, ...PK }))('more evidence never makes %s less sure', (_, curve) => {
  fc.assert(
    fc.property(unit, unit, (a, b) => {
      const [less, more] = [calibrate(curve, Math.min(a, b)), calibrate(curve, Math.max(a, b))];
      expect(less).toBeLessThanOrEqual(more);
      expect(less).toBeGreaterThanOrEqual(0);
      expect(more).toBeLessThanOrEqual(1);
    }),
    { numRuns: 40 },
  );
});

test('between two points the curve is straight', () => {
  const curve = [
    [0, 0.2],
    [0.5, 0.8],
  ] as const;
  expect(calibrate(curve, 0.25)).toBeCloseTo(0.5);
  expect(calibrate(curve, 0.9)).toBe(0.8);
});
