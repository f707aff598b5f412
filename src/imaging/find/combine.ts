import { cardMisfit } from '../pose.ts';
import { scoreOf } from './evidence.ts';
import { type Line, turn } from './lines.ts';
import {
  buildQuad,
  crossings,
  type Four,
  MAX_CONVERGENCE,
  MIN_SIDE,
  oppositeWays,
  type QuadCandidate,
  sideOverrun,
  sideSupport,
} from './quads.ts';

/** Long over short side, from a card turned away by 50° about either axis (with room for perspective). */
const MIN_RATIO = 0.92;
const MAX_RATIO = 2.7;
/** A side needs this much of its length seen. A thumb or a frame's edge may take the rest. */
const MIN_SUPPORT = 0.25;
/** Scratch of `consider`. What is not looked at yet is taken to be as on a card. */
const evidence = { mean: 0, least: 0, overrun: 0, strength: 1, misfit: 0, region: 0.85, detail: 1, size: 0 };
/**
 * A quad that promises less than the best by more than this is not listed: what is seen later (its region, its
 * print) does not make up for it. On 324 drawn photos no outline differs, and half the time is saved.
 */
const SPREAD = 0.3;
/** The list is cut down when it is so many times too long. */
const SLACK = 1.5;

const DEGREE = Math.PI / 180;

/** The quads of the lines that promise most by their sides, shape and size. */
export function findQuads(
  lines: readonly Line[],
  width: number,
  height: number,
  limit: number,
): QuadCandidate[] {
  const search: Search = {
    lines,
    t: crossings(lines),
    width,
    height,
    minSide: MIN_SIDE * Math.max(width, height),
    limit,
    found: [],
    cut: -Infinity,
    supports: supportsFor(lines.length),
  };
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      if (turn(lines[i]!, lines[j]!) <= MAX_CONVERGENCE * DEGREE) crossPair(search, i, j);
    }
  }
  prune(search);
  return search.found
    .map((four) => buildQuad(four, lines, search.t, width, height))
    .filter((candidate) => candidate !== null);
}

interface Search {
  readonly lines: readonly Line[];
  /** Where line b meets line a, as a parameter of a: t[a · n + b]. */
  readonly t: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly minSide: number;
  readonly limit: number;
  readonly found: Four[];
  /** What a quad must promise to be listed. */
  cut: number;
  /** `sideSupport` of line a between lines b and c (b < c): at (a · n + b) · n + c; below 0 until it is needed. */
  readonly supports: Float32Array;
}

let supports = new Float32Array(0);

/** A table without values yet, reused from call to call. */
function supportsFor(n: number): Float32Array {
  if (supports.length < n ** 3) supports = new Float32Array(n ** 3);
  return supports.fill(-1, 0, n ** 3);
}

/** Support of line a between lines b and c, b < c. */
function supportOf({ lines, t, supports }: Search, a: number, b: number, c: number): number {
  const n = lines.length;
  const at = (a * n + b) * n + c;
  const known = supports[at]!;
  if (known >= 0) return known;
  const support = sideSupport(lines[a]!, t[a * n + b]!, t[a * n + c]!);
  supports[at] = support;
  return support;
}

const across: number[] = [];
const acrossSupport: number[] = [];

/** Every two lines that cross i and j with enough support between them. Of a quad's lines i is the first. */
function crossPair(search: Search, i: number, j: number): void {
  const { lines, t, minSide } = search;
  const n = lines.length;
  const framed = Number(lines[i]!.atFrame) + Number(lines[j]!.atFrame);
  // One frame edge on each pair of sides at most: a card in a corner. The whole frame is weighed apart.
  if (framed > 1) return;
  let count = 0;
  for (let k = i + 1; k < n; k++) {
    if (k === j) continue;
    const a = t[k * n + i]!;
    const b = t[k * n + j]!;
    if (!(Math.abs(a - b) >= minSide)) continue;
    const support = supportOf(search, k, i, j);
    if (support < MIN_SUPPORT) continue;
    across[count] = k;
    acrossSupport[count++] = support;
  }
  for (let p = 0; p < count; p++) {
    for (let q = p + 1; q < count; q++) {
      const [k, l] = [across[p]!, across[q]!];
      if (lines[k]!.atFrame && lines[l]!.atFrame) continue;
      // What these two sides allow, if the other two are seen whole and the quad is large.
      evidence.size = 1;
      if (promise(acrossSupport[p]!, acrossSupport[q]!, 1, 1) < search.cut) continue;
      if (turn(lines[k]!, lines[l]!) > MAX_CONVERGENCE * DEGREE) continue;
      consider(search, i, j, k, l, acrossSupport[p]!, acrossSupport[q]!);
    }
  }
}

