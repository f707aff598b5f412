import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropFor, MARGIN, MAX_BYTES, MAX_QUALITY, MIN_QUALITY, nextQuality, nextScale } from './plan.ts';

const at = fc.integer({ min: 0, max: 3_000 });
const point = fc.tuple(at, at);
const anyQuad = fc.tuple(point, point, point, point);

describe('cropFor', () => {
  it('stays inside the picture, keeps the whole card and its margin where there is room', () => {
    fc.assert(
      fc.property(anyQuad, (quad) => {
        const crop = cropFor(quad, 3_000, 3_000);
        expect(crop.x).toBeGreaterThanOrEqual(0);
        expect(crop.y).toBeGreaterThanOrEqual(0);
        expect(crop.x + crop.width).toBeLessThanOrEqual(3_001);
        expect(crop.y + crop.height).toBeLessThanOrEqual(3_001);
        for (const [x, y] of quad) {
          expect(x).toBeGreaterThanOrEqual(crop.x);
          expect(x).toBeLessThanOrEqual(crop.x + crop.width);
          expect(y).toBeGreaterThanOrEqual(crop.y);
          expect(y).toBeLessThanOrEqual(crop.y + crop.height);
        }
      }),
    );
  });

  it('leaves 8 % of the longer side around a card in the middle', () => {
    const quad = [
      [1_000, 1_000],
      [2_000, 1_000],
      [2_000, 1_630],
      [1_000, 1_630],
    ] as const;
    const m = 1_000 * MARGIN;
    expect(cropFor(quad, 4_000, 3_000)).toEqual({
      x: 1_000 - m,
      y: 1_000 - m,
      width: 1_000 + 2 * m,
      height: 630 + 2 * m,
    });
  });
});

describe('steps of the encoding', () => {
  const bytes = fc.integer({ min: 1, max: 5_000_000 });

  it('never leaves the range of qualities, and goes the right way', () => {
    fc.assert(
      fc.property(fc.double({ min: MIN_QUALITY, max: MAX_QUALITY, noNaN: true }), bytes, (quality, size) => {
        const next = nextQuality(quality, size);
        expect(next).toBeGreaterThanOrEqual(MIN_QUALITY);
        expect(next).toBeLessThanOrEqual(MAX_QUALITY);
        if (size > MAX_BYTES) expect(next).toBeLessThanOrEqual(quality + 0.005);
      }),
    );
  });

  it('shrinks until the floor and then says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: MAX_BYTES + 1, max: 5_000_000 }), (size) => {
        let scale: number | null = 1;
        for (let i = 0; i < 40 && scale !== null; i++) {
          const next: number | null = nextScale(scale, size, 0.5);
          if (next !== null) expect(next).toBeLessThan(scale);
          scale = next;
        }
        expect(scale).toBeNull();
      }),
    );
  });
});
