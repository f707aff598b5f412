import { ANGLE_TOLERANCE } from './along.ts';
import type { EdgeField } from './edges.ts';
import type { Peak } from './hough.ts';

/**
 * A candidate line with what lies along it. t runs along the direction (−sin θ, cos θ) from the foot of the
 * normal through the raster's middle; `support[t + reach]` sums the supported px up to t.
 */
export interface Line {
  readonly theta: number;
  readonly rho: number;
  readonly cos: number;
  readonly sin: number;
  /** Where the line enters and leaves the raster. */
  readonly tMin: number;
  readonly tMax: number;
  readonly reach: number;
  readonly support: Float32Array;
  /** Length of its densest stretch above chance, px. */
  readonly strength: number;
  readonly from: number;
  readonly to: number;
  readonly atFrame: boolean;
}

/**
 * Share of px that clutter alone supports; a stretch counts from above it. Edge pixels of random texture fill
 * up to a fifth of the area, a third of their angles fits, and three px across are looked at.
 */
const CHANCE = 0.4;
/** Half width in px of the band searched on the first pass (accumulator cells are coarse) and on the others. */
const FIRST_BAND = 3;
const BAND = 1.5;
/** How far, in px along the line, an edge pixel reaches beyond the place that its centre rounds to. */
const COVER = 0.36;
/** What a stretch of the frame's own edge counts for a side: neither seen nor missing. */
const FRAME_SUPPORT = 0.3;
/** No more than so many lines within so many degrees of each other are kept: stripes, grain, rows of keys. */
const SECTOR_DEGREES = 6;
const PER_SECTOR = 11;
/** Lines nearer than this to a stronger one, in degrees and px at its stretch's ends, are the same line. */
const SAME_DEGREES = 4;
const SAME_PX = 2.5;

/** A stretch that runs from frame edge to frame edge is rarely a card's side: it ranks as half as long. */
const THROUGH = 0.5;
const END_PX = 8;

const DEGREE = Math.PI / 180;