/** The score of four sides of such support at best: of the size in `evidence`, in a card's shape, ending at its corners. */
function promise(a: number, b: number, c: number, d: number): number {
  evidence.mean = 0.25 * (a + b + c + d);
  evidence.least = Math.min(a, b, c, d);
  evidence.overrun = 0;
  evidence.misfit = 0;
  return scoreOf(evidence);
}

function consider(search: Search, i: number, j: number, k: number, l: number, sk: number, sl: number): void {
  const { lines, t, width, height, minSide } = search;
  const n = lines.length;
  const a = lines[i]!;
  const b = lines[j]!;
  const ik = t[i * n + k]!;
  const il = t[i * n + l]!;
  const jk = t[j * n + k]!;
  const jl = t[j * n + l]!;
  const li = Math.abs(ik - il);
  const lj = Math.abs(jk - jl);
  if (li < minSide || lj < minSide || (ik < il !== jk < jl) !== oppositeWays(a, b)) return;
  const lk = Math.abs(t[k * n + i]! - t[k * n + j]!);
  const ll = Math.abs(t[l * n + i]! - t[l * n + j]!);
  const ratio = (li + lj) / (lk + ll);
  const stretch = ratio > 1 ? ratio : 1 / ratio;
  if (stretch > MAX_RATIO || stretch < MIN_RATIO) return;
  evidence.size = Math.sqrt(Math.min(1, ((li + lj) * (lk + ll)) / (4 * width * height)));
  if (promise(sk, sl, 1, 1) < search.cut) return;
  const si = supportOf(search, i, k, l);
  if (si < MIN_SUPPORT || promise(sk, sl, si, 1) < search.cut) return;
  const sj = supportOf(search, j, k, l);
  if (sj < MIN_SUPPORT || promise(sk, sl, si, sj) < search.cut) return;
  evidence.misfit = cardMisfit(
    a.rho * a.cos - ik * a.sin,
    a.rho * a.sin + ik * a.cos,
    a.rho * a.cos - il * a.sin,
    a.rho * a.sin + il * a.cos,
    b.rho * b.cos - jl * b.sin,
    b.rho * b.sin + jl * b.cos,
    b.rho * b.cos - jk * b.sin,
    b.rho * b.sin + jk * b.cos,
    Math.max(width, height),
  );
  if (scoreOf(evidence) < search.cut) return;
  evidence.overrun =
    0.25 *
    (sideOverrun(a, ik, il) +
      sideOverrun(b, jk, jl) +
      sideOverrun(lines[k]!, t[k * n + i]!, t[k * n + j]!) +
      sideOverrun(lines[l]!, t[l * n + i]!, t[l * n + j]!));
  const base = scoreOf(evidence);
  if (base < search.cut) return;
  search.found.push({ i, j, k, l, base });
  if (base - SPREAD > search.cut) search.cut = base - SPREAD;
  if (search.found.length >= SLACK * search.limit) prune(search);
}

/** Keeps the best `limit`, and asks the next to be better than the worst of them. */
function prune(search: Search): void {
  search.found.sort((a, b) => b.base - a.base);
  if (search.found.length < search.limit) return;
  search.found.length = search.limit;
  search.cut = Math.max(search.cut, search.found[search.limit - 1]!.base);
}
