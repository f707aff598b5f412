import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyHomography,
  downscale,
  estimatePose,
  homography,
  invert,
  type Quad,
  quadIoU,
  type Raster,
  rectify,
  rotateCorners,
  shareOutside,
  toGray,
  trackMotion,
  warpRegion,
} from './index.ts';

const unit: Quad = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const skewed: Quad = [
  [20, 10],
  [180, 30],
  [170, 120],
  [10, 90],
];

/** A raster whose red rises with x and whose green rises with y. */
function ramp(width: number, height: number, channels: 3 | 4 = 3): Raster {
  const data = new Uint8Array(width * height * channels);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += channels) {
      data[i] = (x * 255) / (width - 1);
      data[i + 1] = (y * 255) / (height - 1);
      data[i + 2] = 40;
    }
  return { data, width, height, channels };
}

describe('homography', () => {
  it('takes corners to corners and back', () => {
    const coordinate = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 8, maxLength: 8 }), (d) => {
        const to = unit.map(([x, y], i) => [
          100 * (x + d[2 * i]!),
          80 * (y + d[2 * i + 1]!),
        ]) as unknown as Quad;
        const h = homography(unit, to);
        const back = invert(h);
        for (let i = 0; i < 4; i++) {
          const there = applyHomography(h, unit[i]!);
          expect(Math.hypot(there[0] - to[i]![0], there[1] - to[i]![1])).toBeLessThan(1e-6);
          const home = applyHomography(back, there);
          expect(Math.hypot(home[0] - unit[i]![0], home[1] - unit[i]![1])).toBeLessThan(1e-6);
        }
      }),
    );
  });
});

describe('geometry', () => {
  it('measures overlap and what the frame cuts off', () => {
    expect(quadIoU(unit, unit)).toBeCloseTo(1);
    const half = unit.map(([x, y]) => [x + 0.5, y]) as unknown as Quad;
    expect(quadIoU(unit, half)).toBeCloseTo(1 / 3);
    expect(shareOutside(half, 1, 1)).toBeCloseTo(0.5);
    expect(rotateCorners(skewed, 3)[0]).toBe(skewed[3]);
  });

  it('reads the true aspect and tilt of a card in perspective', () => {
    // A card 85.6 × 53.98 turned 35° about its vertical axis, 250 in front of a camera of focal length 800.
    const angle = (35 * Math.PI) / 180;
    const project = (x: number, y: number): readonly [number, number] => {
      const z = 250 + x * Math.sin(angle);
      return [320 + (800 * x * Math.cos(angle)) / z, 240 + (800 * y) / z];
    };
    const quad: Quad = [
      project(-42.8, -26.99),
      project(42.8, -26.99),
      project(42.8, 26.99),
      project(-42.8, 26.99),
    ];
    const pose = estimatePose(quad, 640, 480);
    expect(Math.abs(pose.aspect - 1.586)).toBeLessThan(0.15);
    expect(Math.abs(pose.tilt - 35)).toBeLessThan(6);
  });
});

describe('rasters', () => {
  it('averages areas when it shrinks, for any size', () => {
    const checks = new Uint8Array(64 * 48).map((_, i) => (((i % 64) + Math.floor(i / 64)) % 2) * 200);
    const small = downscale({ data: checks, width: 64, height: 48, channels: 1 }, 16);
    expect([small.width, small.height]).toEqual([16, 12]);
    for (const v of small.data) expect(Math.abs(v - 100)).toBeLessThanOrEqual(1);
    const odd = downscale(
      { data: new Uint8Array(101 * 67).fill(90), width: 101, height: 67, channels: 1 },
      37,
    );
    for (const v of odd.data) expect(Math.abs(v - 90)).toBeLessThanOrEqual(1);
  });

  it('turns colour to luma and leaves grey alone', () => {
    const gray = toGray(ramp(4, 4, 4));
    expect(gray.channels).toBe(1);
    expect(toGray(gray)).toBe(gray);
    expect(gray.data[15]).toBe((77 * 255 + 150 * 255 + 29 * 40 + 128) >> 8);
  });

  it('sees the source through a quad, and a region of it', () => {
    const photo = ramp(256, 128);
    const quad: Quad = [
      [64, 32],
      [192, 32],
      [192, 96],
      [64, 96],
    ];
    const card = rectify(photo, quad, 128, 64);
    expect(Math.abs(card.data[0]! - 64)).toBeLessThanOrEqual(2);
    const end = (128 * 64 - 1) * 3;
    expect(Math.abs(card.data[end]! - 191)).toBeLessThanOrEqual(2);
    const corner = warpRegion(photo, quad, { x: 0.5, y: 0.5, width: 0.5, height: 0.5 }, 64, 32);
    expect(Math.abs(corner.data[0]! - 128)).toBeLessThanOrEqual(2);
    expect(Math.abs(corner.data[1]! - 128)).toBeLessThanOrEqual(3);
  });

  it('calls a brighter exposure still, a moved frame moving', () => {
    const a = toGray(ramp(64, 48));
    const brighter = { ...a, data: a.data.map((v) => v + 8) };
    const moved = { ...a, data: a.data.map((_, i) => a.data[(i + 12) % a.data.length]!) };
    expect(trackMotion(a, brighter)).toBeLessThan(0.005);
    expect(trackMotion(a, moved)).toBeGreaterThan(0.02);
    expect(trackMotion(a, { data: new Uint8Array(1), width: 1, height: 1, channels: 1 })).toBe(1);
  });
});
