import type { Anchor } from '#src/countries/reader-types.ts';
import { applyHomography, type Homography, type Point, type Quad, signedArea } from '#src/imaging/index.ts';

/** So far off, in card shares, is no print tolerance (2 %) any more: the outline is wrong. */
const OFF = 0.06;
/** A stretch is fitted only along an axis that the anchors span by this much. */
const MIN_SPAN = 0.25;
/** Outlines are never wrong by more than this factor. */
const MAX_STRETCH = 2.5;

/**
 * Where the card must lie for its text to stand where it usually does; null where it does already, or where
 * too little text was recognised to tell. `toPhoto` maps card shares to px with the outline as it was.
 */
export function reseat(anchors: readonly Anchor[], toPhoto: Homography): Quad | null {
  if (anchors.length < 2) return null;
  const off = Math.max(
    ...anchors.map(({ seen, usual }) => Math.hypot(seen[0] - usual[0], seen[1] - usual[1])),
  );
  if (off < OFF) return null;
  const x = fitAxis(anchors, 0);
  const y = fitAxis(anchors, 1);
  if (!x || !y) return null;
  const corner = (u: number, v: number): Point => applyHomography(toPhoto, [x(u), y(v)]);
  const quad: Quad = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
  return quad.flat().every(Number.isFinite) && signedArea(quad) > 0 ? quad : null;
}

/** seen = a · usual + b along one axis, least squares; a shift alone where the anchors do not span the axis. */
function fitAxis(anchors: readonly Anchor[], axis: 0 | 1): ((usual: number) => number) | null {
  const n = anchors.length;
  const mu = anchors.reduce((sum, { usual }) => sum + usual[axis], 0) / n;
  const ms = anchors.reduce((sum, { seen }) => sum + seen[axis], 0) / n;
  const usual = anchors.map((anchor) => anchor.usual[axis] - mu);
  const span = Math.max(...usual) - Math.min(...usual);
  const suu = usual.reduce((sum, u) => sum + u * u, 0);
  const sus = anchors.reduce((sum, { seen }, i) => sum + usual[i]! * (seen[axis] - ms), 0);
  const stretch = span >= MIN_SPAN ? sus / suu : 1;
  if (stretch < 1 / MAX_STRETCH || stretch > MAX_STRETCH) return null;
  return (u) => ms + stretch * (u - mu);
}
