import { CARD_ASPECT, isConvex, type Point, type Quad, signedArea } from '../geometry.ts';
import { type SideEvidence, USUAL_STRENGTH } from './along.ts';
import { type Line, turn } from './lines.ts';
import { crossings, MAX_CONVERGENCE, MIN_SIDE, type QuadCandidate, sideSupport } from './quads.ts';

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

/** The missing side lies to either side of the one across from it, which is a short or a long one. */
const SHAPES = [CARD_ASPECT, 1 / CARD_ASPECT, -CARD_ASPECT, -1 / CARD_ASPECT];

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
  const t = crossings(real);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if (turn(real[i]!, real[j]!) > (MAX_CONVERGENCE * Math.PI) / 180) continue;
      const along = unit(cross(planes[i]!, planes[j]!));
      if (Number.isNaN(along[0])) continue;
      for (let k = 0; k < n; k++) {
        if (k === i || k === j) continue;
        const ki = t[k * n + i]!;
        const kj = t[k * n + j]!;
        if (!(Math.abs(ki - kj) >= minSide)) continue;
        const middle = sideSupport(real[k]!, ki, kj);
        if (middle < MIN_MIDDLE) continue;
        const near = nearEdge(planes[i]!, planes[j]!, planes[k]!, along);
        if (!near) continue;
        const ik = t[i * n + k]!;
        const jk = t[j * n + k]!;
        for (const share of SHAPES) {
          const ia = seenAt(real[i]!, near.i, along, near.length * share, focal);
          const jb = seenAt(real[j]!, near.j, along, near.length * share, focal);
          if (!(Math.abs(ia - ik) >= minSide && Math.abs(jb - jk) >= minSide)) continue;
          const candidate = close(real[i]!, real[j]!, ik, jk, ia, jb, middle);
          if (candidate) found.push(candidate);
        }
      }
    }
  }
  found.sort((a, b) => b.base - a.base);
  return found.slice(0, limit).map((one) => shift(one, width, height));
}

/** Two corners in space that one side has, and the length of that side. */
interface Edge3 {
  readonly i: Vector;
  readonly j: Vector;
  readonly length: number;
}

/** Where lines i and j meet line k in space, on the plane through k along the direction of i and j; null where behind. */
function nearEdge(pi: Vector, pj: Vector, pk: Vector, along: Vector): Edge3 | null {
  const normal = cross(along, unit(cross(along, pk)));
  const corner = (p: Vector): Vector | null => {
    let ray = cross(p, pk);
    if (ray[2] < 0) ray = [-ray[0], -ray[1], -ray[2]];
    const depth = dot(normal, ray);
    return Math.abs(depth) < 1e-9 ? null : [ray[0] / depth, ray[1] / depth, ray[2] / depth];
  };
  const i = corner(pi);
  const j = corner(pj);
  if (!i || !j || i[2] * j[2] <= 0) return null;
  const [dx, dy, dz] = [j[0] - i[0], j[1] - i[1], j[2] - i[2]];
  const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
  return i[2] < 0 ? { i: [-i[0], -i[1], -i[2]], j: [-j[0], -j[1], -j[2]], length } : { i, j, length };
}

/** The line's parameter at which a point `length` from `near` along `along` is seen; NaN behind the camera. */
function seenAt(line: Line, near: Vector, along: Vector, length: number, focal: number): number {
  const z = near[2] + length * along[2];
  if (z <= 1e-6) return Number.NaN;
  const x = near[0] + length * along[0];
  const y = near[1] + length * along[1];
  return (focal * (y * line.cos - x * line.sin)) / z;
}

/** The candidate (px about the middle) whose far corners lie at ia on line i and at jb on line j. */
function close(
  i: Line,
  j: Line,
  ik: number,
  jk: number,
  ia: number,
  jb: number,
  middle: number,
): QuadCandidate | null {
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
  let quad: Quad = [at(i, ik), at(i, ia), at(j, jb), at(j, jk)];
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
