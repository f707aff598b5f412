/**
 * Points and quads in continuous image coordinates, px: the frame spans [0, width] × [0, height], the centre
 * of pixel (x, y) lies at (x + .5, y + .5). Corners may lie outside the frame.
 */
export type Point = readonly [number, number];

/** Four corners, clockwise as seen on the screen (y points down). Side i runs from corner i to corner i + 1. */
export type Quad = readonly [Point, Point, Point, Point];

/** Width over height of an ID-1 card, ISO/IEC 7810: 85.60 × 53.98 mm. */
export const CARD_ASPECT = 85.6 / 53.98;

/** Radius of an ID-1 card's corners as a share of its width: 3.18 of 85.60 mm. */
export const CORNER_RADIUS = 3.18 / 85.6;

export function distance(a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  // `Math.hypot` guards against overflow and takes ten times as long.
  return Math.sqrt(dx * dx + dy * dy);
}

/** Signed area in px²; positive when the corners run clockwise on the screen. */
export function signedArea(polygon: readonly Point[]): number {
  let sum = 0;
  for (let i = 0; i < polygon.length; i++) {
    const a = polygon[i]!;
    const b = polygon[(i + 1) % polygon.length]!;
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
}

/** True when the corners run clockwise and every corner turns the same way. */
export function isConvex(quad: Quad): boolean {
  for (let i = 0; i < 4; i++) {
    const a = quad[i]!;
    const b = quad[(i + 1) % 4]!;
    const c = quad[(i + 2) % 4]!;
    if ((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) <= 0) return false;
  }
  return true;
}

/**
 * The same quad with another first corner: `quarterTurns` = 1 makes the old corner 1 the first. With the
 * card's top left at corner k of a found quad, `rotateCorners(quad, k)` rectifies it upright.
 */
export function rotateCorners(quad: Quad, quarterTurns: number): Quad {
  const k = ((quarterTurns % 4) + 4) % 4;
  return [quad[k]!, quad[(k + 1) % 4]!, quad[(k + 2) % 4]!, quad[(k + 3) % 4]!];
}

/** The quad with every coordinate multiplied: from one size of an image to another. */
export const scaleQuad = (quad: Quad, sx: number, sy = sx): Quad =>
  quad.map(([x, y]) => [x * sx, y * sy]) as unknown as Quad;

/** The quad of a whole raster. */
export const frameQuad = (width: number, height: number): Quad => [
  [0, 0],
  [width, 0],
  [width, height],
  [0, height],
];

/** The part of a convex polygon on the right of the line a→b (Sutherland–Hodgman). */
function clipHalfPlane(polygon: readonly Point[], a: Point, b: Point): Point[] {
  const out: Point[] = [];
  const side = (p: Point) => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
  for (let i = 0; i < polygon.length; i++) {
    const p = polygon[i]!;
    const q = polygon[(i + 1) % polygon.length]!;
    const sp = side(p);
    const sq = side(q);
    if (sp >= 0) out.push(p);
    if (sp >= 0 !== sq >= 0) {
      const t = sp / (sp - sq);
      out.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
    }
  }
  return out;
}

/** Overlap of two convex clockwise polygons. */
export function intersect(a: readonly Point[], b: readonly Point[]): Point[] {
  let out: Point[] = [...a];
  for (let i = 0; i < b.length && out.length > 0; i++)
    out = clipHalfPlane(out, b[i]!, b[(i + 1) % b.length]!);
  return out;
}

/** Intersection over union of two convex clockwise quads, 0..1. */
export function quadIoU(a: Quad, b: Quad): number {
  const shared = Math.max(0, signedArea(intersect(a, b)));
  const union = signedArea(a) + signedArea(b) - shared;
  return union > 0 ? shared / union : 0;
}

/** Share of a quad's area that lies outside the frame, 0..1. */
export function shareOutside(quad: Quad, width: number, height: number): number {
  const area = signedArea(quad);
  if (area <= 0) return 0;
  return Math.max(0, 1 - signedArea(intersect(quad, frameQuad(width, height))) / area);
}
