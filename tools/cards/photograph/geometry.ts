import type { Point, Quad } from '#src/contract/index.ts';

/** Row-major 3×3 matrix of a projective map, last entry 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number];

/** The map that takes the unit square's corners (0,0) (1,0) (1,1) (0,1) to `quad` (closed form, Heckbert 1989). */
export function squareToQuad(quad: Quad): Homography {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = quad;
  const sx = x0 - x1 + x2 - x3;
  const sy = y0 - y1 + y2 - y3;
  const dx1 = x1 - x2;
  const dy1 = y1 - y2;
  const dx2 = x3 - x2;
  const dy2 = y3 - y2;
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h];
}

/** The inverse map, up to scale (nine entries). */
export function invert(m: Homography): readonly number[] {
  const [a, b, c, d, e, f, g, h] = m;
  return [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

export function project(m: Homography, x: number, y: number): Point {
  const w = m[6] * x + m[7] * y + 1;
  return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w];
}

export interface Pose {
  /** Width of the card at its centre, px. */
  readonly cardWidth: number;
  /** Height over width of the card. */
  readonly aspect: number;
  /** Turn within the picture, degrees clockwise. */
  readonly rotation: number;
  /** Angle between card and sensor, degrees, about the axis at `tiltAxis` degrees within the card. */
  readonly tilt: number;
  readonly tiltAxis: number;
  /** Focal length in px. */
  readonly focal: number;
}

/** Corners of a card seen by a pinhole camera that looks at the card's centre, which lands on (0, 0). */
export function pose(p: Pose): Quad {
  const rad = Math.PI / 180;
  const axis = p.tiltAxis * rad;
  const [ax, ay] = [Math.cos(axis), Math.sin(axis)];
  const [ct, st] = [Math.cos(p.tilt * rad), Math.sin(p.tilt * rad)];
  const [cr, sr] = [Math.cos(p.rotation * rad), Math.sin(p.rotation * rad)];
  const corner = (sx: number, sy: number): Point => {
    const x = (sx * p.cardWidth) / 2;
    const y = (sy * p.cardWidth * p.aspect) / 2;
    const along = x * ax + y * ay;
    const across = -x * ay + y * ax;
    const tx = along * ax - across * ct * ay;
    const ty = along * ay + across * ct * ax;
    const scale = p.focal / (p.focal + across * st);
    return [(tx * cr - ty * sr) * scale, (tx * sr + ty * cr) * scale];
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function bounds(quad: Quad): Bounds {
  const xs = quad.map((p) => p[0]);
  const ys = quad.map((p) => p[1]);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Scales and moves a quad. */
export function place(quad: Quad, scale: number, dx: number, dy: number): Quad {
  const move = ([x, y]: Point): Point => [x * scale + dx, y * scale + dy];
  return [move(quad[0]), move(quad[1]), move(quad[2]), move(quad[3])];
}
