import type { Point, Quad } from './geometry.ts';

/** A plane projective map: 3 × 3, row by row, scaled so that the last element is 1 wherever it can be. */
export type Homography = Float64Array;

/** Maps the unit square (0,0) (1,0) (1,1) (0,1) onto a quad (Heckbert 1989, §2.2.3, closed form). */
export function squareTo([p0, p1, p2, p3]: Quad): Homography {
  const sx = p0[0] - p1[0] + p2[0] - p3[0];
  const sy = p0[1] - p1[1] + p2[1] - p3[1];
  const dx1 = p1[0] - p2[0];
  const dx2 = p3[0] - p2[0];
  const dy1 = p1[1] - p2[1];
  const dy2 = p3[1] - p2[1];
  const det = dx1 * dy2 - dx2 * dy1;
  const g = det === 0 ? 0 : (sx * dy2 - dx2 * sy) / det;
  const h = det === 0 ? 0 : (dx1 * sy - sx * dy1) / det;
  return Float64Array.of(
    p1[0] - p0[0] + g * p1[0],
    p3[0] - p0[0] + h * p3[0],
    p0[0],
    p1[1] - p0[1] + g * p1[1],
    p3[1] - p0[1] + h * p3[1],
    p0[1],
    g,
    h,
    1,
  );
}

/** The map a∘b: first b, then a. */
function compose(a: Homography, b: Homography): Homography {
  const out = new Float64Array(9);
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++)
      out[3 * i + j] = a[3 * i]! * b[j]! + a[3 * i + 1]! * b[3 + j]! + a[3 * i + 2]! * b[6 + j]!;
  return normalise(out);
}

function normalise(h: Homography): Homography {
  const w = h[8]!;
  if (w !== 0) for (let i = 0; i < 9; i++) h[i]! /= w;
  return h;
}

/** The inverse map (adjugate). A degenerate map has no inverse: its inverse yields no finite points. */
export function invert(h: Homography): Homography {
  const [a, b, c, d, e, f, g, i, j] = h as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return normalise(
    Float64Array.of(
      e * j - f * i,
      c * i - b * j,
      b * f - c * e,
      f * g - d * j,
      a * j - c * g,
      c * d - a * f,
      d * i - e * g,
      b * g - a * i,
      a * e - b * d,
    ),
  );
}

/** The map that takes corner i of `from` to corner i of `to`. Both must be convex, or some points go to infinity. */
export function homography(from: Quad, to: Quad): Homography {
  return compose(squareTo(to), invert(squareTo(from)));
}

/** Where a point goes. */
export function applyHomography(h: Homography, [x, y]: Point): Point {
  const w = h[6]! * x + h[7]! * y + h[8]!;
  return [(h[0]! * x + h[1]! * y + h[2]!) / w, (h[3]! * x + h[4]! * y + h[5]!) / w];
}

/** Where a quad's corners go. */
export const mapQuad = (h: Homography, quad: Quad): Quad =>
  quad.map((p) => applyHomography(h, p)) as unknown as Quad;
