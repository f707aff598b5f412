import sharp from 'sharp';
import { expect, test } from 'vitest';
import { MAX_IMAGE_BYTES } from '#src/contract/index.ts';
import { drawCard } from '../draw/index.ts';
import type { Card } from '../types.ts';
import { invert, project, squareToQuad } from './geometry.ts';
import { capture, photograph, type RawPhoto } from './index.ts';

/** A card in one loud colour, so that a pixel says whether it is card or place. */
const magenta: Card = {
  country: null,
  kind: 'blank',
  message: null,
  printed: null,
  width: 800,
  height: 504,
  rgba: new Uint8ClampedArray(800 * 504 * 4).map((_, i) => (i % 4 === 1 ? 0 : 255)),
  fields: { Name: [{ x: 80, y: 50, w: 400, h: 50 }] },
};

const isCard = ({ rgb, shot }: RawPhoto, [x, y]: readonly [number, number]) => {
  const i = (Math.floor(y) * shot.width + Math.floor(x)) * 3;
  return rgb[i]! > 200 && rgb[i + 1]! < 70 && rgb[i + 2]! > 200;
};

test.each([
  { rotation: 0, tilt: 0 },
  { rotation: 12, tilt: 25, tiltAxis: 40 },
  { rotation: 187, tilt: 40, tiltAxis: 130, cardWidth: 500 },
  { rotation: 271, tilt: 15, tiltAxis: 300 },
])('the quad is the edge of the card: $rotation° turned, $tilt° tilted', async (pose) => {
  const raw = await capture(magenta, 3, { clean: true, background: 'stone', ...pose });
  const map = squareToQuad(raw.truth.quad);
  for (let t = 0.02; t < 1; t += 0.049) {
    for (const inside of [
      [t, 0.01],
      [t, 0.99],
      [0.01, t],
      [0.99, t],
    ] as const)
      expect(isCard(raw, project(map, inside[0], inside[1])), `inside ${inside}`).toBe(true);
    for (const outside of [
      [t, -0.012],
      [t, 1.012],
      [-0.012, t],
      [1.012, t],
    ] as const)
      expect(isCard(raw, project(map, outside[0], outside[1])), `outside ${outside}`).toBe(false);
  }
});

test('corners run clockwise from the top left of the upright card', async () => {
  const { truth } = await capture(magenta, 3, { clean: true });
  const [a, b, c, d] = truth.quad;
  expect(a[0]).toBeLessThan(b[0]);
  expect(b[1]).toBeLessThan(c[1]);
  expect(d[0]).toBeCloseTo(a[0], 5);
  expect(truth.fields.Name![0]![0][0]).toBeCloseTo(a[0] + (b[0] - a[0]) * 0.1, 5);
  const upside = await capture(magenta, 3, { clean: true, rotation: 180 });
  expect(upside.truth.quad[0][0]).toBeGreaterThan(upside.truth.quad[1][0]);
});

test('a homography and its inverse cancel', () => {
  const quad = [
    [10, 20],
    [300, 40],
    [280, 260],
    [30, 240],
  ] as const;
  const map = squareToQuad(quad.map((p) => [...p]) as never);
  const back = invert(map);
  const [x, y] = project(map, 0.3, 0.8);
  const w = back[6]! * x + back[7]! * y + back[8]!;
  expect((back[0]! * x + back[1]! * y + back[2]!) / w).toBeCloseTo(0.3, 9);
  expect((back[3]! * x + back[4]! * y + back[5]!) / w).toBeCloseTo(0.8, 9);
});

test.each(['scan', 'good', 'hard'] as const)(
  '%s: equal seeds give equal bytes, within the size limit',
  async (level) => {
    const card = drawCard(3);
    const [a, b] = [await photograph(card, 3, { level }), await photograph(card, 3, { level })];
    expect(Buffer.compare(a.jpeg, b.jpeg)).toBe(0);
    expect(a.jpeg.length).toBeLessThan(MAX_IMAGE_BYTES);
    const { width, height } = await sharp(a.jpeg).metadata();
    expect([width, height]).toEqual([a.truth.width, a.truth.height]);
    expect(a.truth.message).toEqual(card.message);
  },
);

test('the frame cuts off no more than it was told', async () => {
  for (const crop of [0, 0.05]) {
    const { truth } = await capture(magenta, 9, { clean: true, crop, offsetX: 0.05, tilt: 20, tiltAxis: 80 });
    const xs = truth.quad.map((p) => p[0]);
    const span = Math.max(...xs) - Math.min(...xs);
    expect(Math.max(0, -Math.min(...xs)) / span).toBeCloseTo(crop, 5);
  }
});

test('each distortion alone changes the picture', async () => {
  const card = drawCard(4, { country: 'pk' });
  const size = { clean: true, width: 640, height: 480, cardWidth: 500 } as const;
  const clean = await capture(card, 1, size);
  for (const knob of [
    { defocus: 1.5 },
    { motion: 5 },
    { exposure: 0.5 },
    { warmth: 0.8 },
    { contrast: 0.8 },
    { noise: 8 },
    { glare: 1 },
    { shadow: 0.4 },
    { falloff: 0.4 },
    { grip: 'left' },
    { sleeve: 1 },
    { wear: 1 },
    { saturation: 0.4 },
    { medium: 'photocopy' },
    { medium: 'screen' },
    { noise: 8, denoise: true },
    { sharpening: 1 },
    { empty: true },
  ] as const) {
    const { rgb } = await capture(card, 1, { ...size, ...knob });
    let sum = 0;
    let mean = 0;
    for (let i = 0; i < rgb.length; i++) {
      sum += Math.abs(rgb[i]! - clean.rgb[i]!);
      mean += rgb[i]!;
    }
    expect(sum / rgb.length, JSON.stringify(knob)).toBeGreaterThan(0.1);
    expect(mean / rgb.length, JSON.stringify(knob)).toBeGreaterThan(10);
  }
});
