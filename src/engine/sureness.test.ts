import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALIBRATION as MY } from '#src/countries/my/reader/calibration.ts';
import { CALIBRATION as PK } from '#src/countries/pk/reader/calibration.ts';
import type { TextLine } from '#src/countries/reader-types.ts';
import { plainLine } from '#src/countries/toolkit/reading/plain-line.ts';
import { atFirstSight, calibrate, surenessOf } from './sureness.ts';

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

test('between two points the curve is straight over the logarithm of the evidence', () => {
  const curve = [
    [0.001, 0.2],
    [0.1, 0.8],
  ] as const;
  expect(calibrate(curve, 0.01)).toBeCloseTo(0.5);
  expect(calibrate(curve, 0)).toBe(0.2);
  expect(calibrate(curve, 0.9)).toBe(0.8);
});

const fieldOf = (evidence: number, rival?: number) => ({
  value: 'SITI',
  evidence,
  lines: [],
  alternatives: rival === undefined ? [] : [{ value: 'SATI', evidence: rival }],
  corrections: [],
});

const LINE = plainLine('SITI', { left: 0, right: 1, top: 0, bottom: 0.1, slope: 0, strength: 1 });
const sure = (evidence: number, rival?: number) => atFirstSight(fieldOf(evidence, rival), [LINE], 1);

test('a rival that comes near makes a field less sure, a far one or none does not', () => {
  expect(sure(0.8)).toBeCloseTo(0.8);
  expect(sure(0.8, 0.0001)).toBeCloseTo(0.8);
  expect(sure(0.8, 0.2)).toBeLessThan(sure(0.8, 0.02));
  expect(sure(0.8, 0.02)).toBeLessThan(0.2);
  expect(sure(0, 0)).toBe(0);
});

test('so do a blurred photo and a faint line', () => {
  const field = { ...fieldOf(0.8), lines: [0] };
  expect(atFirstSight(field, [LINE], 0.6)).toBeLessThan(0.5);
  const faint = { ...LINE, box: { ...LINE.box, strength: 0.9 } };
  expect(atFirstSight(field, [faint], 1)).toBeLessThan(0.5);
  expect(atFirstSight(field, [LINE], 1.2)).toBeCloseTo(0.8);
});

/** A reader of one field that is whatever its one line says, as sure as `evidence`. */
const readerOf = (evidence: number) => ({
  read: ([line]: readonly TextLine[]) => ({
    fields: { Name: { ...fieldOf(evidence), value: line!.best.text, lines: [0] } },
  }),
});

async function sureOf(evidence: number, seen: string) {
  const reader = readerOf(evidence);
  let looks = 0;
  const lookAgain = async () => {
    looks++;
    return [plainLine(seen, LINE.box)];
  };
  const result = { reading: reader.read([LINE]), lines: [LINE], lookAgain };
  const { Name } = await surenessOf(result as never, reader as never, '2026-11-22', 1);
  return { sure: Name, looks };
}

test('another look that reads something else makes a field less sure', async () => {
  expect(await sureOf(0.1, 'SITI')).toEqual({ sure: expect.closeTo(0.1), looks: 1 });
  expect((await sureOf(0.1, 'SLTI')).sure).toBeLessThan(0.01);
});

test('what is clear or hopeless is not looked at again', async () => {
  expect(await sureOf(0.9, 'SLTI')).toEqual({ sure: 0.9, looks: 0 });
  expect((await sureOf(1e-6, 'SLTI')).looks).toBe(0);
});
