import { expect, test } from 'vitest';
import { frameQuad, homography } from '#src/imaging/index.ts';
import { offset, reseat } from './reseat.ts';

const toPhoto = homography(frameQuad(1, 1), frameQuad(1000, 600));
const PLACES = [
  [0.1, 0.2],
  [0.8, 0.25],
  [0.15, 0.9],
  [0.7, 0.85],
] as const;
const anchors = (move: (x: number, y: number) => readonly [number, number]) =>
  PLACES.map((usual) => ({ usual, seen: move(usual[0], usual[1]) }));

test('the farthest anchor says how far the text is off', () => {
  expect(offset(anchors((x, y) => [x + 0.03, y - 0.04]))).toBeCloseTo(0.05);
  expect(offset([])).toBe(0);
});

test('the outline goes where the text says: shifted, stretched and leaning', () => {
  const quad = reseat(
    anchors((x, y) => [0.1 + 0.8 * x + 0.05 * y, 0.2 + 0.6 * y]),
    toPhoto,
  )!;
  const want = [100, 120, 900, 120, 950, 480, 150, 480];
  for (const [i, value] of quad.flat().entries()) expect(value).toBeCloseTo(want[i]!, 3);
});

test('one line, or places that fit no card, tell nothing', () => {
  expect(reseat(anchors((x, y) => [x + 0.3, y]).slice(0, 1), toPhoto)).toBeNull();
  expect(
    reseat(
      anchors((x, y) => [5 * x, y]),
      toPhoto,
    ),
  ).toBeNull();
});
