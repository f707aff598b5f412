import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Drawn } from '../draw/parts.ts';
import { cardSvg, H, rect, W } from '../draw/svg.ts';
import { randomFrom } from '../random.ts';
import { photograph } from './photograph.ts';

/** A card whose corners, clockwise from the top left, are red, green, blue and white on a dark ground. */
const COLOURS = ['#ff2020', '#20ff20', '#2020ff', '#ffffff'] as const;
const CORNERS = [
  [0, 0, 0.2, 0.3],
  [0.8, 0, 1, 0.3],
  [0.8, 0.7, 1, 1],
  [0, 0.7, 0.2, 1],
] as const;
const CARD: Drawn = {
  svg: cardSvg(
    `<rect width="${W}" height="${H}" fill="#222"/>${CORNERS.map((box, i) => rect(box, `fill="${COLOURS[i]}"`)).join('')}`,
  ),
  faces: [],
  text: [[0.05, 0.1, 0.95, 0.9]],
  variants: [],
};
/** Far enough in to miss the rounded corner, near enough to be in the corner's colour under any tilt. */
const INWARD = 0.07;

function nameOf([r, g, b]: readonly [number, number, number]): string {
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (least > most * 0.55) return 'white';
  return r === most ? 'red' : g === most ? 'green' : 'blue';
}

it('gives the corners where they are, clockwise from the upright card’s top left', async () => {
  for (let seed = 0; seed < 6; seed++) {
    const { image, quad, width, height } = await photograph(randomFrom(`corner${seed}`), CARD, 'good');
    const { data, info } = await sharp(image).autoOrient().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([width, height]);
    const centre = [0, 1].map((axis) => quad.reduce((sum, corner) => sum + corner[axis]!, 0) / 4);
    const seen = quad.map(([x, y]) => {
      const at = [x + (centre[0]! - x) * INWARD * 2, y + (centre[1]! - y) * INWARD * 2].map(Math.round);
      const offset = (at[1]! * info.width + at[0]!) * 3;
      return nameOf([data[offset]!, data[offset + 1]!, data[offset + 2]!]);
    });
    expect(seen).toEqual(['red', 'green', 'blue', 'white']);
  }
});

it('leaves just outside the corners what is not the card', async () => {
  const { image, quad } = await photograph(randomFrom('outside'), { ...CARD, isAbsent: false }, 'scan');
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true });
  const [x, y] = quad[0].map((value) => Math.round(Math.max(value, 0) + 1));
  const offset = (y! * info.width + x!) * 3;
  // The rounded corner leaves the scanner's lid at the quad's very corner: grey, not red.
  expect(nameOf([data[offset]!, data[offset + 1]!, data[offset + 2]!])).toBe('white');
});
