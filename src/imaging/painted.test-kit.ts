import { CARD_ASPECT, CORNER_RADIUS, frameQuad, type Point, type Quad } from './geometry.ts';
import { applyHomography, homography } from './homography.ts';
import type { Raster } from './raster.ts';

/** Colour at a place, RGB 0..255. */
export type Paint = (x: number, y: number) => readonly [number, number, number];

/** Corners of a card of `width` px about a middle, turned clockwise by `degrees`, tilted about its long axis. */
export function placeCard(middle: Point, width: number, degrees: number, tilt = 0): Quad {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const lean = (tilt * Math.PI) / 180;
  const distance = 2.5 * width;
  const corners: Point[] = [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0.5, 0.5],
    [-0.5, 0.5],
  ];
  return corners.map(([u, v]) => {
    const away = 1 + ((v * width) / CARD_ASPECT / distance) * Math.sin(lean);
    const x = (u * width) / away;
    const y = ((v * width) / CARD_ASPECT / away) * Math.cos(lean);
    return [middle[0] + x * cos - y * sin, middle[1] + x * sin + y * cos];
  }) as unknown as Quad;
}

/** What a test card shows: uneven bars in place of words, and a portrait's dark block. */
export const print =
  (ground: readonly [number, number, number], ink: readonly [number, number, number]): Paint =>
  (u, v) => {
    const line = Math.floor(v * 18);
    const letters = Math.sin(91 * u + 37 * line) + Math.sin(57 * u + 11 * line) > -0.4;
    const bar = line % 2 === 1 && line < 17 && u > 0.05 && u < 0.55 && letters;
    const portrait = u > 0.68 && u < 0.94 && v > 0.24 && v < 0.84;
    return bar || portrait ? ink : ground;
  };

/**
 * A test picture: a card with round corners over a background, each pixel the mean of four places. For the
 * tests of this folder, which must not depend on how the project draws its cards.
 */
export function paint(width: number, height: number, quad: Quad, card: Paint, background: Paint): Raster {
  const data = new Uint8Array(width * height * 3);
  const toCard = homography(quad, frameQuad(CARD_ASPECT, 1));
  const radius = CORNER_RADIUS * CARD_ASPECT;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      for (const [dx, dy] of [
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ] as const) {
        const [u, v] = applyHomography(toCard, [x + dx, y + dy]);
        const outX = Math.max(0, Math.abs(u - CARD_ASPECT / 2) - (CARD_ASPECT / 2 - radius));
        const outY = Math.max(0, Math.abs(v - 0.5) - (0.5 - radius));
        const colour =
          Math.hypot(outX, outY) <= radius ? card(u / CARD_ASPECT, v) : background(x + dx, y + dy);
        for (let c = 0; c < 3; c++) data[i + c]! += colour[c]! / 4;
      }
    }
  }
  return { data, width, height, channels: 3 };
}
