import { isConvex, type Point, type Quad, signedArea } from '../geometry.ts';
import { type SideEvidence, USUAL_STRENGTH } from './along.ts';
import { type Line, turn } from './lines.ts';

/** A quad made of four lines, in px of the searched raster; only its rough promise is known so far. */
export interface QuadCandidate {
  readonly quad: Quad;
  /** What its lines say of each side. */
  readonly sides: readonly SideEvidence[];
  /** Sides that are the frame's edge. */
  readonly atFrame: readonly boolean[];
  /** What it promised where it was listed: for ranking within that list alone. */
  readonly base: number;
}

/**
 * Opposite sides converge by up to this, adjacent sides meet at no less than that, in degrees: what a card
 * tilted by 50° a card's width and a half before a phone's lens shows.
 */
export const MAX_CONVERGENCE = 32;
const MIN_CORNER = 48;
/** Shortest side, as a share of the raster's long side: the short side of a card at 30 % width, tilted 45°. */
export const MIN_SIDE = 0.1;
/** The rounded corners are left out of a side: radius 3.18 mm of 53.98 and 85.60 mm. */
const CORNER_SHARE = 0.05;
/** Where a continuation is looked for: from just past the corner on for a share of the side. */
const OVERRUN_GAP = 4;
const OVERRUN_SHARE = 0.2;
/** Corners may lie this far outside the frame, as a share of its size: cropped by 5 %, and some more. */
const MAX_OUTSIDE = 0.09;

const DEGREE = Math.PI / 180;

/** Share supported between two parameters of a line, the lower first. */
function share(line: Line, from: number, to: number): number {
  const { reach, support } = line;
  const top = 2 * reach + 1;
  // Rounds: what is added makes both positive, so that cutting is rounding down.
  const a = (from + reach + 0.5) | 0;
  const b = (to + reach + 0.5) | 0;
  const lo = a < 0 ? 0 : Math.min(a, top);
  const hi = b < 0 ? 0 : Math.min(b, top);
  return hi > lo ? (support[hi]! - support[lo]!) / (hi - lo) : 0;
}

/** Share of a side between two parameters of its line that an edge supports, round corners left out. */
export function sideSupport(line: Line, a: number, b: number): number {
  const trim = CORNER_SHARE * (b - a);
  const from = a < b ? a + trim : b - trim;
  const to = a < b ? b - trim : a + trim;
  const lo = Math.max(from, line.tMin);
  const hi = Math.min(to, line.tMax);
  return hi - lo > 4 ? share(line, lo, hi) : 0;
}

/** Support just beyond both ends, over what of it lies inside the frame; 0 where the frame ends first. */
export function sideOverrun(line: Line, a: number, b: number): number {
  if (line.atFrame) return 0;
  const lo = Math.min(a, b);
  const hi = Math.max(a, b);
  const reach = Math.max(8, OVERRUN_SHARE * (hi - lo));
  const before = beyond(line, lo - OVERRUN_GAP - reach, lo - OVERRUN_GAP, reach);
  return (before + beyond(line, hi + OVERRUN_GAP, hi + OVERRUN_GAP + reach, reach)) / 2;
}

/** Support of a stretch of `reach` px, in proportion to how much of it lies inside the frame. */
function beyond(line: Line, from: number, to: number, reach: number): number {
  const f = Math.max(from, line.tMin);
  const t = Math.min(to, line.tMax);
  return t - f > 5 ? share(line, f, t) * Math.min(1, (t - f) / reach) : 0;
}

/** Where every two lines meet, as a parameter of the first: t[i · n + j] on line i; NaN where too parallel. */
export function crossings(lines: readonly Line[]): Float32Array {
  const n = lines.length;
  const t = new Float32Array(n * n).fill(Number.NaN);
  for (let i = 0; i < n; i++) {
    const a = lines[i]!;
    for (let j = 0; j < n; j++) {
      const b = lines[j]!;
      if (i === j || turn(a, b) < MIN_CORNER * DEGREE) continue;
      const det = a.cos * b.sin - a.sin * b.cos;
      // The point of a at t lies on b: (ρa na + t da)·nb = ρb, and da·nb = det.
      t[i * n + j] = (b.rho - a.rho * (a.cos * b.cos + a.sin * b.sin)) / det;
    }
  }
  return t;
}

/** True when the two lines' directions point apart (θ near 0 against θ near π). */
export const oppositeWays = (a: Line, b: Line): boolean => Math.abs(a.theta - b.theta) > Math.PI / 2;

/** Four lines that make a quad: i and j opposite, k and l across them. */
export interface Four {
  readonly i: number;
  readonly j: number;
  readonly k: number;
  readonly l: number;
  readonly base: number;
}

/** The quad of four lines with what they say of its sides; null when it is not convex or too far outside. */
export function buildQuad(
  { i, j, k, l, base }: Four,
  lines: readonly Line[],
  t: Float32Array,
  width: number,
  height: number,
): QuadCandidate | null {
  const n = lines.length;
  const at = (a: number, b: number): Point => {
    const line = lines[a]!;
    const s = t[a * n + b]!;
    return [line.rho * line.cos - s * line.sin + width / 2, line.rho * line.sin + s * line.cos + height / 2];
  };
  // Sides in turn: i from k to l, l from i to j, j from l to k, k from j to i.
  let quad: Quad = [at(i, k), at(i, l), at(j, l), at(j, k)];
  let sides: readonly (readonly [number, number, number])[] = [
    [i, k, l],
    [l, i, j],
    [j, l, k],
    [k, j, i],
  ];
  if (signedArea(quad) < 0) {
    quad = [quad[0], quad[3], quad[2], quad[1]];
    sides = [sides[3]!, sides[2]!, sides[1]!, sides[0]!];
  }
  if (!isConvex(quad)) return null;
  for (const [x, y] of quad) {
    if (x < -MAX_OUTSIDE * width || x > (1 + MAX_OUTSIDE) * width) return null;
    if (y < -MAX_OUTSIDE * height || y > (1 + MAX_OUTSIDE) * height) return null;
  }
  return {
    quad,
    sides: sides.map(([s, a, b]) => {
      const [from, to] = [t[s * n + a]!, t[s * n + b]!];
      return {
        support: sideSupport(lines[s]!, from, to),
        strength: USUAL_STRENGTH,
        overrun: sideOverrun(lines[s]!, from, to),
        inSight: 1,
      };
    }),
    atFrame: sides.map(([s]) => lines[s]!.atFrame),
    base,
  };
}
