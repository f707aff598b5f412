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
   * Edge pixels by rising angle: those of d degrees are number `first[d]` up to `first[d + 1]`. Among those of
   * one angle they rise in y where lines of that angle lie flat (`isFlat`), in x where they stand.
   */
  readonly first: Int32Array;
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

/** Whether lines whose normal has so many degrees lie flat rather than stand. */
export const isFlat = (degrees: number): boolean => degrees >= 45 && degrees < 135;

interface Scratch {
  normal: Uint8Array;
  pixel: Int32Array;
  upright: Int32Array;
  x: Float32Array;
  y: Float32Array;
  weight: Float32Array;
}
let scratch: Scratch | null = null;
const first = new Int32Array(182);
const cursor = new Int32Array(181);

function scratchFor(size: number): Scratch {
  if (!scratch || scratch.normal.length < size) {
    scratch = {
      normal: new Uint8Array(size),
      pixel: new Int32Array(size),
      upright: new Int32Array(size),
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
  const count = thin(field, floor * floor, width, height, s);
  sort(field, width, height, s, count);
  return {
    width,
    height,
    normal: s.normal,
    square: field.square,
    first,
    x: s.x,
    y: s.y,
    weight: s.weight,
    floor,
  };
}

/** Marks the pixels whose gradient is the largest across their edge; returns how many. */
function thin(
  { gx, gy, square }: Gradient,
  floor: number,
  width: number,
  height: number,
  s: Scratch,
): number {
  const { normal, pixel } = s;
  normal.fill(0, 0, width * height);
  cursor.fill(0);
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
      cursor[degrees]!++;
      pixel[count++] = i;
    }
  }
  return count;
}

/** Lists the marked pixels by angle (counting sort; of standing lines they come by column first). */
function sort({ square }: Gradient, width: number, height: number, s: Scratch, count: number): void {
  const { normal, pixel } = s;
  let sum = 0;
  for (let d = 0; d < 180; d++) {
    first[d] = sum;
    sum += cursor[d]!;
    cursor[d] = first[d]!;
  }
  first[180] = sum;
  const list = (i: number): void => {
    const at = cursor[normal[i]! - 1]!++;
    const y = (i / width) | 0;
    s.x[at] = i - y * width + 0.5 - width / 2;
    s.y[at] = y + 0.5 - height / 2;
    s.weight[at] = edgeStrength(Math.sqrt(square[i]!));
  };
  const standing = byColumn(s, count, width);
  for (let e = 0; e < standing; e++) list(s.upright[e]!);
  for (let e = 0; e < count; e++) if (isFlat(normal[pixel[e]!]! - 1)) list(pixel[e]!);
}

let column = new Int32Array(0);

/** Puts the pixels of standing lines into `upright`, by column; returns how many they are. */
function byColumn({ normal, pixel, upright }: Scratch, count: number, width: number): number {
  if (column.length <= width) column = new Int32Array(width + 1);
  column.fill(0);
  for (let e = 0; e < count; e++) {
    const i = pixel[e]!;
    if (!isFlat(normal[i]! - 1)) column[(i % width) + 1]!++;
  }
  for (let x = 0; x < width; x++) column[x + 1]! += column[x]!;
  for (let e = 0; e < count; e++) {
    const i = pixel[e]!;
    if (!isFlat(normal[i]! - 1)) upright[column[i % width]!++] = i;
  }
  return column[width - 1]!;
}
