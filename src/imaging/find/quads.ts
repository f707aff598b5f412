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
  /** Mean and least support of its sides, less what runs on beyond the corners; about 0..1. */
  readonly base: number;
}

/**
 * Opposite sides converge by up to this, adjacent sides meet at no less than that, in degrees: what a card
 * tilted by 50° a card's width and a half before a phone's lens shows.
 */
export const MAX_CONVERGENCE = 32;
export const MIN_CORNER = 48;
/** Shortest side, as a share of the raster's long side: the short side of a card at 30 % width, tilted 45°. */
export const MIN_SIDE = 0.1;
/** Long over short side, from a card turned away by 50° about either axis (with room for perspective). */
const MIN_RATIO = 0.92;
const MAX_RATIO = 2.7;
/** A side needs this much of its length seen. A thumb or a frame's edge may take the rest. */
const MIN_SUPPORT = 0.25;
/** The rounded corners are left out of a side: radius 3.18 mm of 53.98 and 85.60 mm. */
const CORNER_SHARE = 0.05;
/** Where a continuation is looked for: from just past the corner on for a share of the side. */
const OVERRUN_GAP = 4;
const OVERRUN_SHARE = 0.2;
/** Corners may lie this far outside the frame, as a share of its size: cropped by 5 %, and some more. */
const MAX_OUTSIDE = 0.09;

const WEIGHT_MEAN = 0.55;
const WEIGHT_MIN = 0.45;
const WEIGHT_OVERRUN = 0.3;

const DEGREE = Math.PI / 180;

/** Share supported between two parameters of a line. */
function share(line: Line, a: number, b: number): number {
  const top = 2 * line.reach + 1;
  const lo = Math.max(0, Math.min(top, Math.round(Math.min(a, b)) + line.reach));
  const hi = Math.max(0, Math.min(top, Math.round(Math.max(a, b)) + line.reach));
  return hi > lo ? (line.support[hi]! - line.support[lo]!) / (hi - lo) : 0;
}

/** Share of a side between two parameters of its line that an edge supports, round corners left out. */
export function sideSupport(line: Line, a: number, b: number): number {
  const trim = CORNER_SHARE * (b - a);
  const lo = Math.max(line.tMin, Math.min(a + trim, b - trim));
  const hi = Math.min(line.tMax, Math.max(a + trim, b - trim));
  return hi - lo > 4 ? share(line, lo, hi) : 0;
}

/** Support just beyond both ends, over what of it lies inside the frame; 0 where the frame ends first. */
function sideOverrun(line: Line, a: number, b: number): number {
  if (line.atFrame) return 0;
  const lo = Math.min(a, b);
  const hi = Math.max(a, b);
  const reach = Math.max(8, OVERRUN_SHARE * (hi - lo));
  let sum = 0;
  for (const [from, to] of [
    [lo - OVERRUN_GAP - reach, lo - OVERRUN_GAP],
    [hi + OVERRUN_GAP, hi + OVERRUN_GAP + reach],
  ] as const) {
    const f = Math.max(from, line.tMin);
    const t = Math.min(to, line.tMax);
    if (t - f > 5) sum += share(line, f, t) * Math.min(1, (t - f) / reach);
  }
  return sum / 2;
}

/** Where every two lines meet, as a parameter of the first: t[i · n + j] on line i; NaN where too parallel. */
function crossings(lines: readonly Line[]): Float32Array {
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

/** Every plausible quad of the lines, best first, near copies left out. */
export function findQuads(
  lines: readonly Line[],
  width: number,
  height: number,
  limit: number,
): QuadCandidate[] {
  const n = lines.length;
  const t = crossings(lines);
  const minSide = MIN_SIDE * Math.max(width, height);
  const found: { i: number; j: number; k: number; l: number; base: number }[] = [];
  const across: number[] = [];
  const acrossSupport: number[] = [];
  let cut = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if (turn(lines[i]!, lines[j]!) > MAX_CONVERGENCE * DEGREE) continue;
      const framed = Number(lines[i]!.atFrame) + Number(lines[j]!.atFrame);
      across.length = 0;
      acrossSupport.length = 0;
      for (let k = i + 1; k < n; k++) {
        if (k === j) continue;
        const a = t[k * n + i]!;
        const b = t[k * n + j]!;
        if (!(Math.abs(a - b) >= minSide)) continue;
        const s = sideSupport(lines[k]!, a, b);
        if (s < MIN_SUPPORT) continue;
        across.push(k);
        acrossSupport.push(s);
      }
      for (let p = 0; p < across.length; p++) {
        const k = across[p]!;
        const sk = acrossSupport[p]!;
        const ik = t[i * n + k]!;
        const jk = t[j * n + k]!;
        for (let q = p + 1; q < across.length; q++) {
          const l = across[q]!;
          if (turn(lines[k]!, lines[l]!) > MAX_CONVERGENCE * DEGREE) continue;
          // One frame edge on each pair of sides at most: a card in a corner. The whole frame is weighed apart.
          const framed2 = Number(lines[k]!.atFrame) + Number(lines[l]!.atFrame);
          if (Math.max(framed, framed2) > 1) continue;
          const il = t[i * n + l]!;
          const jl = t[j * n + l]!;
          const li = Math.abs(ik - il);
          const lj = Math.abs(jk - jl);
          if (li < minSide || lj < minSide || (ik < il !== jk < jl) !== oppositeWays(lines[i]!, lines[j]!))
            continue;
          const lk = Math.abs(t[k * n + i]! - t[k * n + j]!);
          const ll = Math.abs(t[l * n + i]! - t[l * n + j]!);
          const ratio = (li + lj) / (lk + ll);
          if (Math.max(ratio, 1 / ratio) > MAX_RATIO || Math.max(ratio, 1 / ratio) < MIN_RATIO) continue;
          const si = sideSupport(lines[i]!, ik, il);
          if (si < MIN_SUPPORT) continue;
          const sj = sideSupport(lines[j]!, jk, jl);
          if (sj < MIN_SUPPORT) continue;
          const sl = acrossSupport[q]!;
          let base = WEIGHT_MEAN * 0.25 * (si + sj + sk + sl) + WEIGHT_MIN * Math.min(si, sj, sk, sl);
          if (base < cut) continue;
          base -=
            WEIGHT_OVERRUN *
            0.25 *
            (sideOverrun(lines[i]!, ik, il) +
              sideOverrun(lines[j]!, jk, jl) +
              sideOverrun(lines[k]!, t[k * n + i]!, t[k * n + j]!) +
              sideOverrun(lines[l]!, t[l * n + i]!, t[l * n + j]!));
          // Of quads equally well supported the larger holds the smaller's lines as its print.
          base += 0.3 * Math.sqrt(((li + lj) * (lk + ll)) / (4 * width * height));
          if (base < cut) continue;
          found.push({ i, j, k, l, base });
          if (found.length >= 4 * limit) cut = prune(found, limit);
        }
      }
    }
  }
  prune(found, limit);
  const candidates: QuadCandidate[] = [];
  for (const f of found) {
    const candidate = build(f, lines, t, width, height);
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}

/** Keeps the best `limit`; returns the worst of them. */
function prune(found: { base: number }[], limit: number): number {
  found.sort((a, b) => b.base - a.base);
  if (found.length > limit) found.length = limit;
  return found.at(-1)?.base ?? 0;
}

/** True when the two lines' directions point apart (θ near 0 against θ near π). */
const oppositeWays = (a: Line, b: Line): boolean => Math.abs(a.theta - b.theta) > Math.PI / 2;

function build(
  { i, j, k, l, base }: { i: number; j: number; k: number; l: number; base: number },
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
