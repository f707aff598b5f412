import { CARD_ASPECT, distance, frameQuad, type Quad, shareOutside, signedArea } from '../geometry.ts';
import { estimatePose } from '../pose.ts';
import { downscale, type Raster, toGray } from '../raster.ts';
import { rectify } from '../warp.ts';
import { measureGlare } from './glare.ts';
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

/** Measures a photo of a card by its quad, or the whole picture where no card was found. Thresholds are the caller's. */
export function judge(r: Raster, quad: Quad | null): Quality {
  const card = quad ? rectify(r, quad, JUDGED_WIDTH, JUDGED_HEIGHT) : downscale(r, JUDGED_WIDTH);
  const gray = toGray(card);
  const histogram = new Uint32Array(256);
  let sum = 0;
  const { data } = gray;
  for (let i = 0; i < data.length; i++) {
    histogram[data[i]!]!++;
    sum += data[i]!;
  }
  const outside = quad ? shareOutside(quad, r.width, r.height) : 0;
  const frame = frameQuad(r.width, r.height);
  return {
    sharpness: measureSharpness(gray),
    glare: measureGlare(card),
    brightness: sum / gray.data.length / 255,
    contrast:
      (percentile(histogram, HIGH_SHARE, gray.data.length) -
        percentile(histogram, LOW_SHARE, gray.data.length)) /
      255,
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
