import { CARD_ASPECT, distance, frameQuad, type Quad, shareOutside, signedArea } from '../geometry.ts';
import { homography } from '../homography.ts';
import { estimatePose } from '../pose.ts';
import { downscale, type Raster, toGray } from '../raster.ts';
import { rectify, warp } from '../warp.ts';
import { type Glare, measureGlare, measureGlareIn } from './glare.ts';
import { measureSharpness } from './sharpness.ts';
import type { Quality } from './types.ts';

/**
 * Width in px at which a card is judged, whatever its size in the photo: letters are then 8 px high, the
 * least at which people and recognisers read them. A card smaller than that in the photo looks soft, as it
 * should: its detail is missing.
 */
const JUDGED_WIDTH = 400;
const JUDGED_HEIGHT = Math.round(JUDGED_WIDTH / CARD_ASPECT);

const LOW_SHARE = 0.05;
const HIGH_SHARE = 0.95;

/**
 * Pictures of up to so many px (a live frame's 640 × 480) are turned grey before they are rectified, which is
 * a third of the work; in larger ones the card is the smaller part.
 */
const SMALL_PX = 420_000;

/** The card in grey, `JUDGED_WIDTH` px wide, and its glare; the whole picture where there is no card. */
function closeUp(r: Raster, quad: Quad | null): { gray: Raster; glare: Glare } {
  if (quad === null || r.width * r.height > SMALL_PX) {
    const card = quad ? rectify(r, quad, JUDGED_WIDTH, JUDGED_HEIGHT) : downscale(r, JUDGED_WIDTH);
    return { gray: toGray(card), glare: measureGlare(card) };
  }
  const toSource = homography(frameQuad(JUDGED_WIDTH, JUDGED_HEIGHT), quad);
  return {
    gray: warp(toGray(r), toSource, JUDGED_WIDTH, JUDGED_HEIGHT),
    glare: measureGlareIn(r, toSource, JUDGED_WIDTH, JUDGED_HEIGHT),
  };
}

/** Measures a photo of a card by its quad, or the whole picture where no card was found. Thresholds are the caller's. */
export function judge(r: Raster, quad: Quad | null): Quality {
  const { gray, glare } = closeUp(r, quad);
  const histogram = new Uint32Array(256);
  const { data } = gray;
  for (let i = 0; i < data.length; i++) histogram[data[i]!]!++;
  let sum = 0;
  for (let v = 0; v < 256; v++) sum += v * histogram[v]!;
  const outside = quad ? shareOutside(quad, r.width, r.height) : 0;
  const frame = frameQuad(r.width, r.height);
  return {
    sharpness: measureSharpness(gray),
    glare,
    brightness: sum / data.length / 255,
    contrast:
      (percentile(histogram, HIGH_SHARE, data.length) - percentile(histogram, LOW_SHARE, data.length)) / 255,
    fill: quad ? ((1 - outside) * signedArea(quad)) / signedArea(frame) : 0,
    cardWidth: quad ? (distance(quad[0], quad[1]) + distance(quad[2], quad[3])) / 2 : 0,
    tilt: quad ? estimatePose(quad, r.width, r.height).tilt : 0,
    cutOff: outside,
  };
}

function percentile(histogram: Uint32Array, share: number, total: number): number {
  let seen = 0;
  for (let v = 0; v < 256; v++) {
    seen += histogram[v]!;
    if (seen >= share * total) return v;
  }
  return 255;
}
