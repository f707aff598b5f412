import type { Quad } from './geometry.ts';
import { CARD_ASPECT } from './geometry.ts';
import { type Homography, squareTo } from './homography.ts';

/** What a quad would be in space, if it is a rectangle seen by a pinhole camera. */
export interface Pose {
  /** Width over height (side 0 over side 1) of the rectangle. */
  readonly aspect: number;
  /** |cosine| of the angle between its sides: 0 for a true rectangle. */
  readonly skew: number;
  /** Angle between its normal and the camera's axis, degrees. */
  readonly tilt: number;
}

/**
 * Focal lengths tried, in long sides of the frame. Phone main cameras are 24–28 mm equivalents: .67–.78 of
 * the 36 mm long side; webcams and video crops .8–1.2; a photo cropped around the card behaves like 2 and
 * more, a scan like infinity.
 */
const FOCALS = [0.7, 1, 1.6, 4] as const;

const LOG_ASPECT = Math.log(CARD_ASPECT);

/** The pose for one focal length in px; the optical axis is taken to pass through the frame's middle. */
function poseAt(h: Homography, cx: number, cy: number, focal: number): Pose {
  // Columns of K⁻¹H are the rectangle's two sides in camera space, each times a common scale (Zhang 2000).
  const r1x = (h[0]! - cx * h[6]!) / focal;
  const r1y = (h[3]! - cy * h[6]!) / focal;
  const r1z = h[6]!;
  const r2x = (h[1]! - cx * h[7]!) / focal;
  const r2y = (h[4]! - cy * h[7]!) / focal;
  const r2z = h[7]!;
  const n1 = Math.sqrt(r1x * r1x + r1y * r1y + r1z * r1z);
  const n2 = Math.sqrt(r2x * r2x + r2y * r2y + r2z * r2z);
  const nx = r1y * r2z - r1z * r2y;
  const ny = r1z * r2x - r1x * r2z;
  const nz = r1x * r2y - r1y * r2x;
  return {
    aspect: n1 / n2,
    skew: Math.abs(r1x * r2x + r1y * r2y + r1z * r2z) / (n1 * n2),
    tilt: (Math.acos(Math.min(1, Math.abs(nz) / Math.sqrt(nx * nx + ny * ny + nz * nz))) * 180) / Math.PI,
  };
}

/** How far a pose is from a rectangle of the given aspect: 0 is exact, .2 is 20 % off in shape. */
export function misfit(pose: Pose, aspect: number): number {
  const stretch = Math.log(pose.aspect / aspect);
  return Math.sqrt(pose.skew * pose.skew + stretch * stretch);
}

/**
 * The reading of a quad (px) in a frame of width × height px that comes nearest to a rectangle of `aspect`
 * (side 0 over side 1). A quad alone often leaves the focal length open, so the aspect must help to choose.
 */
export function estimatePose(quad: Quad, width: number, height: number, aspect = CARD_ASPECT): Pose {
  const h = squareTo(quad);
  const longest = Math.max(width, height);
  let best = poseAt(h, width / 2, height / 2, FOCALS[0] * longest);
  let least = misfit(best, aspect);
  for (let i = 1; i < FOCALS.length; i++) {
    const pose = poseAt(h, width / 2, height / 2, FOCALS[i]! * longest);
    const error = misfit(pose, aspect);
    if (error < least) {
      least = error;
      best = pose;
    }
  }
  return best;
}

/**
 * `misfit` of a quad's best reading as an ID-1 card, whichever way round, without making anything: for the inner
 * loop that goes through thousands of quads. Corners in turn, px about the middle of a frame of `longest` px.
 */
export function cardMisfit(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  longest: number,
): number {
  const sx = ax - bx + cx - dx;
  const sy = ay - by + cy - dy;
  const det = (bx - cx) * (dy - cy) - (dx - cx) * (by - cy);
  const g = (sx * (dy - cy) - (dx - cx) * sy) / det;
  const h = ((bx - cx) * sy - sx * (by - cy)) / det;
  const ux = bx - ax + g * bx;
  const uy = by - ay + g * by;
  const vx = dx - ax + h * dx;
  const vy = dy - ay + h * dy;
  let least = Infinity;
  for (let i = 0; i < FOCALS.length; i++) {
    const f = FOCALS[i]! * longest;
    const uu = ux * ux + uy * uy + f * f * g * g;
    const vv = vx * vx + vy * vy + f * f * h * h;
    const uv = ux * vx + uy * vy + f * f * g * h;
    const stretch = Math.abs(Math.abs(0.5 * Math.log(uu / vv)) - LOG_ASPECT);
    const error = (uv * uv) / (uu * vv) + stretch * stretch;
    if (error < least) least = error;
  }
  return Math.sqrt(least);
}
