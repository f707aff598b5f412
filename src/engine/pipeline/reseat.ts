import type { Anchor } from '#src/countries/reader-types.ts';
import { applyHomography, type Homography, isConvex, type Point, type Quad } from '#src/imaging/index.ts';

/** A stretch is fitted only along an axis that the anchors span by this much. */
const MIN_SPAN = 0.25;
/** From so many anchors on a lean is fitted too. */
const LEAN_FROM = 4;
/** Outlines are never wrong by more than these: factor, and shares leant over the whole card. */
const MAX_STRETCH = 2.5;
const MAX_LEAN = 0.35;

/** Coordinate of a usual place on the card as it was outlined. */
type Axis = (x: number, y: number) => number;

/** The farthest that an anchor is off its usual place, card shares. */
export const offset = (anchors: readonly Anchor[]): number =>
  Math.max(0, ...anchors.map(({ seen, usual }) => Math.hypot(seen[0] - usual[0], seen[1] - usual[1])));

/**
 * Where the card must lie for its text to stand where it usually does; null where too little text was
 * recognised to tell. `toPhoto` maps card shares to px with the outline as it was.
 */
export function reseat(anchors: readonly Anchor[], toPhoto: Homography): Quad | null {
  if (anchors.length < 2) return null;
  const x = fitAxis(anchors, 0);
  const y = fitAxis(anchors, 1);
  if (!x || !y) return null;
  const corner = (u: number, v: number): Point => applyHomography(toPhoto, [x(u, v), y(u, v)]);
  const quad: Quad = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
  return quad.flat().every(Number.isFinite) && isConvex(quad) ? quad : null;
}

/** seen = a · along + b · across + c by least squares; what the anchors do not span is left as it is. */
function fitAxis(anchors: readonly Anchor[], axis: 0 | 1): Axis | null {
  const n = anchors.length;
  const mean = (pick: (anchor: Anchor) => number) => anchors.reduce((sum, a) => sum + pick(a), 0) / n;
  const [mu, mv, ms] = [
    mean((a) => a.usual[axis]),
    mean((a) => a.usual[1 - axis]!),
    mean((a) => a.seen[axis]),
  ];
  const along = anchors.map((a) => a.usual[axis] - mu);
  const across = anchors.map((a) => a.usual[1 - axis]! - mv);
  const seen = anchors.map((a) => a.seen[axis] - ms);
  const dot = (p: readonly number[], q: readonly number[]) => p.reduce((sum, v, i) => sum + v * q[i]!, 0);
  const spans = (values: readonly number[]) => Math.max(...values) - Math.min(...values) >= MIN_SPAN;
  let stretch = 1;
  let lean = 0;
  const [uu, vv, uv] = [dot(along, along), dot(across, across), dot(along, across)];
  const det = uu * vv - uv * uv;
  if (n >= LEAN_FROM && spans(along) && spans(across) && det > 0.01 * uu * vv) {
    stretch = (dot(along, seen) * vv - dot(across, seen) * uv) / det;
    lean = (dot(across, seen) * uu - dot(along, seen) * uv) / det;
  } else if (spans(along)) stretch = dot(along, seen) / uu;
  if (stretch < 1 / MAX_STRETCH || stretch > MAX_STRETCH || Math.abs(lean) > MAX_LEAN) return null;
  return (x, y) => ms + stretch * ((axis === 0 ? x : y) - mu) + lean * ((axis === 0 ? y : x) - mv);
}
