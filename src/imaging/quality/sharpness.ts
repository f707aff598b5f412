import type { Raster } from '../raster.ts';
import type { CardLines } from './lines.ts';

/** Luma range within a window of 9 px from which there is an edge in it. */
const MIN_RANGE = 36;
/** Every third row (column) is looked at. */
const LINE_STEP = 3;
/** Windows overlap by half: by so many steps from px to px. */
const WINDOW_STEP = 4;
/** The steepest tenth of the edges tells the focus; the others are soft in print already. */
const PERCENTILE = 0.9;
/** Fewer edges than this tell nothing. */
const MIN_EDGES = 12;

const BINS = 128;
const histogram = new Uint32Array(BINS);

/** Lines of grey pixels: where the first begins, px from px and line from line. */
interface Lines {
  readonly data: Uint8Array;
  readonly start: number;
  readonly length: number;
  readonly count: number;
  readonly step: number;
  readonly lineStep: number;
}

/**
 * Steepness along one axis: the largest step between neighbours over the range in its window; null if too few.
 * A window is two blocks of `WINDOW_STEP` steps, of which the second is the first of the next window.
 */
function steepness({ data, start, length, count, step, lineStep }: Lines): number | null {
  histogram.fill(0);
  let edges = 0;
  const blocks = Math.floor((length - 1) / WINDOW_STEP);
  for (let line = 0; line < count; line++) {
    let p = start + line * lineStep;
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
  const line = (across: number) => Math.ceil((across - 2) / LINE_STEP);
  const rows = {
    data,
    start: width,
    length: width,
    count: line(height),
    step: 1,
    lineStep: LINE_STEP * width,
  };
  const columns = { data, start: 1, length: height, count: line(width), step: width, lineStep: LINE_STEP };
  return lesser(steepness(rows), steepness(columns));
}

/** The same of rows and columns that were drawn alone, line after line. */
export function sharpnessOfLines({ rows, rowLength, columns, columnLength }: CardLines): number {
  const of = (data: Uint8Array, length: number) =>
    steepness({ data, start: 0, length, count: data.length / length, step: 1, lineStep: length });
  return lesser(of(rows, rowLength), of(columns, columnLength));
}

const lesser = (a: number | null, b: number | null): number =>
  a === null || b === null ? (a ?? b ?? 0) : Math.min(a, b);
