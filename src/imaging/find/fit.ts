import { ANGLE_TOLERANCE } from './along.ts';
import { BAND_PX, type EdgeField, isFlat } from './edges.ts';
import type { Peak } from './hough.ts';
import type { Line } from './lines.ts';

/**
 * Share of px that clutter alone supports; a stretch counts from above it. Edge pixels of random texture fill
 * up to a fifth of the area, a third of their angles fits, and three px across are looked at.
 */
export const CHANCE = 0.4;
/** Half width in px of the band searched on the first pass (accumulator cells are coarse) and on the second. */
const FIRST_BAND = 3;
const BAND = 1.5;
/** Degrees on the first pass: the bulk of a line's edges, enough to place it. */
const FIRST_TOLERANCE = 8;
/** How far, in px along the line, an edge pixel reaches beyond the place that its centre rounds to. */
const COVER = 0.36;
/** A stretch that runs from frame edge to frame edge is rarely a card's side: it ranks as half as long. */
const THROUGH = 0.5;
const END_PX = 8;
/** Fewer px than this do not make a line. */
const MIN_POINTS = 8;

const DEGREE = Math.PI / 180;

/** Largest |t| on any line of a raster. */
export const reachOf = (width: number, height: number): number =>
  Math.ceil(Math.hypot(width, height) / 2) + 2;

/** Clips a line to the raster (origin at its middle); null when it misses it. */
function clip(cos: number, sin: number, rho: number, hx: number, hy: number): [number, number] | null {
  let lo = -Infinity;
  let hi = Infinity;
  for (const [o, d, h] of [
    [rho * cos, -sin, hx],
    [rho * sin, cos, hy],
  ] as const) {
    if (Math.abs(d) < 1e-9) {
      if (Math.abs(o) > h) return null;
      continue;
    }
    const a = (-h - o) / d;
    const b = (h - o) / d;
    lo = Math.max(lo, Math.min(a, b));
    hi = Math.min(hi, Math.max(a, b));
  }
  return lo < hi ? [lo, hi] : null;
}

/** Scratch of one line at a time, at t + reach. */
let offsets = new Float32Array(0);

/** Collects, per t, the offset across the line of the nearest edge that fits it; NaN where there is none. */
function gather(edges: EdgeField, theta: number, rho: number, band: number, tolerance: number): void {
  const { first, bands, x, y } = edges;
  const cos = Math.cos(theta);
  const sin = Math.sin(theta);
  const reach = reachOf(edges.width, edges.height);
  if (offsets.length < 2 * reach + 1) offsets = new Float32Array(2 * reach + 1);
  const nearest = offsets.fill(Number.NaN);
  const centre = Math.round(theta / DEGREE);
  // Where in its main coordinate the line can be: the bands of the edges to be looked at.
  const lies = Math.abs(sin) > Math.abs(cos);
  const [main, other, half, end] = lies
    ? [sin, cos, edges.width / 2, edges.height / 2]
    : [cos, sin, edges.height / 2, edges.width / 2];
  const middle = rho / main + end;
  const play = (half * Math.abs(other) + band) / Math.abs(main);
  const from = Math.max(0, Math.floor((middle - play) / BAND_PX));
  const to = Math.min(bands - 1, Math.floor((middle + play) / BAND_PX));
  for (let d = centre - tolerance; d <= centre + tolerance; d++) {
    const bin = d < 0 ? d + 180 : d < 180 ? d : d - 180;
    const banded = isFlat(bin) === lies;
    const stop = first[bin * bands + (banded ? to : bands - 1) + 1]!;
    for (let e = first[bin * bands + (banded ? from : 0)]!; e < stop; e++) {
      const offset = x[e]! * cos + y[e]! * sin - rho;
      const size = offset < 0 ? -offset : offset;
      if (size > band) continue;
      // Along a diagonal, edge pixels are √2 apart: each covers the places within ± .36 px of rounding to it.
      const t = y[e]! * cos - x[e]! * sin + reach + 0.5;
      const near = (t - COVER) | 0;
      const far = (t + COVER) | 0;
      const there = nearest[near]!;
      if (!(there <= size && there >= -size)) nearest[near] = offset;
      if (far !== near) {
        const next = nearest[far]!;
        if (!(next <= size && next >= -size)) nearest[far] = offset;
      }
    }
  }
}

