import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCard, type Point, quadIoU, trackCard } from '../index.ts';
import { paint, placeCard, print } from '../painted.test-kit.ts';

const card = print([176, 204, 224], [40, 44, 60]);
const desk = () => [122, 96, 70] as const;
const frame = (middle: Point, degrees = 5, width = 420) => {
  const truth = placeCard(middle, width, degrees, 10);
  return { truth, raster: paint(640, 480, truth, card, desk) };
};

describe('trackCard', () => {
  it('follows a card that wanders, without drifting off it', () => {
    let last = findCard(frame([320, 240]).raster)!;
    for (let step = 1; step <= 12; step++) {
      const { truth, raster } = frame([320 + 3 * step, 240 - 2 * step], 5 + 0.5 * step, 420 - step);
      const found = trackCard(raster, last);
      expect(quadIoU(found!.quad, truth), `step ${step}`).toBeGreaterThan(0.985);
      last = found!;
    }
  });

  it('says the same of a frame as a search does', () => {
    const searched = findCard(frame([322, 239]).raster)!;
    const tracked = trackCard(frame([322, 239]).raster, findCard(frame([320, 240]).raster)!)!;
    expect(quadIoU(tracked.quad, searched.quad)).toBeGreaterThan(0.99);
    expect(Math.abs(tracked.score - searched.score)).toBeLessThan(0.05);
    expect(Math.abs(tracked.tilt - searched.tilt)).toBeLessThan(3);
  });

  it('lets go of a card that has left, jumped or been turned', () => {
    const before = findCard(frame([320, 240]).raster)!;
    const empty = { ...frame([320, 240]).raster, data: new Uint8Array(640 * 480 * 3).fill(110) };
    expect(trackCard(empty, before)).toBeNull();
    expect(trackCard(frame([380, 290]).raster, before)).toBeNull();
    expect(trackCard(frame([320, 240], 40).raster, before)).toBeNull();
  });

  it('answers nothing or a card near the one before, whatever it is shown', () => {
    const before = findCard(frame([320, 240]).raster)!;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 97 }), (base, period) => {
        const data = Uint8Array.from({ length: 640 * 480 }, (_, i) => (base + (i % period) * 7) & 255);
        const found = trackCard({ data, width: 640, height: 480, channels: 1 }, before);
        return found === null || quadIoU(found.quad, before.quad) > 0.7;
      }),
      { numRuns: 12 },
    );
  });
});
