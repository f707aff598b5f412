import type { Raster } from '../draw/svg.ts';
import { edgeDistance, type Homography, invert, type Shape } from './geometry.ts';
import { fingerDistance, type Hand } from './hand.ts';
import { glareAt, type Light, shade } from './light.ts';
import { type Tile, wrap } from './texture.ts';

/** What lies on the table, and how the tile is laid there. */
export interface Table {
  readonly tile: Tile;
  /** Tile pixels per card width, turn and offset of the tile. */
  readonly grain: number;
  readonly turn: number;
  readonly offset: readonly [number, number];
  /** Colour of this particular table: gains on the tile's channels. */
  readonly tint: readonly [number, number, number];
  /** Direction, reach and depth of the card's own shadow, card widths; null for a scan or a screen. */
  readonly drop: {
    readonly x: number;
    readonly y: number;
    readonly reach: number;
    readonly depth: number;
  } | null;
  readonly hand: { readonly shape: Hand; readonly skin: Tile } | null;
  /** Stripes of a screen's pixels: pixels per card width, and how deep they are; null for a real card. */
  readonly screen: { readonly pixels: number; readonly depth: number } | null;
}

/** sRGB to linear light and back (IEC 61966-2-1), as tables. */
const TO_LINEAR = Float32Array.from({ length: 256 }, (_, i) => {
  const v = i / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});
const STEPS = 8191;
const TO_SRGB = Uint8Array.from({ length: STEPS + 1 }, (_, i) => {
  const v = i / STEPS;
  return Math.round(255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055));
});
const encode = (linear: number): number =>
  TO_SRGB[linear <= 0 ? 0 : linear >= 1 ? STEPS : (linear * STEPS + 0.5) | 0]!;

const TAU = 2 * Math.PI;
const ramp = (value: number): number => (value < 0 ? 0 : Math.min(value, 1));

/** Bilinear sample of an RGBA raster at pixel coordinates; the result is left in `out`. */
function sampleCard(card: Raster, x: number, y: number, out: Float32Array): void {
  const cx = Math.max(0, Math.min(card.width - 1.001, x));
  const cy = Math.max(0, Math.min(card.height - 1.001, y));
  const x0 = cx | 0;
  const y0 = cy | 0;
  const fx = cx - x0;
  const fy = cy - y0;
  const at = (y0 * card.width + x0) * 4;
  const below = at + card.width * 4;
  const { data } = card;
  for (let c = 0; c < 3; c++) {
    const top = data[at + c]! * (1 - fx) + data[at + 4 + c]! * fx;
    const bottom = data[below + c]! * (1 - fx) + data[below + 4 + c]! * fx;
    out[c] = top * (1 - fy) + bottom * fy;
  }
}

/** Bilinear sample of a seamless tile, anywhere on the plane; the result is left in `out`. */
function sampleTile(tile: Tile, x: number, y: number, out: Float32Array): void {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  const a = wrap(x0, y0);
  const b = wrap(x0 + 1, y0);
  const c = wrap(x0, y0 + 1);
  const d = wrap(x0 + 1, y0 + 1);
  for (let k = 0; k < 3; k++) {
    const top = tile[a + k]! * (1 - fx) + tile[b + k]! * fx;
    out[k] = top * (1 - fy) + (tile[c + k]! * (1 - fx) + tile[d + k]! * fx) * fy;
  }
}

function skinOver(
  out: Float32Array,
  into: Float32Array,
  skin: Tile,
  x: number,
  y: number,
  depth: number,
  r: number,
): void {
  sampleTile(skin, x * 420, y * 420, into);
  // Rounder towards the outline: a finger darkens at its edge.
  const round = 0.55 + 0.45 * Math.sqrt(ramp(-depth / r));
  for (let c = 0; c < 3; c++) out[c] = into[c]! * round;
}

/**
 * Photographs a card (or with null, nothing) on a table: `[height, width, 3]` uint8 sRGB. `place` maps the table to the picture
 * (see `project`), `scale` is the card's width in pixels.
 */
export function render(
  card: Raster | null,
  shape: Shape,
  table: Table,
  light: Light,
  place: Homography,
  scale: number,
  width: number,
  height: number,
): Uint8Array {
  const [a, b, c, d, e, f, g, k, i] = invert(place);
  const image = new Uint8Array(width * height * 3);
  const colour = new Float32Array(3);
  const over = new Float32Array(3);
  const [tc, ts] = [Math.cos(table.turn) * table.grain, Math.sin(table.turn) * table.grain];
  const { drop, hand, screen } = table;
  const [midX, midY] = [width / 2, height / 2];
  const corner = 1 / (midX * midX + midY * midY);
  let out = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const w = 1 / (g * (x + 0.5) + k * (y + 0.5) + i);
      const tx = (a * (x + 0.5) + b * (y + 0.5) + c) * w;
      const ty = (d * (x + 0.5) + e * (y + 0.5) + f) * w;
      const distance = edgeDistance(shape, tx, ty);
      const cover = card ? ramp(0.5 - distance * scale) : 0;
      if (cover < 1) {
        sampleTile(
          table.tile,
          tx * tc - ty * ts + table.offset[0],
          tx * ts + ty * tc + table.offset[1],
          colour,
        );
        for (let n = 0; n < 3; n++) colour[n] = Math.min(255, colour[n]! * table.tint[n]!);
        if (hand)
          for (const finger of hand.shape.behind) {
            const depth = fingerDistance(finger, tx, ty);
            if (depth < 0) skinOver(colour, over, hand.skin, tx, ty, depth, finger.r);
          }
        if (card && drop && distance < 0.2) {
          const fall = ramp(1 - edgeDistance(shape, tx - drop.x, ty - drop.y) / drop.reach);
          const dark = 1 - drop.depth * fall * fall;
          for (let n = 0; n < 3; n++) colour[n]! *= dark;
        }
      }
      if (card && cover > 0) {
        sampleCard(card, (tx + 0.5) * card.width - 0.5, ty * card.width + card.height / 2 - 0.5, over);
        for (let n = 0; n < 3; n++) colour[n] = colour[n]! * (1 - cover) + over[n]! * cover;
      }
      if (hand && (tx > 0.3 || tx < -0.3)) {
        const depth = fingerDistance(hand.shape.thumb, tx, ty);
        if (depth < 0) skinOver(colour, over, hand.skin, tx, ty, depth, hand.shape.thumb.r);
      }
      const rx = x - midX;
      const ry = y - midY;
      const gain =
        (1 + rx * light.slope[0] + ry * light.slope[1]) *
        (1 - light.vignette * (rx * rx + ry * ry) * corner) *
        (light.edges.length ? shade(light.edges, x, y) : 1);
      const glare = light.spots.length ? glareAt(light.spots, x, y) : 0;
      const row = screen ? 1 - screen.depth * 0.4 * (0.5 + 0.5 * Math.cos(ty * screen.pixels * TAU)) : 1;
      for (let n = 0; n < 3; n++) {
        const lit = TO_LINEAR[colour[n]! | 0]! * light.gain[n]! * gain;
        const stripe = screen
          ? row * (1 - screen.depth * (0.5 + 0.5 * Math.cos((tx * screen.pixels - n / 3) * TAU)))
          : 1;
        image[out++] = encode(lit * stripe + glare);
      }
    }
  }
  return image;
}
