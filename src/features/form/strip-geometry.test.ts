import { expect, it } from 'vitest';
import type { Quad } from '#src/contract/index.ts';
import { stripOf } from './strip-geometry.ts';

const flat: Quad = [
  [100, 200],
  [400, 200],
  [400, 230],
  [100, 230],
];

it('cuts a level strip with a margin around a level quad', () => {
  const strip = stripOf(flat);
  expect(strip).toMatchObject({ centre: [250, 215], angle: 0 });
  expect(strip?.width).toBeCloseTo(321);
  expect(strip?.height).toBeCloseTo(51);
});

it('levels a tilted quad', () => {
  const turned = flat.map(([x, y]) => [-y, x]) as unknown as Quad;
  expect(stripOf(turned)?.angle).toBeCloseTo(Math.PI / 2);
});

it('shows nothing for a quad without area', () => {
  expect(stripOf([flat[0], flat[0], flat[0], flat[0]])).toBeNull();
  const wild = [Number.NaN, Number.NaN] as const;
  expect(stripOf([wild, wild, wild, wild] as unknown as Quad)).toBeNull();
});
