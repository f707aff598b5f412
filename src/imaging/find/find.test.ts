import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCard, findCards, LOOKS, type Quad, quadIoU, type Raster, toGray } from '../index.ts';
import { type Paint, paint, placeCard, print } from '../painted.test-kit.ts';

const WIDTH = 640;
const HEIGHT = 480;
const card = print([176, 204, 224], [40, 44, 60]);
const desk: Paint = () => [122, 96, 70];
const stripes: Paint = (x, y) => (Math.floor((x + 2 * y) / 17) % 2 === 0 ? [180, 60, 70] : [236, 228, 220]);
const checks: Paint = (x, y) =>
  (Math.floor(x / 26) + Math.floor(y / 26)) % 2 === 0 ? [60, 90, 150] : [220, 224, 232];

/** Overlap of the best finding with the truth. */
const overlap = (r: Raster, truth: Quad): number => {
  const found = findCard(r);
  return found ? quadIoU(found.quad, truth) : 0;
};

describe('findCard', () => {
  it('finds a card at any rotation', () => {
    for (let degrees = 0; degrees < 360; degrees += 24) {
      const truth = placeCard([320, 240], 330, degrees);
      expect(overlap(paint(WIDTH, HEIGHT, truth, card, desk), truth), `${degrees}°`).toBeGreaterThan(0.98);
    }
  });

  it('finds a card at 30 % and at nearly the whole of the frame', () => {
    for (const width of [192, 620]) {
      const truth = placeCard([320, 240], width, 3);
      expect(overlap(paint(WIDTH, HEIGHT, truth, card, desk), truth), `${width} px`).toBeGreaterThan(0.97);
    }
  });

  it('finds a card tilted by 45°, and says so', () => {
    const truth = placeCard([320, 240], 380, 10, 45);
    const found = findCard(paint(WIDTH, HEIGHT, truth, card, desk));
    expect(quadIoU(found!.quad, truth)).toBeGreaterThan(0.97);
    expect(Math.abs(found!.tilt - 45)).toBeLessThan(8);
    expect(Math.abs(found!.aspect - 1.586)).toBeLessThan(0.1);
  });

  it('finds a card on stripes and checks', () => {
    for (const background of [stripes, checks]) {
      const truth = placeCard([330, 230], 300, 35);
      expect(overlap(paint(WIDTH, HEIGHT, truth, card, background), truth)).toBeGreaterThan(0.97);
    }
  });

  it('finds by its tint alone a card among print as grey as its own', () => {
    const grey = (x: number, y: number): number =>
      (Math.floor(x / 7) * 7 + Math.floor(y / 5) * 11) % 3 === 0 ? 90 : 200;
    const truth = placeCard([320, 240], 330, 14);
    const raster = paint(
      WIDTH,
      HEIGHT,
      truth,
      (u, v) => {
        const value = grey(u * 330, v * 208);
        return [value - 16, value, value - 6];
      },
      (x, y) => {
        const value = grey(x, y);
        return [value, value, value];
      },
    );
    const found = findCards(raster, { looks: [LOOKS[0]] })[0];
    expect(quadIoU(found!.quad, truth)).toBeGreaterThan(0.97);
    expect(found!.look).toBe(LOOKS[0]);
    expect(findCards(toGray(raster), { looks: [LOOKS[0]] })).toEqual([]);
  });

  it('finds a cream card on a pale desk, five grey levels apart', () => {
    const truth = placeCard([320, 240], 340, 8);
    const pale = paint(WIDTH, HEIGHT, truth, print([232, 226, 212], [70, 60, 50]), () => [227, 221, 207]);
    expect(overlap(pale, truth)).toBeGreaterThan(0.97);
  });

  it('extrapolates what the frame cuts off', () => {
    const truth = placeCard([155, 240], 330, 2);
    expect(truth[0][0]).toBeLessThan(0);
    expect(overlap(paint(WIDTH, HEIGHT, truth, card, desk), truth)).toBeGreaterThan(0.94);
  });

  it('takes a picture of exactly a card for a scan of one', () => {
    const truth = placeCard([400, 252], 801, 0.1);
    const found = findCard(paint(800, 504, truth, card, () => [250, 250, 250]));
    expect(quadIoU(found!.quad, truth)).toBeGreaterThan(0.98);
  });

  it('falls back on the print where there is no outline', () => {
    const truth = placeCard([300, 220], 320, 12);
    const copy = paint(WIDTH, HEIGHT, truth, print([246, 246, 246], [60, 60, 60]), () => [246, 246, 246]);
    const byPrint = findCards(copy).find((found) => found.by === 'print');
    expect(quadIoU(byPrint!.quad, truth)).toBeGreaterThan(0.65);
  });

  it('works on grey and on RGBA', () => {
    const truth = placeCard([320, 240], 330, 200);
    const rgb = paint(WIDTH, HEIGHT, truth, card, desk);
    const rgba = new Uint8ClampedArray(WIDTH * HEIGHT * 4).map((_, i) =>
      i % 4 === 3 ? 255 : rgb.data[Math.floor(i / 4) * 3 + (i % 4)]!,
    );
    expect(overlap(toGray(rgb), truth)).toBeGreaterThan(0.98);
    expect(overlap({ data: rgba, width: WIDTH, height: HEIGHT, channels: 4 }, truth)).toBeGreaterThan(0.98);
  });

  it('starts with a long side, at the top left, clockwise', () => {
    for (const degrees of [0, 90, 180, 270]) {
      const [a, b, , d] = findCard(
        paint(WIDTH, HEIGHT, placeCard([320, 240], 330, degrees), card, desk),
      )!.quad;
      expect(Math.hypot(b[0] - a[0], b[1] - a[1])).toBeGreaterThan(Math.hypot(d[0] - a[0], d[1] - a[1]));
      expect(a[0] + a[1] - (b[0] + b[1])).toBeLessThan(0);
      expect((b[0] - a[0]) * (d[1] - a[1]) - (b[1] - a[1]) * (d[0] - a[0])).toBeGreaterThan(0);
    }
  });

  it('ranks its hypotheses and keeps them apart', () => {
    const truth = placeCard([320, 240], 300, 20);
    const found = findCards(paint(WIDTH, HEIGHT, truth, card, checks), { limit: 4 });
    expect(found.length).toBeGreaterThan(0);
    for (let i = 0; i < found.length; i++)
      for (let j = i + 1; j < found.length; j++)
        expect(quadIoU(found[i]!.quad, found[j]!.quad)).toBeLessThan(0.9);
  });

  it('sees no card where there is none', () => {
    for (const background of [desk, stripes]) {
      const nowhere = placeCard([-900, -900], 100, 0);
      const found = findCard(paint(WIDTH, HEIGHT, nowhere, card, background));
      expect(found?.score ?? 0).toBeLessThan(0.5);
    }
  });

  it('never throws, whatever the pixels', () => {
    const raster = fc
      .tuple(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom(1, 3, 4),
        fc.nat(),
      )
      .map(([width, height, channels, seed]): Raster => {
        let state = seed + 1;
        const data = new Uint8Array(width * height * channels).map(() => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          return state >>> 24;
        });
        return { data, width, height, channels: channels as 1 | 3 | 4 };
      });
    fc.assert(
      fc.property(raster, (r) => {
        for (const { quad, score } of findCards(r)) {
          expect(score).toBeGreaterThanOrEqual(0);
          for (const [x, y] of quad) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
        }
      }),
    );
  });
});
