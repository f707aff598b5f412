import type { TextMap } from './detect.ts';

/** A connected patch of text pixels: what a line of text leaves on the detector's map. */
export interface Blob {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly area: number;
  /** Mean probability inside. */
  readonly strength: number;
  /** Middle line y = middle + slope · (x − centre), least squares over the columns' middles, px. */
  readonly slope: number;
  readonly middle: number;
  readonly centre: number;
  /** Mean column height, px. */
  readonly thickness: number;
  /** Variances and covariance of its pixels' places, px². */
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** Probability from which a pixel counts as text (DBNet's own default). */
const THRESHOLD = 0.3;
/** Patches of fewer pixels are specks: one character of the smallest print covers some forty. */
const MIN_AREA = 24;

/** All 8-connected patches within rows [top, bottom) and columns [0, width) of the map. */
export function findBlobs(map: TextMap, top: number, bottom: number, width: number): Blob[] {
  const seen = new Uint8Array(map.width * map.height);
  const stack: number[] = [];
  const blobs: Blob[] = [];
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < width; x++) {
      const start = y * map.width + x;
      if (seen[start] || map.data[start]! < THRESHOLD) continue;
      const members: number[] = [];
      seen[start] = 1;
      stack.push(start);
      while (stack.length > 0) {
        const at = stack.pop()!;
        members.push(at);
        const cx = at % map.width;
        const cy = (at - cx) / map.width;
        for (let ny = Math.max(top, cy - 1); ny <= Math.min(bottom - 1, cy + 1); ny++) {
          for (let nx = Math.max(0, cx - 1); nx <= Math.min(width - 1, cx + 1); nx++) {
            const next = ny * map.width + nx;
            if (seen[next] || map.data[next]! < THRESHOLD) continue;
            seen[next] = 1;
            stack.push(next);
          }
        }
      }
      if (members.length >= MIN_AREA) blobs.push(measure(members, map));
    }
  }
  return blobs;
}

function measure(members: readonly number[], map: TextMap): Blob {
  let [left, right, top, bottom, strength] = [Infinity, -1, Infinity, -1, 0];
  let [sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0];
  for (const at of members) {
    const x = at % map.width;
    const y = (at - x) / map.width;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
    strength += map.data[at]!;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
    syy += y * y;
  }
  const n = members.length;
  const spread = sxx - (sx * sx) / n;
  return {
    left,
    right,
    top,
    bottom,
    area: n,
    strength: strength / n,
    slope: spread > 0 ? (sxy - (sx * sy) / n) / spread : 0,
    middle: sy / n + 0.5,
    centre: sx / n + 0.5,
    thickness: n / (right - left),
    xx: spread / n,
    yy: (syy - (sy * sy) / n) / n,
    xy: (sxy - (sx * sy) / n) / n,
  };
}