/** Clips the line to the raster (origin at its middle); null when it misses it. */
function clip(cos: number, sin: number, rho: number, hx: number, hy: number): [number, number] | null {
  let lo = -Infinity;
  let hi = Infinity;
  const x = rho * cos;
  const y = rho * sin;
  for (const [o, d, h] of [
    [x, -sin, hx],
    [y, cos, hy],
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
function gather(edges: EdgeField, theta: number, rho: number, band: number): void {
  const { first, x, y } = edges;
  const cos = Math.cos(theta);
  const sin = Math.sin(theta);
  const reach = reachOf(edges.width, edges.height);
  offsets.fill(Number.NaN);
  const centre = Math.round(theta / DEGREE);
  for (let d = centre - ANGLE_TOLERANCE; d <= centre + ANGLE_TOLERANCE; d++) {
    const bin = (d + 180) % 180;
    for (let e = first[bin]!, end = first[bin + 1]!; e < end; e++) {
      const offset = x[e]! * cos + y[e]! * sin - rho;
      if (offset > band || offset < -band) continue;
      // Along a diagonal, edge pixels are √2 apart: each covers the places within ± .36 px of rounding to it.
      const t = y[e]! * cos - x[e]! * sin + reach + 0.5;
      const size = offset < 0 ? -offset : offset;
      const from = (t - COVER) | 0;
      const to = (t + COVER) | 0;
      const there = offsets[from]!;
      if (!(there <= size && there >= -size)) offsets[from] = offset;
      if (to !== from) {
        const next = offsets[to]!;
        if (!(next <= size && next >= -size)) offsets[to] = offset;
      }
    }
  }
}

const reachOf = (width: number, height: number): number => Math.ceil(Math.hypot(width, height) / 2) + 2;

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

/** Fits a line to the edges along its densest stretch; null when there is no stretch worth a side. */
function fit(edges: EdgeField, peak: Peak, minLength: number): Line | null {
  const { width, height } = edges;
  const reach = reachOf(width, height);
  if (offsets.length < 2 * reach + 1) offsets = new Float32Array(2 * reach + 1);
  let { theta, rho } = peak;
  for (let pass = 0; ; pass++) {
    const ends = clip(Math.cos(theta), Math.sin(theta), rho, width / 2, height / 2);
    if (!ends) return null;
    const [tMin, tMax] = ends;
    const lo = Math.max(0, Math.ceil(tMin) + reach);
    const hi = Math.min(2 * reach, Math.floor(tMax) + reach);
    gather(edges, theta, rho, pass === 0 ? FIRST_BAND : BAND);
    const stretch = densest(lo, hi);
    if (stretch.excess < minLength * (1 - CHANCE) * 0.5) return null;
    if (pass === 2) {
      const through = stretch.from - lo < END_PX && hi - stretch.to < END_PX;
      const support = new Float32Array(2 * reach + 2);
      for (let i = 0; i <= 2 * reach; i++) {
        support[i + 1] = support[i]! + (Number.isNaN(offsets[i]!) ? 0 : 1);
      }
      return {
        theta,
        rho,
        cos: Math.cos(theta),
        sin: Math.sin(theta),
        tMin,
        tMax,
        reach,
        support,
        strength: stretch.excess * (through ? THROUGH : 1),
        from: stretch.from - reach,
        to: stretch.to - reach,
        atFrame: false,
      };
    }
    let n = 0;
    let st = 0;
    let so = 0;
    let stt = 0;
    let sto = 0;
    for (let i = stretch.from; i <= stretch.to; i++) {
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
    if (n < 8 || det <= 0) return null;
    const slope = (n * sto - st * so) / det;
    const offset = (so - slope * st) / n;
    // Offset o = offset + slope·t: the normal turns back by atan(slope).
    const turn = Math.atan(slope);
    rho = (rho + offset) * Math.cos(turn);
    theta -= turn;
    if (theta < 0) {
      theta += Math.PI;
      rho = -rho;
    } else if (theta >= Math.PI) {
      theta -= Math.PI;
      rho = -rho;
    }
  }
}

/** The four edges of the raster as lines. */
function frameLines(width: number, height: number): Line[] {
  const reach = reachOf(width, height);
  const support = new Float32Array(2 * reach + 2);
  for (let i = 0; i <= 2 * reach; i++) support[i + 1] = support[i]! + FRAME_SUPPORT;
  return [
    [0, -width / 2, height / 2],
    [0, width / 2, height / 2],
    [Math.PI / 2, -height / 2, width / 2],
    [Math.PI / 2, height / 2, width / 2],
  ].map(([theta, rho, end]) => ({
    theta: theta!,
    rho: rho!,
    cos: theta === 0 ? 1 : 0,
    sin: theta === 0 ? 0 : 1,
    tMin: -end!,
    tMax: end!,
    reach,
    support,
    strength: end! * (1 - CHANCE),
    from: -end!,
    to: end!,
    atFrame: true,
  }));
}

/** Offset of a line at parameter t of another. */
const gap = (line: Line, other: Line, t: number): number =>
  Math.abs(
    (other.rho * other.cos - t * other.sin) * line.cos +
      (other.rho * other.sin + t * other.cos) * line.sin -
      line.rho,
  );

/** Angle between two lines, 0..π/2. */
export function turn(a: Line, b: Line): number {
  const angle = Math.abs(a.theta - b.theta);
  return angle > Math.PI / 2 ? Math.PI - angle : angle;
}

const same = (a: Line, b: Line): boolean =>
  turn(a, b) < SAME_DEGREES * DEGREE && gap(a, b, b.from) < SAME_PX && gap(a, b, b.to) < SAME_PX;

/** The strongest distinct lines of an edge field, then the frame's four edges. `minLength` in px. */
export function findLines(
  edges: EdgeField,
  peaks: readonly Peak[],
  limit: number,
  minLength: number,
): Line[] {
  const fitted: Line[] = [];
  for (const peak of peaks) {
    const line = fit(edges, peak, minLength);
    if (line) fitted.push(line);
  }
  fitted.sort((a, b) => b.strength - a.strength);
  const kept: Line[] = [];
  for (const line of fitted) {
    if (kept.length >= limit) break;
    const parallel = kept.filter((other) => turn(other, line) < SECTOR_DEGREES * DEGREE);
    if (parallel.length < PER_SECTOR && !parallel.some((other) => same(other, line))) kept.push(line);
  }
  return [...kept, ...frameLines(edges.width, edges.height)];
}
