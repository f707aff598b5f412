import { CARD_ASPECT, distance, frameQuad, type Quad, shareOutside, signedArea } from '../geometry.ts';
import { homography } from '../homography.ts';
import { estimatePose } from '../pose.ts';
import { downscale, type Raster, toGray } from '../raster.ts';
import { rectify } from '../warp.ts';
import { type Glare, measureGlare, measureGlareIn, NO_GLARE } from './glare.ts';
import { drawLines } from './lines.ts';
import { measureSharpness, sharpnessOfLines } from './sharpness.ts';
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

/** In pictures of up to so many px (a live frame's 640 × 480) only lines of the card are drawn: a third of the work. */
const SMALL_PX = 420_000;
/** Grey that glare surely has, and samples of it from which on glare is looked for. */
const GLARING = 240;
const GLARING_SAMPLES = 8;

/** What is measured in the card's own pixels; `histogram` of its luma. */
interface CloseUp {
  readonly histogram: Uint32Array;
  readonly samples: number;
  readonly sharpness: number;
  readonly glare: Glare;
}

/** The card `JUDGED_WIDTH` px wide; the whole picture where there is no card. */
function closeUp(r: Raster, quad: Quad | null): CloseUp {
  if (quad !== null && r.width * r.height <= SMALL_PX) return sparsely(r, quad);
  const card = quad ? rectify(r, quad, JUDGED_WIDTH, JUDGED_HEIGHT) : downscale(r, JUDGED_WIDTH);
  const gray = toGray(card);
  return {
    histogram: histogramOf(gray.data),
    samples: gray.data.length,
    sharpness: measureSharpness(gray),
    glare: measureGlare(card),
  };
}

function sparsely(r: Raster, quad: Quad): CloseUp {
  const lines = drawLines(r, quad, JUDGED_WIDTH, JUDGED_HEIGHT);
  const histogram = histogramOf(lines.rows);
  let bright = 0;
  for (let v = GLARING; v < 256; v++) bright += histogram[v]!;
  const toSource = homography(frameQuad(JUDGED_WIDTH, JUDGED_HEIGHT), quad);
  return {
    histogram,
    samples: lines.rows.length,
    sharpness: sharpnessOfLines(lines),
    glare: bright < GLARING_SAMPLES ? NO_GLARE : measureGlareIn(r, toSource, JUDGED_WIDTH, JUDGED_HEIGHT),
  };
}

function histogramOf(data: Raster['data']): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) histogram[data[i]!]!++;
  return histogram;
}

/** Measures a photo of a card by its quad, or the whole picture where no card was found. Thresholds are the caller's. */
export function judge(r: Raster, quad: Quad | null): Quality {
  const { histogram, samples, sharpness, glare } = closeUp(r, quad);
  let sum = 0;
  for (let v = 0; v < 256; v++) sum += v * histogram[v]!;
  const outside = quad ? shareOutside(quad, r.width, r.height) : 0;
  const frame = frameQuad(r.width, r.height);
  return {
    sharpness,
    glare,
    brightness: sum / samples / 255,
    contrast: (percentile(histogram, HIGH_SHARE, samples) - percentile(histogram, LOW_SHARE, samples)) / 255,
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
