import type { Raster } from './raster.ts';

/**
 * How much two small grey frames of one size differ, 0..1: mean absolute luma difference after the mean of
 * each is taken away (so that exposure steps are not motion), per 255. A still hand gives ≤ .01, a moving
 * card .03 and more. Frames of different sizes count as all motion, 1.
 */
export function trackMotion(previous: Raster, next: Raster): number {
  const n = previous.width * previous.height;
  if (previous.width !== next.width || previous.height !== next.height || n === 0) return 1;
  const a = previous.data;
  const b = next.data;
  let shift = 0;
  for (let i = 0; i < n; i++) shift += b[i]! - a[i]!;
  shift /= n;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.abs(b[i]! - a[i]! - shift);
  return Math.min(1, sum / n / 255);
}
