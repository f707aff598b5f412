import type { Point, Quad } from '#src/contract/index.ts';

/** Height of an ID-1 card in card widths (ISO/IEC 7810: 85.60 × 53.98 mm). */
export const CARD_HEIGHT = 53.98 / 85.6;
/** Corner radius in card widths (3.18 mm). */
const CORNER_RADIUS = 3.18 / 85.6;

/** The outline of what is photographed: height and corner radius in its widths. */
export interface Shape {
  readonly height: number;
  readonly radius: number;
}
export const ID1: Shape = { height: CARD_HEIGHT, radius: CORNER_RADIUS };

/** A 3×3 projective map, row by row. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** How the camera stands to the card; lengths in card widths, angles in radians. */
export interface Pose {
  /** Clockwise turn of the card in the picture. */
  readonly turn: number;
  readonly tilt: number;
  /** Direction of the tilt axis in the picture. */
  readonly tiltAxis: number;
  readonly distance: number;
  /** Card width in pixels where it is not tilted. */
  readonly scale: number;
}

/**
 * The map from the table (origin at the card's centre, x right along the card, y down, card widths) to the
 * picture (pixels, origin at the principal point): a pinhole camera that looks at the tilted plane.
 */
export function project(pose: Pose, centre: Point): Homography {
  const { turn, tilt, tiltAxis, distance, scale } = pose;
  const [ct, st] = [Math.cos(turn), Math.sin(turn)];
  const [cx, sx] = [Math.cos(tiltAxis), Math.sin(tiltAxis)];
  const c = Math.cos(tilt);
  // Rodrigues' rotation about the axis (cx, sx, 0) after the turn about the optical axis.
  const m00 = cx * cx * (1 - c) + c;
  const m01 = cx * sx * (1 - c);
  const m11 = sx * sx * (1 - c) + c;
  const a = [m00 * ct + m01 * st, -m00 * st + m01 * ct] as const;
  const b = [m01 * ct + m11 * st, -m01 * st + m11 * ct] as const;
  const depth = Math.sin(tilt) / distance;
  const w = [(-sx * ct + cx * st) * depth, (sx * st + cx * ct) * depth] as const;
  const [u, v] = centre;
  return [
    scale * a[0] + u * w[0],
    scale * a[1] + u * w[1],
    u,
    scale * b[0] + v * w[0],
    scale * b[1] + v * w[1],
    v,
    w[0],
    w[1],
    1,
  ];
}

export function apply(h: Homography, [x, y]: Point): Point {
  const w = h[6] * x + h[7] * y + h[8];
  return [(h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w];
}

/** Inverse by the adjugate; the scale of a homography does not matter. */
export function invert(h: Homography): Homography {
  const [a, b, c, d, e, f, g, k, i] = h;
  return [
    e * i - f * k,
    c * k - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * k - e * g,
    b * g - a * k,
    a * e - b * d,
  ];
}

/** Where a box (fractions of the card) lands in the picture, clockwise from its top left. */
export function projectBox(
  h: Homography,
  [left, top, right, bottom]: readonly [number, number, number, number],
  shape: Shape = ID1,
): Quad {
  const corner = (x: number, y: number): Point => apply(h, [x - 0.5, (y - 0.5) * shape.height]);
  return [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];
}

/** Left, top, right, bottom of some points. */
export function bounds(points: readonly Point[]): readonly [number, number, number, number] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Signed distance (card widths, negative inside) from the edge of the rounded shape. */
export function edgeDistance(shape: Shape, x: number, y: number): number {
  const dx = Math.abs(x) - 0.5 + shape.radius;
  const dy = Math.abs(y) - shape.height / 2 + shape.radius;
  if (dx <= 0 || dy <= 0) return Math.max(dx, dy) - shape.radius;
  return Math.sqrt(dx * dx + dy * dy) - shape.radius;
}
