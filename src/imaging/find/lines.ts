import type { EdgeField } from './edges.ts';
import { CHANCE, fitLine, reachOf } from './fit.ts';
import type { Peak } from './hough.ts';

/**
 * A candidate line with what lies along it. t runs along the direction (−sin θ, cos θ) from the foot of the
 * normal through the raster's middle; `support[t + reach]` sums the supported px up to t.
 */
export interface Line {
  readonly theta: number;
  readonly rho: number;
  readonly cos: number;
  readonly sin: number;
  /** Where the line enters and leaves the raster. */
  readonly tMin: number;
  readonly tMax: number;
  readonly reach: number;
  readonly support: Float32Array;
  /** Length of its densest stretch above chance, px. */
  readonly strength: number;
  readonly from: number;
  readonly to: number;
  readonly atFrame: boolean;
}

/** What a stretch of the frame's own edge counts for a side: neither seen nor missing. */
const FRAME_SUPPORT = 0.3;
/** No more than so many lines within so many degrees of each other are kept: stripes, grain, rows of keys. */
const SECTOR_DEGREES = 6;
const PER_SECTOR = 11;
/** Lines nearer than this to a stronger one, in degrees and px at its stretch's ends, are the same line. */
const SAME_DEGREES = 4;
const SAME_PX = 2.5;

const DEGREE = Math.PI / 180;

/** The four edges of the raster as lines. */
function frameLines(width: number, height: number): Line[] {
  const reach = reachOf(width, height);
  const support = new Float32Array(2 * reach + 2);
  for (let i = 0; i <= 2 * reach; i++) support[i + 1] = support[i]! + FRAME_SUPPORT;
  return [
    [0, -width / 2, height / 2],
    [0, width / 2, height / 2],
    [Math.PI / 2, -height / 2, width / 2],
    [Math.PI / 2, height / 2, width / 2],
  ].map(([theta, rho, end]) => ({
    theta: theta!,
    rho: rho!,
    cos: theta === 0 ? 1 : 0,
    sin: theta === 0 ? 0 : 1,
    tMin: -end!,
    tMax: end!,
    reach,
    support,
    strength: end! * (1 - CHANCE),
    from: -end!,
    to: end!,
    atFrame: true,
  }));
}

/** Offset of a line at parameter t of another. */
const gap = (line: Line, other: Line, t: number): number =>
  Math.abs(
    (other.rho * other.cos - t * other.sin) * line.cos +
      (other.rho * other.sin + t * other.cos) * line.sin -
      line.rho,
  );

/** Angle between two lines, 0..π/2. */
export function turn(a: Line, b: Line): number {
  const angle = Math.abs(a.theta - b.theta);
  return angle > Math.PI / 2 ? Math.PI - angle : angle;
}

const same = (a: Line, b: Line): boolean =>
  turn(a, b) < SAME_DEGREES * DEGREE && gap(a, b, b.from) < SAME_PX && gap(a, b, b.to) < SAME_PX;

/** The strongest distinct lines of an edge field, then the frame's four edges. `minLength` in px. */
export function findLines(
  edges: EdgeField,
  peaks: readonly Peak[],
  limit: number,
  minLength: number,
): Line[] {
  const fitted: Line[] = [];
  for (const peak of peaks) {
    const line = fitLine(edges, peak, minLength);
    if (line) fitted.push(line);
  }
  fitted.sort((a, b) => b.strength - a.strength);
  const kept: Line[] = [];
  for (const line of fitted) {
    if (kept.length >= limit) break;
    const parallel = kept.filter((other) => turn(other, line) < SECTOR_DEGREES * DEGREE);
    if (parallel.length < PER_SECTOR && !parallel.some((other) => same(other, line))) kept.push(line);
  }
  return [...kept, ...frameLines(edges.width, edges.height)];
}
