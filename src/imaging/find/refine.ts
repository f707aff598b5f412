import { distance, type Point, type Quad } from '../geometry.ts';
import type { Raster } from '../raster.ts';

/** Places along a side at which the edge is looked for, and the part of the side they span (no round corners). */
const STATIONS = 40;
const SPAN_FROM = 0.08;
const SPAN_TO = 0.92;
/** A step across the edge must be this many grey levels to count: twice what reduced sensor noise leaves. */
const MIN_STEP = 3;
/** Rounds of reweighting; Tukey's biweight settles in three. */
const ROUNDS = 4;
/** A side is replaced only when this share of its stations saw an edge near the fitted line. */
const MIN_INLIERS = 0.35;

/** Line a·x + b·y = c with a² + b² = 1. */
type LineEquation = readonly [number, number, number];

const through = (p: Point, q: Point): LineEquation => {
  const length = distance(p, q);
  const a = (q[1] - p[1]) / length;
  const b = (p[0] - q[0]) / length;
  return [a, b, a * p[0] + b * p[1]];
};

const meet = ([a, b, c]: LineEquation, [d, e, f]: LineEquation): Point => {
  const det = a * e - b * d;
  return [(c * e - b * f) / det, (a * f - c * d) / det];
};

const profile = new Float32Array(3 * 128);
const along = new Float32Array(STATIONS);
const across = new Float32Array(STATIONS);
const weights = new Float32Array(STATIONS);

/** Offset of the strongest step across the side at one station, weighed down away from the middle; NaN if none. */
function locate(r: Raster, x: number, y: number, nx: number, ny: number, reach: number): number {
  const { data, width, height, channels } = r;
  const colours = channels === 1 ? 1 : 3;
  const taps = 2 * reach + 1;
  for (let k = 0; k < taps; k++) {
    const px = x + (k - reach) * nx - 0.5;
    const py = y + (k - reach) * ny - 0.5;
    if (px < 0 || py < 0 || px >= width - 1 || py >= height - 1) return Number.NaN;
    const ix = px | 0;
    const iy = py | 0;
    const fx = px - ix;
    const fy = py - iy;
    const p = (iy * width + ix) * channels;
    const q = p + width * channels;
    for (let c = 0; c < colours; c++) {
      profile[3 * k + c] =
        (1 - fy) * ((1 - fx) * data[p + c]! + fx * data[p + channels + c]!) +
        fy * ((1 - fx) * data[q + c]! + fx * data[q + channels + c]!);
    }
  }
  let best = 0;
  let at = Number.NaN;
  let before = 0;
  let after = 0;
  const stepAt = (k: number): number => {
    let step = 0;
    for (let c = 0; c < colours; c++) {
      const d = Math.abs(profile[3 * (k + 1) + c]! - profile[3 * (k - 1) + c]!);
      if (d > step) step = d;
    }
    return step;
  };
  for (let k = 1; k < taps - 1; k++) {
    const step = stepAt(k);
    if (step < MIN_STEP) continue;
    const value = step * (1 - (0.5 * Math.abs(k - reach)) / reach);
    if (value > best) {
      best = value;
      at = k;
    }
  }
  if (Number.isNaN(at)) return at;
  const peak = stepAt(at);
  before = at > 1 ? stepAt(at - 1) : peak;
  after = at < taps - 2 ? stepAt(at + 1) : peak;
  const bend = before - 2 * peak + after;
  const shift = bend < 0 ? (0.5 * (before - after)) / bend : 0;
  return at - reach + Math.max(-0.5, Math.min(0.5, shift));
}

/** The line through the edge along one side, or the side as it was. */
function refineSide(r: Raster, p: Point, q: Point, reach: number): LineEquation {
  const old = through(p, q);
  const [nx, ny] = old;
  let seen = 0;
  for (let s = 0; s < STATIONS; s++) {
    const u = SPAN_FROM + ((SPAN_TO - SPAN_FROM) * s) / (STATIONS - 1);
    const o = locate(r, p[0] + u * (q[0] - p[0]), p[1] + u * (q[1] - p[1]), nx, ny, reach);
    if (Number.isNaN(o)) continue;
    along[seen] = u;
    across[seen] = o;
    seen++;
  }
  if (seen < MIN_INLIERS * STATIONS) return old;
  let a = median(across, seen);
  let b = 0;
  let scale = reach;
  for (let round = 0; round < ROUNDS; round++) {
    let sw = 0;
    let su = 0;
    let so = 0;
    let suu = 0;
    let suo = 0;
    for (let s = 0; s < seen; s++) {
      const d = (across[s]! - a - b * along[s]!) / scale;
      const w = Math.abs(d) < 1 ? (1 - d * d) ** 2 : 0;
      weights[s] = w;
      sw += w;
      su += w * along[s]!;
      so += w * across[s]!;
      suu += w * along[s]! * along[s]!;
      suo += w * along[s]! * across[s]!;
    }
    const det = sw * suu - su * su;
    if (sw < 3 || det < 1e-6) return old;
    b = (sw * suo - su * so) / det;
    a = (so - b * su) / sw;
    scale = Math.max(1.5, scale / 2);
  }
  let inliers = 0;
  for (let s = 0; s < seen; s++) if (weights[s]! > 0) inliers++;
  if (inliers < MIN_INLIERS * STATIONS) return old;
  const moved = (u: number): Point => [
    p[0] + u * (q[0] - p[0]) + (a + b * u) * nx,
    p[1] + u * (q[1] - p[1]) + (a + b * u) * ny,
  ];
  return through(moved(0), moved(1));
}

const sorted = new Float32Array(STATIONS);
function median(values: Float32Array, n: number): number {
  sorted.set(values.subarray(0, n));
  return sorted.subarray(0, n).sort()[n >> 1]!;
}

/**
 * Moves each side of a quad onto the edge within ± `reach` px of it, to a fraction of a pixel. Sides marked
 * in `fixed` stay.
 */
export function refineQuad(r: Raster, quad: Quad, fixed: readonly boolean[], reach: number): Quad {
  const lines = quad.map((p, i) => {
    const q = quad[(i + 1) % 4]!;
    return fixed[i] ? through(p, q) : refineSide(r, p, q, reach);
  });
  return quad.map((_, i) => meet(lines[(i + 3) % 4]!, lines[i]!)) as unknown as Quad;
}
