import type { Raster } from '../raster.ts';
import { type Gradient, gradient } from './gradient.ts';

/** Thin edges of a raster. Reused from call to call: valid until the next `findEdges`. */
export interface EdgeField {
  readonly width: number;
  readonly height: number;
  /** Per pixel: 0 where there is no edge, else 1 + the angle of the edge's normal in whole degrees, 0..179. */
  readonly normal: Uint8Array;
  /** Per pixel: the squared length of the gradient, Sobel units. */
  readonly square: Int32Array;
  /**
   * Edge pixels by rising angle, and among those of one angle by bands of `BAND_PX` px: of y where lines of that
   * angle lie flat (`isFlat`), of x where they stand. Those of d degrees in band b are number
   * `first[d * bands + b]` up to the next of `first`.
   */
  readonly first: Int32Array;
  readonly bands: number;
  readonly count: number;
  /** Their centres, px from the raster's middle, and their strengths 0..1. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly weight: Float32Array;
  /** The least strength that was kept, in Sobel units. */
  readonly floor: number;
}

/**
 * Weakest edge kept, in Sobel units (a clean step of s grey levels answers 4 s): three grey levels, about
 * where sensor noise of a reduced indoor photo ends.
 */
const FLOOR = 12;
/** The floor follows the picture's median gradient (noise, grain), but never asks more than ten grey levels. */
const MEDIAN_SHARE = 1.2;
const CEILING = 40;
/** Strength saturates: a step of ten grey levels counts half, so that contrast does not outvote length. */
const HALF_STRENGTH = 40;

/** Strength 0..1 of an edge of so many Sobel units. */
export const edgeStrength = (sobel: number): number => sobel / (sobel + HALF_STRENGTH);

/** The inverse of `edgeStrength`. */
export const sobelOf = (strength: number): number => (strength * HALF_STRENGTH) / (1 - strength);

/** Arctangent of min/max of the two gradient components in steps of 1/64, whole degrees. */
const ATAN = Uint8Array.from({ length: 65 }, (_, i) => Math.round((Math.atan(i / 64) * 180) / Math.PI));

/** Edge pixels are listed by bands of so many px, a power of two. */
export const BAND_PX = 4;
const BAND_SHIFT = Math.log2(BAND_PX);

/** Whether lines whose normal has so many degrees lie flat rather than stand. */
export const isFlat = (degrees: number): boolean => degrees >= 45 && degrees < 135;

interface Scratch {
  normal: Uint8Array;
  pixel: Int32Array;
  /** Per edge pixel its angle and band, as they number `first`. */
  key: Int32Array;
  x: Float32Array;
  y: Float32Array;
  weight: Float32Array;
}
let scratch: Scratch | null = null;
let first = new Int32Array(0);

function scratchFor(size: number): Scratch {
  if (!scratch || scratch.normal.length < size) {
    scratch = {
      normal: new Uint8Array(size),
      pixel: new Int32Array(size),
      key: new Int32Array(size),
      x: new Float32Array(size),
      y: new Float32Array(size),
      weight: new Float32Array(size),
    };
  }
  return scratch;
}

const histogram = new Uint32Array(256);

/** Threshold from the median gradient, sampled on every seventh pixel. */
function threshold(square: Int32Array, size: number): number {
  histogram.fill(0);
  let seen = 0;
  for (let i = 0; i < size; i += 7, seen++) histogram[Math.min(255, Math.sqrt(square[i]!) | 0)]!++;
  let median = 0;
  for (let sum = 0; median < 255; median++) {
    sum += histogram[median]!;
    if (2 * sum >= seen) break;
  }
  return Math.min(CEILING, Math.max(FLOOR, MEDIAN_SHARE * median));
}

/** Angle of a gradient's line normal, whole degrees 0..179. */
function normalDegrees(dx: number, dy: number): number {
  const ax = dx < 0 ? -dx : dx;
  const ay = dy < 0 ? -dy : dy;
  const acute = ax >= ay ? ATAN[((64 * ay) / ax) | 0]! : 90 - ATAN[((64 * ax) / ay) | 0]!;
  const angle = dx >= 0 === dy >= 0 ? acute : 180 - acute;
  return angle === 180 ? 0 : angle;
}

/** Edges of a small raster (a few hundred px), thinned to one pixel across. */
export function findEdges(r: Raster): EdgeField {
  const { width, height } = r;
  const field = gradient(r);
  const s = scratchFor(width * height);
  const floor = threshold(field.square, width * height);
  const bands = ((Math.max(width, height) - 1) >> BAND_SHIFT) + 1;
  // Two more than there are keys: see `list`.
  if (first.length < 180 * bands + 2) first = new Int32Array(180 * bands + 2);
  first.fill(0);
  const count = thin(field, floor * floor, width, height, bands, s);
  list(field, width, height, bands, s, count);
  return {
    width,
    height,
    normal: s.normal,
    square: field.square,
    first,
    bands,
    count,
    x: s.x,
    y: s.y,
    weight: s.weight,
    floor,
  };
}

/** Marks the pixels whose gradient is the largest across their edge, and counts them by key; returns how many. */
function thin(
  { gx, gy, square }: Gradient,
  floor: number,
  width: number,
  height: number,
  bands: number,
  s: Scratch,
): number {
  const { normal, pixel, key } = s;
  normal.fill(0, 0, width * height);
  let count = 0;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++) {
      const m = square[i]!;
      if (m < floor) continue;
      const dx = gx[i]!;
      const dy = gy[i]!;
      const ax = dx < 0 ? -dx : dx;
      const ay = dy < 0 ? -dy : dy;
      // Neighbours across the edge: 2.4 ≈ tan 67.5° splits the circle into eight.
      const step = ax > 2.4 * ay ? 1 : ay > 2.4 * ax ? width : dx > 0 === dy > 0 ? width + 1 : width - 1;
      if (square[i - step]! > m || square[i + step]! >= m) continue;
      const degrees = normalDegrees(dx, dy);
      normal[i] = 1 + degrees;
      const k = degrees * bands + ((isFlat(degrees) ? y : x) >> BAND_SHIFT);
      first[k + 2]!++;
      key[count] = k;
      pixel[count++] = i;
    }
  }
  return count;
}

/**
 * Lists the marked pixels by key (counting sort). Counts stand two places on, so that `first[k + 1]` runs from
 * the first of key k to its end, and is the first of the next key when all are listed.
 */
function list(
  { square }: Gradient,
  width: number,
  height: number,
  bands: number,
  { pixel, key, x, y, weight }: Scratch,
  count: number,
): void {
  for (let k = 2; k <= 180 * bands + 1; k++) first[k]! += first[k - 1]!;
  for (let e = 0; e < count; e++) {
    const i = pixel[e]!;
    const at = first[key[e]! + 1]!++;
    const row = (i / width) | 0;
    x[at] = i - row * width + 0.5 - width / 2;
    y[at] = row + 0.5 - height / 2;
    weight[at] = edgeStrength(Math.sqrt(square[i]!));
  }
}
