import type { Point } from '../geometry.ts';
import { type EdgeField, edgeStrength } from './edges.ts';

/** Edges count for a line when their normal is within this many degrees of the line's: a weak Sobel angle's error. */
export const ANGLE_TOLERANCE = 14;
/** Half width in px of the band in which a side's edge may lie. */
const BAND = 1.6;
/** A side's round corners (radius 3.18 mm of 53.98 and 85.60 mm) are left out. */
const TRIM = 0.05;
/** Where a continuation beyond the corners is looked for: past the rounding, for a share of the side. */
const OVERRUN_GAP = 4;
const OVERRUN_SHARE = 0.2;
const OVERRUN_MIN = 8;

const RADIAN = 180 / Math.PI;

/**
 * The edge pixel nearest to one point of a line (of normal cos, sin; `degrees` is its angle 0..180) that fits
 * it and lies within ± `band` px across it; −1 where there is none.
 */
function edgeNear(
  edges: EdgeField,
  fx: number,
  fy: number,
  cos: number,
  sin: number,
  degrees: number,
  band: number,
): number {
  const { width, height, normal } = edges;
  const x = Math.floor(fx);
  const y = Math.floor(fy);
  const flat = sin > cos ? sin > -cos : sin < -cos || cos < 0;
  const span = Math.ceil(band);
  let nearest = band;
  let best = -1;
  for (let k = -span; k <= span; k++) {
    const px = flat ? x : x + k;
    const py = flat ? y + k : y;
    if (px < 0 || py < 0 || px >= width || py >= height) continue;
    const n = normal[py * width + px]!;
    if (n === 0) continue;
    let turn = Math.abs(n - 1 - degrees);
    if (turn > 90) turn = 180 - turn;
    if (turn > ANGLE_TOLERANCE) continue;
    const offset = (px + 0.5 - fx) * cos + (py + 0.5 - fy) * sin;
    const size = offset < 0 ? -offset : offset;
    if (size <= nearest) {
      nearest = size;
      best = py * width + px;
    }
  }
  return best;
}

/** Strength taken for granted where it was not looked at: a step of ten grey levels. */
export const USUAL_STRENGTH = 0.5;

/** What lies along one side of a quad, in shares 0..1. */
export interface SideEvidence {
  /** Edges along the part of the side that is in sight. */
  readonly support: number;
  /** How strong those edges are: `edgeStrength`, mean. */
  readonly strength: number;
  /** Edges along its continuation beyond both corners: a card's sides stop there. */
  readonly overrun: number;
  /** Part of the side inside the raster. */
  readonly inSight: number;
}

/** Looks along a side p→q (px) and beyond its ends. */
export function lookAlong(edges: EdgeField, p: Point, q: Point): SideEvidence {
  const dx = q[0] - p[0];
  const dy = q[1] - p[1];
  const length = Math.sqrt(dx * dx + dy * dy);
  const ux = dx / length;
  const uy = dy / length;
  let cos = -uy;
  let sin = ux;
  if (sin < 0) {
    cos = -cos;
    sin = -sin;
  }
  const degrees = Math.atan2(sin, cos) * RADIAN;
  let seen = 0;
  let strength = 0;
  const share = (from: number, to: number): number => {
    let hits = 0;
    seen = 0;
    strength = 0;
    for (let t = from; t <= to; t++) {
      const x = p[0] + t * ux;
      const y = p[1] + t * uy;
      if (x < 2 || y < 2 || x >= edges.width - 2 || y >= edges.height - 2) continue;
      seen++;
      const pixel = edgeNear(edges, x, y, cos, sin, degrees, BAND);
      if (pixel < 0) continue;
      hits++;
      strength += edgeStrength(Math.sqrt(edges.square[pixel]!));
    }
    return seen > 0 ? hits / seen : 0;
  };
  const trim = TRIM * length;
  const support = share(trim, length - trim);
  const inSight = Math.min(1, seen / Math.max(1, Math.floor(length - 2 * trim)));
  const strong = strength / Math.max(1, support * seen);
  const reach = Math.max(OVERRUN_MIN, OVERRUN_SHARE * length);
  const before = share(-OVERRUN_GAP - reach, -OVERRUN_GAP) * Math.min(1, seen / reach);
  const after = share(length + OVERRUN_GAP, length + OVERRUN_GAP + reach) * Math.min(1, seen / reach);
  return { support, strength: strong, overrun: (before + after) / 2, inSight };
}
