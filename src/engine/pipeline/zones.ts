import type { Zone } from '#src/countries/reader-types.ts';
import type { Raster } from '#src/imaging/index.ts';
import { CARD_ASPECT, type Quad, warpRegion } from '#src/imaging/index.ts';

/** A zone's place on the raster that all zones of a card are packed on. */
export interface Placed {
  readonly zone: Zone;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Zones stacked on one small grey raster, sides multiples of 32 as the detector wants them. */
export interface PackedZones {
  readonly raster: Raster;
  readonly placed: readonly Placed[];
}

/**
 * Height of the whole card, px, at the scale that text is detected at: capitals of an address line (.036 of
 * the height) are then 14 px, well above the 8 px under which the detector begins to miss lines.
 */
const CARD_HEIGHT = 364;
/** Between two zones, so that the detector never joins lines across them. px */
const GAP = 8;
const MULTIPLE = 32;

const roundUp = (n: number): number => Math.ceil(n / MULTIPLE) * MULTIPLE;

/** Mean of some thousand pixels: what fills the space between zones. */
function mean({ data }: Raster): number {
  const step = Math.max(1, Math.floor(data.length / 4096));
  let [sum, count] = [0, 0];
  for (let i = 0; i < data.length; i += step, count++) sum += data[i]!;
  return sum / Math.max(1, count);
}

/**
 * Cuts the zones out of the grey photo and stacks them on sheets: a zone that is wider than those before it begins a
 * new one, which would else be mostly empty. `quad` is the upright card in px of the photo; what lies farther outside
 * it than `beyond`, in card shares, is left blank: print on the table is none of the card's.
 */
export function packZones(photo: Raster, quad: Quad, zones: readonly Zone[], beyond: number): PackedZones[] {
  const sheets: Placed[][] = [];
  for (const zone of zones) {
    const width = Math.round((zone.right - zone.left) * CARD_HEIGHT * CARD_ASPECT);
    const height = Math.round((zone.bottom - zone.top) * CARD_HEIGHT);
    const last = sheets.at(-1);
    const above = last?.at(-1);
    if (last && above && width <= roundUp(last[0]!.width))
      last.push({ zone, y: above.y + above.height + GAP, width, height });
    else sheets.push([{ zone, y: 0, width, height }]);
  }
  const fill = mean(photo);
  return sheets.map((placed) => ({ raster: draw(photo, quad, placed, beyond, fill), placed }));
}

function draw(
  photo: Raster,
  quad: Quad,
  placed: readonly Placed[],
  beyond: number,
  fill: number,
): PackedZones['raster'] {
  const width = roundUp(placed[0]!.width);
  const height = roundUp(Math.max(...placed.map((p) => p.y + p.height)));
  const data = new Uint8Array(width * height).fill(fill);
  for (const { zone, y: top, width: w, height: h } of placed) {
    const region = {
      x: zone.left,
      y: zone.top,
      width: zone.right - zone.left,
      height: zone.bottom - zone.top,
    };
    const part = warpRegion(photo, quad, region, w, h);
    const [left, right] = within(zone.left, zone.right, w, beyond);
    const [first, last] = within(zone.top, zone.bottom, h, beyond);
    for (let row = first; row < last; row++) {
      data.set(part.data.subarray(row * w + left, row * w + right), (top + row) * width + left);
    }
  }
  return { data, width, height, channels: 1 };
}

/** The px of `count` between two card shares that show the card, give or take `beyond`. */
function within(from: number, to: number, count: number, beyond: number): [number, number] {
  const px = (share: number) => Math.round((count * (share - from)) / (to - from));
  return [Math.max(0, px(-beyond)), Math.min(count, px(1 + beyond))];
}
