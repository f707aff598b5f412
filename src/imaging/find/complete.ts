import { CARD_ASPECT, isConvex, type Point, type Quad, signedArea } from '../geometry.ts';
import { type SideEvidence, USUAL_STRENGTH } from './along.ts';
import { type Line, turn } from './lines.ts';
import { MAX_CONVERGENCE, MIN_CORNER, MIN_SIDE, type QuadCandidate, sideSupport } from './quads.ts';

/**
 * Focal length taken for granted, in long sides of the frame, when a missing side is placed: between a phone's
 * main camera (.7–.8) and a cropped photo (2). Its error moves the side of a card tilted by 20° by 2 %.
 */
const FOCAL = 1.1;
/** The three seen sides must be seen this well: the middle one, and the mean of all. */
const MIN_MIDDLE = 0.5;
const MIN_MEAN = 0.62;
const MIN_SIDES = 0.4;
/** What an unseen side counts for while candidates are ranked. */
const UNSEEN = 0.25;

type Vector = readonly [number, number, number];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const unit = (a: Vector): Vector => {
  const n = Math.sqrt(dot(a, a));
  return [a[0] / n, a[1] / n, a[2] / n];
};

/** The plane through the camera's centre and a line: pixels about the middle, in focal lengths. */
const planeOf = (line: Line, focal: number): Vector => unit([line.cos, line.sin, -line.rho / focal]);

/**
 * Quads of which three sides are seen and the fourth follows from the card's known shape: it is hidden by
 * glare or a hand, as pale as its ground, or beyond the frame. Lines i and j give one direction in space,
 * line k with them the plane; the card's length along i and j is then known.
 */
export function completeQuads(
  lines: readonly Line[],
  width: number,
  height: number,
  limit: number,
): QuadCandidate[] {
  const real = lines.filter((line) => !line.atFrame);
  const focal = FOCAL * Math.max(width, height);
  const minSide = MIN_SIDE * Math.max(width, height);
  const planes = real.map((line) => planeOf(line, focal));
  const found: QuadCandidate[] = [];
  const n = real.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if (turn(real[i]!, real[j]!) > (MAX_CONVERGENCE * Math.PI) / 180) continue;
      const along = unit(cross(planes[i]!, planes[j]!));
      if (Number.isNaN(along[0])) continue;
      for (let k = 0; k < n; k++) {
        if (k === i || k === j) continue;
        const open = (MIN_CORNER * Math.PI) / 180;
        if (turn(real[k]!, real[i]!) < open || turn(real[k]!, real[j]!) < open) continue;
        const ki = crossing(real[k]!, real[i]!);
        const kj = crossing(real[k]!, real[j]!);
        if (Math.abs(ki - kj) < minSide) continue;
        const middle = sideSupport(real[k]!, ki, kj);
        if (middle < MIN_MIDDLE) continue;
        for (const [a, b] of closings(planes[i]!, planes[j]!, planes[k]!, along)) {
          const candidate = close(
            real[i]!,
            real[j]!,
            real[k]!,
            middle,
            project(a, focal),
            project(b, focal),
            minSide,
          );
          if (candidate) found.push(shift(candidate, width, height));
        }
      }
    }
  }
  return found.sort((a, b) => b.base - a.base).slice(0, limit);
}

/** Parameter of line a where b meets it. */
function crossing(a: Line, b: Line): number {
  const det = a.cos * b.sin - a.sin * b.cos;
  return (b.rho - a.rho * (a.cos * b.cos + a.sin * b.sin)) / det;
}

const project = (v: Vector, focal: number): Point | null =>
  v[2] > 1e-6 ? [(focal * v[0]) / v[2], (focal * v[1]) / v[2]] : null;

/** Far corners on i and j, in space: to either side of k, with k as a short or as a long side. */
function closings(pi: Vector, pj: Vector, pk: Vector, along: Vector): [Vector, Vector][] {
  const normal = cross(along, unit(cross(along, pk)));
  const corner = (p: Vector): Vector | null => {
    let ray = cross(p, pk);
    if (ray[2] < 0) ray = [-ray[0], -ray[1], -ray[2]];
    const depth = dot(normal, ray);
    return Math.abs(depth) < 1e-9 ? null : [ray[0] / depth, ray[1] / depth, ray[2] / depth];
  };
  const ci = corner(pi);
  const cj = corner(pj);
  if (!ci || !cj || ci[2] * cj[2] <= 0) return [];
  const flip = ci[2] < 0 ? -1 : 1;
  const near = [ci, cj].map((c): Vector => [flip * c[0], flip * c[1], flip * c[2]]);
  const side = Math.hypot(cj[0] - ci[0], cj[1] - ci[1], cj[2] - ci[2]);
  return [side * CARD_ASPECT, side / CARD_ASPECT, -side * CARD_ASPECT, -side / CARD_ASPECT].map((length) => {
    const far = near.map(
      (c): Vector => [c[0] + length * along[0], c[1] + length * along[1], c[2] + length * along[2]],
    );
    return [far[0]!, far[1]!];
  });
}

/** The candidate (px about the middle) whose far corners lie at a on line i and at b on line j. */
function close(
  i: Line,
  j: Line,
  k: Line,
  middle: number,
  a: Point | null,
  b: Point | null,
  minSide: number,
): QuadCandidate | null {
  if (!a || !b) return null;
  const on = (line: Line, p: Point): number => p[1] * line.cos - p[0] * line.sin;
  const ik = crossing(i, k);
  const jk = crossing(j, k);
  const ia = on(i, a);
  const jb = on(j, b);
  if (Math.abs(ia - ik) < minSide || Math.abs(jb - jk) < minSide) return null;
  const si = sideSupport(i, ik, ia);
  if (si < MIN_SIDES) return null;
  const sj = sideSupport(j, jk, jb);
  if (sj < MIN_SIDES || si + sj + middle < 3 * MIN_MEAN) return null;
  const at = (line: Line, t: number): Point => [
    line.rho * line.cos - t * line.sin,
    line.rho * line.sin + t * line.cos,
  ];
  const seen = (support: number): SideEvidence => ({
    support,
    strength: USUAL_STRENGTH,
    overrun: 0,
    inSight: 1,
  });
  let quad: Quad = [at(i, ik), a, b, at(j, jk)];
  let sides = [seen(si), seen(UNSEEN), seen(sj), seen(middle)];
  if (signedArea(quad) < 0) {
    quad = [quad[0], quad[3], quad[2], quad[1]];
    sides = sides.reverse();
  }
  if (!isConvex(quad)) return null;
  return { quad, sides, atFrame: [false, false, false, false], base: si + sj + middle };
}

const shift = (c: QuadCandidate, width: number, height: number): QuadCandidate => ({
  ...c,
  quad: c.quad.map(([x, y]) => [x + width / 2, y + height / 2]) as unknown as Quad,
});
