import { CARD_ASPECT, isConvex, type Quad } from '../geometry.ts';
import { applyHomography, homography } from '../homography.ts';
import type { Raster } from '../raster.ts';
import { rectify } from '../warp.ts';
import { powerSpectrum } from './fft.ts';
import type { Signs } from './types.ts';

/** Size in px at which colour is measured: print averages out, inks stay. */
const COLOUR_WIDTH = 160;
const COLOUR_HEIGHT = Math.round(COLOUR_WIDTH / CARD_ASPECT);

/** Patches of raw pixels, spread over the card, in which periodic patterns are looked for. */
const PATCH = 64;
const PLACES = [0.18, 0.4, 0.6, 0.82] as const;
/** Frequencies looked at, cycles/px: below lie letters and guilloche, above what JPEG and demosaicing leave. */
const LOW = 0.14;
const HIGH = 0.48;
/** Multiples of 1/8 cycle/px on an axis are JPEG's blocks. */
const BLOCK = PATCH / 8;
/** Peak over median power, as powers of ten, at which a pattern begins to be one, and at which it is plain. */
const FAINT = 1.35;
const PLAIN = 2.6;

const window = Float64Array.from(
  { length: PATCH },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / PATCH),
);

/** Signs of a photocopy (no colour) and of a screen or raster print (a grid finer than print) inside the card. */
export function readSigns(r: Raster, quad: Quad): Signs {
  return { chroma: measureChroma(r, quad), moire: measureMoire(r, quad) };
}

function measureChroma(r: Raster, quad: Quad): Signs['chroma'] {
  if (r.channels === 1) return { mean: 0, spread: 0 };
  const { data } = rectify(r, quad, COLOUR_WIDTH, COLOUR_HEIGHT);
  const sums = [0, 0, 0];
  for (let i = 0; i < data.length; i++) sums[i % 3]! += data[i]!;
  const level = (sums[0]! + sums[1]! + sums[2]!) / 3;
  const gains = sums.map((sum) => level / Math.max(1, sum));
  const chroma = ([red, green, blue]: readonly number[]): number => {
    let sum = 0;
    for (let i = 0; i < data.length; i += 3) {
      const [a, b, c] = [data[i]! * red!, data[i + 1]! * green!, data[i + 2]! * blue!];
      sum += Math.max(a, b, c) - Math.min(a, b, c);
    }
    return (3 * sum) / data.length / 255;
  };
  return { mean: chroma([1, 1, 1]), spread: chroma(gains) };
}

/** Mean spectrum of the patches; its highest narrow peak over the median of its own ring. */
function measureMoire(r: Raster, quad: Quad): number {
  if (!isConvex(quad)) return 0;
  const toPhoto = homography(
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
    quad,
  );
  const power = new Float64Array(PATCH * PATCH);
  let patches = 0;
  for (const v of PLACES) {
    for (const u of PLACES) {
      const [x, y] = applyHomography(toPhoto, [u, v]);
      const patch = cut(r, Math.round(x - PATCH / 2), Math.round(y - PATCH / 2));
      if (!patch) continue;
      const spectrum = powerSpectrum(patch, PATCH);
      for (let i = 0; i < power.length; i++) power[i]! += spectrum[i]!;
      patches++;
    }
  }
  if (patches === 0) return 0;
  const ratio = Math.log10(peakOverMedian(power));
  return Math.max(0, Math.min(1, (ratio - FAINT) / (PLAIN - FAINT)));
}

/** A windowed luma patch without its mean, or null where it reaches beyond the frame. */
function cut(r: Raster, left: number, top: number): Float64Array | null {
  if (left < 0 || top < 0 || left + PATCH > r.width || top + PATCH > r.height) return null;
  const patch = new Float64Array(PATCH * PATCH);
  const green = r.channels === 1 ? 0 : 1;
  let mean = 0;
  for (let y = 0, i = 0; y < PATCH; y++) {
    for (let x = 0; x < PATCH; x++, i++) {
      patch[i] = r.data[((top + y) * r.width + left + x) * r.channels + green]!;
      mean += patch[i]!;
    }
  }
  mean /= patch.length;
  for (let y = 0, i = 0; y < PATCH; y++) {
    for (let x = 0; x < PATCH; x++, i++) patch[i] = (patch[i]! - mean) * window[x]! * window[y]!;
  }
  return patch;
}

/** Width of a ring of equal frequency, in steps of the spectrum. */
const RING = 3;

function peakOverMedian(power: Float64Array): number {
  const rings = new Map<number, number[]>();
  for (let y = 0; y < PATCH; y++) {
    for (let x = 0; x <= PATCH / 2; x++) {
      const fy = y > PATCH / 2 ? y - PATCH : y;
      const f = Math.hypot(x, fy);
      if (f < LOW * PATCH || f > HIGH * PATCH) continue;
      if ((x <= 1 && fy % BLOCK === 0) || (Math.abs(fy) <= 1 && x % BLOCK === 0)) continue;
      const ring = Math.floor(f / RING);
      const values = rings.get(ring) ?? [];
      values.push(power[y * PATCH + x]!);
      rings.set(ring, values);
    }
  }
  let highest = 1;
  for (const values of rings.values()) {
    values.sort((a, b) => a - b);
    const median = values[values.length >> 1]!;
    if (median > 0) highest = Math.max(highest, values.at(-1)! / median);
  }
  return highest;
}