/** The stretch whose supported px most exceed chance (Kadane's maximum subarray). */
function densest(lo: number, hi: number): { from: number; to: number; excess: number } {
  let excess = 0;
  let from = lo;
  let to = lo;
  let sum = 0;
  let start = lo;
  for (let i = lo; i <= hi; i++) {
    sum += (Number.isNaN(offsets[i]!) ? 0 : 1) - CHANCE;
    if (sum <= 0) {
      sum = 0;
      start = i + 1;
    } else if (sum > excess) {
      excess = sum;
      from = start;
      to = i;
    }
  }
  return { from, to, excess };
}

/** The line through the offsets of a stretch (least squares), as θ 0..π and ρ; null when they are too few. */
function regress(
  theta: number,
  rho: number,
  from: number,
  to: number,
  reach: number,
): [number, number] | null {
  let n = 0;
  let st = 0;
  let so = 0;
  let stt = 0;
  let sto = 0;
  for (let i = from; i <= to; i++) {
    const o = offsets[i]!;
    if (Number.isNaN(o)) continue;
    const t = i - reach;
    n++;
    st += t;
    so += o;
    stt += t * t;
    sto += t * o;
  }
  const det = n * stt - st * st;
  if (n < MIN_POINTS || det <= 0) return null;
  const slope = (n * sto - st * so) / det;
  // Offset o = a + slope·t: the normal turns back by atan(slope).
  const turn = Math.atan(slope);
  const moved = (rho + (so - slope * st) / n) * Math.cos(turn);
  const turned = theta - turn;
  if (turned < 0) return [turned + Math.PI, -moved];
  if (turned >= Math.PI) return [turned - Math.PI, -moved];
  return [turned, moved];
}

/** Fits a line to the edges along its densest stretch; null when no stretch is `minLength` px worth. */
export function fitLine(edges: EdgeField, peak: Peak, minLength: number): Line | null {
  const { width, height } = edges;
  const reach = reachOf(width, height);
  const enough = minLength * (1 - CHANCE) * 0.5;
  const ends = clip(Math.cos(peak.theta), Math.sin(peak.theta), peak.rho, width / 2, height / 2);
  if (!ends) return null;
  gather(edges, peak.theta, peak.rho, FIRST_BAND, FIRST_TOLERANCE);
  const coarse = densest(0, 2 * reach);
  if (coarse.excess < enough) return null;
  const rough = regress(peak.theta, peak.rho, coarse.from, coarse.to, reach);
  if (!rough) return null;
  gather(edges, rough[0], rough[1], BAND, ANGLE_TOLERANCE);
  const stretch = densest(0, 2 * reach);
  if (stretch.excess < enough) return null;
  const [theta, rho] = regress(rough[0], rough[1], stretch.from, stretch.to, reach) ?? rough;
  const cos = Math.cos(theta);
  const sin = Math.sin(theta);
  const inFrame = clip(cos, sin, rho, width / 2, height / 2);
  if (!inFrame) return null;
  const [tMin, tMax] = inFrame;
  const from = stretch.from - reach;
  const to = stretch.to - reach;
  const support = new Float32Array(2 * reach + 2);
  for (let i = 0; i <= 2 * reach; i++) support[i + 1] = support[i]! + (Number.isNaN(offsets[i]!) ? 0 : 1);
  const through = from - tMin < END_PX && tMax - to < END_PX;
  const strength = stretch.excess * (through ? THROUGH : 1);
  return { theta, rho, cos, sin, tMin, tMax, reach, support, strength, from, to, atFrame: false };
}
