import type { LineBox } from '#src/countries/reader-types.ts';
import type { Raster } from '#src/imaging/index.ts';
import {
  applyHomography,
  CARD_ASPECT,
  type Homography,
  homography,
  type Quad,
  warp,
} from '#src/imaging/index.ts';

/** A line's pixels, straightened from the full photo, and where it lies along the card. */
export interface Crop {
  /** Grey, `height` px high. */
  readonly raster: Raster;
  /** Ends as shares of the card's width. */
  readonly left: number;
  readonly right: number;
}

/** How another look at a line differs from the first. */
export interface CropManner {
  /** Height and length are multiplied by this around the middle, and letters are as wide as they are. */
  readonly loosen?: number;
  /** Letters are drawn so many times as wide as at the first look. */
  readonly stretch?: number;
}

/**
 * Measured on 150 photos of the tuning set: .9 and .8 read as many fields, but at .8 a letter in 500 of the easy
 * ones changes. The cost is as the width.
 */
const SQUEEZE = 0.85;
/** Widths go up in steps, so that the runtime sees few shapes. px */
const WIDTH_STEP = 16;
const MIN_WIDTH = 48;
/** The longest line of a card (an address over its whole width) is 640 px at 48 px height. */
const MAX_WIDTH = 960;

/** The line's four corners in card shares, leaning with its slope. */
export function lineQuad(box: LineBox, loosen = 1): Quad {
  const height = (box.bottom - box.top) * loosen;
  const grow = ((loosen - 1) * (box.bottom - box.top)) / CARD_ASPECT / 2;
  const [left, right] = [box.left - grow, box.right + grow];
  const middle = (box.top + box.bottom) / 2;
  const rise = (box.slope * (right - left)) / 2;
  return [
    [left, middle - rise - height / 2],
    [right, middle + rise - height / 2],
    [right, middle + rise + height / 2],
    [left, middle - rise + height / 2],
  ];
}

/** Cuts a line out of the grey photo, `height` px high. `toPhoto` maps card shares to px of the photo. */
export function cropLine(
  photo: Raster,
  toPhoto: Homography,
  box: LineBox,
  height: number,
  { loosen = 1, stretch = 1 }: CropManner = {},
): Crop {
  const squeeze = stretch * (loosen > 1 ? 1 : SQUEEZE * (box.squeeze ?? 1));
  const card = lineQuad(box, loosen);
  const [a, b, c, d] = card.map((p) => applyHomography(toPhoto, p)) as unknown as Quad;
  const aspect = ((box.right - box.left) * CARD_ASPECT) / (box.bottom - box.top);
  const ideal = height * aspect * squeeze;
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.round(ideal / WIDTH_STEP) * WIDTH_STEP));
  const frame: Quad = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  const raster = warp(photo, homography(frame, [a, b, c, d]), width, height);
  return { raster, left: card[0][0], right: card[1][0] };
}
