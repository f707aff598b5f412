import type { Raster } from '../raster.ts';

/** Thin edges of a raster. Reused from call to call: valid until the next `findEdges`. */
export interface EdgeField {
  readonly width: number;
  readonly height: number;
  /** Per pixel: 0 where there is no edge, else 1 + the angle of the edge's normal in whole degrees, 0..179. */
  readonly normal: Uint8Array;
  /** Number of edge pixels, and for each its x, y and strength 0..1. */
  readonly count: number;
  readonly x: Int16Array;
  readonly y: Int16Array;
  readonly weight: Float32Array;
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

/** Fixed-point arctangent: degrees for min/max of the two gradient components in steps of 1/64. */
const ATAN = Uint8Array.from({ length: 65 }, (_, i) => Math.round((Math.atan(i / 64) * 180) / Math.PI));

interface Scratch {
  size: number;
  gx: Int16Array;
  gy: Int16Array;
  mag: Uint16Array;
  normal: Uint8Array;
  x: Int16Array;
  y: Int16Array;
  weight: Float32Array;
}
let scratch: Scratch | null = null;

function scratchFor(size: number): Scratch {
  if (!scratch || scratch.size < size) {
    scratch = {
      size,
      gx: new Int16Array(size),
      gy: new Int16Array(size),
      mag: new Uint16Array(size),
      normal: new Uint8Array(size),
      x: new Int16Array(size),
      y: new Int16Array(size),
      weight: new Float32Array(size),
    };
  }
  return scratch;
}

/**
 * Sobel gradient per pixel from the colour channel in which it is largest (a card and a table of one
 * brightness still differ in colour).
 */
function gradient(r: Raster, s: Scratch): void {
  const { data, width, height, channels } = r;
  const stride = width * channels;
  const colours = channels === 1 ? 1 : 3;
  const { gx, gy, mag } = s;
  mag.fill(0, 0, width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let c = 0; c < colours; c++) {
      let p = y * stride + c;
      let up = data[p - stride]!;
      let mid = data[p]!;
      let low = data[p + stride]!;
      let sum0 = up + 2 * mid + low;
      let diff0 = low - up;
      p += channels;
      up = data[p - stride]!;
      mid = data[p]!;
      low = data[p + stride]!;
      let sum1 = up + 2 * mid + low;
      let diff1 = low - up;
      const row = y * width;
      for (let x = 1; x < width - 1; x++) {
        p += channels;
        up = data[p - stride]!;
        low = data[p + stride]!;
        const sum2 = up + 2 * data[p]! + low;
        const diff2 = low - up;
        const dx = sum2 - sum0;
        const dy = diff0 + 2 * diff1 + diff2;
        const m = Math.sqrt(dx * dx + dy * dy) | 0;
        const i = row + x;
        if (m > mag[i]!) {
          mag[i] = m;
          gx[i] = dx;
          gy[i] = dy;
        }
        sum0 = sum1;
        diff0 = diff1;
        sum1 = sum2;
        diff1 = diff2;
      }
    }
  }
}

const histogram = new Uint32Array(256);

/** Threshold from the median gradient, sampled on every seventh pixel. */
function threshold(mag: Uint16Array, size: number): number {
  histogram.fill(0);
  let seen = 0;
  for (let i = 0; i < size; i += 7, seen++) histogram[Math.min(255, mag[i]!)]!++;
  let median = 0;
  for (let sum = 0; median < 255; median++) {
    sum += histogram[median]!;
    if (2 * sum >= seen) break;
  }
  return Math.min(CEILING, Math.max(FLOOR, MEDIAN_SHARE * median));
}

/** Angle of a gradient's line normal, whole degrees 0..179. */
function normalDegrees(dx: number, dy: number): number {
  const ax = Math.abs(dx);
  const ay = Math.abs(dy);
  const acute = ax >= ay ? ATAN[((64 * ay) / ax) | 0]! : 90 - ATAN[((64 * ax) / ay) | 0]!;
  const angle = dx >= 0 === dy >= 0 ? acute : 180 - acute;
  return angle === 180 ? 0 : angle;
}

/** Edges of a small raster (a few hundred px), thinned to one pixel across. */
export function findEdges(r: Raster): EdgeField {
  const { width, height } = r;
  const size = width * height;
  const s = scratchFor(size);
  gradient(r, s);
  const floor = threshold(s.mag, size);
  const { gx, gy, mag, normal } = s;
  normal.fill(0, 0, size);
  let count = 0;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++) {
      const m = mag[i]!;
      if (m < floor) continue;
      const dx = gx[i]!;
      const dy = gy[i]!;
      const ax = Math.abs(dx);
      const ay = Math.abs(dy);
      // Neighbours across the edge: 2.4 ≈ tan 67.5° splits the circle into eight.
      const step = ax > 2.4 * ay ? 1 : ay > 2.4 * ax ? width : dx > 0 === dy > 0 ? width + 1 : width - 1;
      if (mag[i - step]! > m || mag[i + step]! >= m) continue;
      normal[i] = 1 + normalDegrees(dx, dy);
      s.x[count] = x;
      s.y[count] = y;
      s.weight[count] = m / (m + HALF_STRENGTH);
      count++;
    }
  }
  return { width, height, normal, count, x: s.x, y: s.y, weight: s.weight };
}
