import type { Raster } from '../raster.ts';

/** Luma range within a window of 9 px from which there is an edge in it. */
const MIN_RANGE = 36;
/** Every third row (column) is looked at, in windows that overlap by half: by so many steps from px to px. */
const LINE_STEP = 3;
const WINDOW_STEP = 4;
/** The steepest tenth of the edges tells the focus; the others are soft in print already. */
const PERCENTILE = 0.9;
/** Fewer edges than this tell nothing. */
const MIN_EDGES = 12;

const BINS = 128;
const histogram = new Uint32Array(BINS);

/**
 * Steepness along one axis: the largest step between neighbours over the range in its window; null if too few.
 * A window is two blocks of `WINDOW_STEP` steps, of which the second is the first of the next window.
 */
function steepness(
  data: Uint8Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
): number | null {
  histogram.fill(0);
  let edges = 0;
  const blocks = Math.floor((length - 1) / WINDOW_STEP);
  for (let line = 1; line < lines - 1; line += LINE_STEP) {
    let p = line * lineStep;
    let before = data[p]!;
    let lastLow = before;
    let lastHigh = before;
    let lastSteepest = 0;
    for (let block = 0; block < blocks; block++) {
      let low = before;
      let high = before;
      let steepest = 0;
      for (let k = 0; k < WINDOW_STEP; k++) {
        p += step;
        const v = data[p]!;
        if (v < low) low = v;
        else if (v > high) high = v;
        const d = v > before ? v - before : before - v;
        if (d > steepest) steepest = d;
        before = v;
      }
      const range = Math.max(high, lastHigh) - Math.min(low, lastLow);
      if (block > 0 && range >= MIN_RANGE) {
        const most = Math.max(steepest, lastSteepest);
        const bin = ((most * BINS) / range) | 0;
        histogram[bin < BINS ? bin : BINS - 1]!++;
        edges++;
      }
      lastLow = low;
      lastHigh = high;
      lastSteepest = steepest;
    }
  }
  if (edges < MIN_EDGES) return null;
  let bin = 0;
  for (let seen = 0; bin < BINS; bin++) {
    seen += histogram[bin]!;
    if (seen >= PERCENTILE * edges) break;
  }
  return (bin + 0.5) / BINS;
}

/**
 * How steep the steepest edges of a grey raster are, 0..1: the luma step between neighbouring pixels over the
 * step of the whole edge. A step blurred by a Gaussian of σ px answers .4/σ, whatever its contrast. Of the two
 * axes the worse counts (motion blurs one). 0 when there are no edges at all.
 */
export function measureSharpness(gray: Raster): number {
  const { width, height } = gray;
  const data = gray.data as Uint8Array;
  const rows = steepness(data, width, height, 1, width);
  const columns = steepness(data, height, width, width, 1);
  if (rows === null || columns === null) return rows ?? columns ?? 0;
  return Math.min(rows, columns);
}
