import { describe, expect, it } from 'vitest';
import { judge, type Quad, type Raster, readSigns } from '../index.ts';
import { paint, placeCard, print } from '../painted.test-kit.ts';

const WIDTH = 640;
const HEIGHT = 480;
const quad = placeCard([320, 240], 420, 5);
const sharp = paint(WIDTH, HEIGHT, quad, print([176, 204, 224], [40, 44, 60]), () => [122, 96, 70]);

/** Box blur along rows, columns or both, by ± radius px. */
function blur(r: Raster, radius: number, axes: readonly (readonly [number, number])[]): Raster {
  let data = Float32Array.from(r.data);
  for (const [dx, dy] of axes) {
    data = data.map((_, i) => {
      const [p, c] = [Math.floor(i / 3), i % 3];
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        const x = Math.min(r.width - 1, Math.max(0, (p % r.width) + k * dx));
        const y = Math.min(r.height - 1, Math.max(0, Math.floor(p / r.width) + k * dy));
        sum += data[(y * r.width + x) * 3 + c]!;
      }
      return sum / (2 * radius + 1);
    });
  }
  return { ...r, data: Uint8Array.from(data) };
}

const map = (r: Raster, change: (v: number, pixel: number) => number): Raster => ({
  ...r,
  data: r.data.map((v, i) => Math.max(0, Math.min(255, change(v, Math.floor(i / 3))))),
});

describe('judge', () => {
  it('measures what it was given', () => {
    const quality = judge(sharp, quad);
    expect(Math.abs(quality.cardWidth - 420)).toBeLessThan(1);
    expect(Math.abs(quality.fill - (420 * 420) / 1.5858 / (WIDTH * HEIGHT))).toBeLessThan(0.01);
    expect(quality.tilt).toBeLessThan(5);
    expect(quality.cutOff).toBe(0);
    expect(quality.glare).toEqual({ fraction: 0, box: null });
    expect(quality.contrast).toBeGreaterThan(0.4);
  });

  it('falls with blur, and with motion along one axis alone', () => {
    const clear = judge(sharp, quad).sharpness;
    const soft = judge(
      blur(sharp, 2, [
        [1, 0],
        [0, 1],
      ]),
      quad,
    ).sharpness;
    const moved = judge(blur(sharp, 4, [[1, 0]]), quad).sharpness;
    expect(clear).toBeGreaterThan(0.6);
    expect(soft).toBeLessThan(0.6 * clear);
    expect(moved).toBeLessThan(0.5 * clear);
  });

  it('does not take low contrast for blur', () => {
    const faint = map(sharp, (v) => 120 + (v - 120) * 0.4);
    expect(Math.abs(judge(faint, quad).sharpness - judge(sharp, quad).sharpness)).toBeLessThan(0.15);
  });

  it('says where the glare is', () => {
    const glaring = map(sharp, (v, p) => {
      const [x, y] = [p % WIDTH, Math.floor(p / WIDTH)];
      return Math.hypot(x - 420, y - 200) < 30 ? 255 : v;
    });
    const { fraction, box } = judge(glaring, quad).glare;
    expect(fraction).toBeGreaterThan(0.01);
    expect(fraction).toBeLessThan(0.06);
    expect(box!.left).toBeGreaterThan(0.5);
    expect(box!.bottom).toBeLessThan(0.6);
  });

  it('measures what lies outside the frame', () => {
    const half = quad.map(([x, y]) => [x - 320, y]) as unknown as Quad;
    expect(Math.abs(judge(sharp, half).cutOff - 0.5)).toBeLessThan(0.05);
  });

  it('measures the whole picture without a quad', () => {
    const quality = judge(sharp, null);
    expect(quality.fill).toBe(0);
    expect(quality.brightness).toBeGreaterThan(0.3);
  });
});

describe('readSigns', () => {
  it('tells a photocopy under warm light by its lack of colour', () => {
    const copy: Raster = {
      ...sharp,
      data: sharp.data.map((_, i) => {
        const p = Math.floor(i / 3) * 3;
        const gray = (sharp.data[p]! + sharp.data[p + 1]! + sharp.data[p + 2]!) / 3;
        return gray * [1, 0.92, 0.8][i % 3]!;
      }),
    };
    expect(readSigns(copy, quad).chroma.mean).toBeGreaterThan(0.05);
    expect(readSigns(copy, quad).chroma.spread).toBeLessThan(0.02);
  });

  it('tells the grid of a screen from grain', () => {
    let state = 7;
    const grain = map({ ...sharp, data: sharp.data.map(() => 150) }, (v) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return v + (state >>> 27) - 16;
    });
    const screen = map(grain, (v, p) => v * ((p % WIDTH) % 3 === 0 ? 0.8 : 1));
    expect(readSigns(screen, quad).moire).toBeGreaterThan(0.6);
    expect(readSigns(grain, quad).moire).toBeLessThan(0.2);
  });
});
