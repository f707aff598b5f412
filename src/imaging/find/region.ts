import type { Quad } from '../geometry.ts';
import type { Raster } from '../raster.ts';
import { type EdgeField, edgeStrength } from './edges.ts';
import type { Sides } from './types.ts';

/** Surfaces of a small raster: one coarse colour per cell of `CELL` px. Valid until the next `mapRegions`. */
export interface RegionMap {
  /** Side of a cell, px. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly label: Uint8Array;
  /** 1 where a cell holds an edge. */
  readonly detail: Uint8Array;
}

export interface RegionEvidence {
  /**
   * How differently coloured a quad's inside is from the ring around it, 0 (the same mixture of surfaces) .. 1
   * (none in common): half the L1 distance of the two histograms.
   */
  readonly contrast: number;
  /** Share of the inside's cells that hold an edge: print. */
  readonly detail: number;
}

const CELL = 4;
/** Colour in 4 steps of luma and 5 × 5 of two opponent colours: surfaces differ, light on one surface hardly. */
const LUMA_STEPS = 4;
const OPPONENT_STEPS = 5;
const OPPONENT_WIDTH = 22;
/** Brightness that the brightest parts are brought to, and the gain beyond which noise would make colours. */
const WHITE = 230;
const MAX_GAIN = 4;
const LABELS = 2 * LUMA_STEPS * OPPONENT_STEPS * OPPONENT_STEPS;
/** Inside is the quad shrunk to this about its middle; the ring around it reaches from … to …. */
const INSIDE = 0.92;
const RING_FROM = 1.06;
const RING_TO = 1.4;
/** Print stands out by this many times the weakest edge kept, which follows grain and noise. */
const PRINT = 2;
/** Fewer cells than this in the ring (the card fills the frame) tell nothing. */
const MIN_CELLS = 24;
/** What stands in then: between a card's (median .89 on drawn photos) and a chance quad's (.53). */
const UNKNOWN = 0.7;

let labels = new Uint8Array(0);
let details = new Uint8Array(0);

const opponent = (difference: number): number =>
  Math.max(0, Math.min(OPPONENT_STEPS - 1, Math.round(difference / OPPONENT_WIDTH) + (OPPONENT_STEPS >> 1)));

const histogram = new Uint32Array(64);

/** Factor that brings the brightest green of the picture (its 98th percentile) to `WHITE`: dark photos count as light ones. */
function exposure({ data, width, height, channels }: Raster): number {
  histogram.fill(0);
  const end = width * height * channels;
  let seen = 0;
  for (let i = channels === 1 ? 0 : 1; i < end; i += 13 * channels, seen++) histogram[data[i]! >> 2]!++;
  let bin = 63;
  for (let above = 0; bin > 0; bin--) {
    above += histogram[bin]!;
    if (above > 0.02 * seen) break;
  }
  return Math.min(MAX_GAIN, WHITE / (4 * bin + 4));
}

/** Labels every cell of a small raster by its mean colour, and marks those with edges. */
export function mapRegions(r: Raster, edges: EdgeField): RegionMap {
  const columns = Math.floor(r.width / CELL);
  const rows = Math.floor(r.height / CELL);
  if (labels.length < columns * rows) {
    labels = new Uint8Array(columns * rows);
    details = new Uint8Array(columns * rows);
  }
  details.fill(0);
  const strong = edgeStrength(PRINT * edges.floor);
  for (let e = 0, n = edges.count; e < n; e++) {
    if (edges.weight[e]! < strong) continue;
    const cx = ((edges.x[e]! + r.width / 2) / CELL) | 0;
    const cy = ((edges.y[e]! + r.height / 2) / CELL) | 0;
    if (cx < columns && cy < rows) details[cy * columns + cx] = 1;
  }
  const { data, width, channels } = r;
  const g = channels === 1 ? 0 : 1;
  const b = channels === 1 ? 0 : 2;
  const n = (CELL * CELL) / 2 / exposure(r);
  for (let cy = 0, i = 0; cy < rows; cy++) {
    for (let cx = 0; cx < columns; cx++, i++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      // Every second pixel, as on a chessboard.
      for (let y = 0; y < CELL; y++) {
        let p = ((cy * CELL + y) * width + cx * CELL + (y & 1)) * channels;
        for (let x = 0; x < CELL; x += 2, p += 2 * channels) {
          red += data[p]!;
          green += data[p + g]!;
          blue += data[p + b]!;
        }
      }
      const luma = Math.min(LUMA_STEPS - 1, (LUMA_STEPS * (red + 2 * green + blue)) / (4 * n * 256)) | 0;
      const colour =
        (luma * OPPONENT_STEPS + opponent((red - green) / n)) * OPPONENT_STEPS + opponent((blue - green) / n);
      labels[i] = 2 * colour + details[i]!;
    }
  }
  return { cell: CELL, columns, rows, label: labels, detail: details };
}

const inside = new Int32Array(LABELS);
const ring = new Int32Array(LABELS);
/** Per side, what a px to the right and a px down add to the scale at which the outline passes. */
const acrossX = [0, 0, 0, 0];
const acrossY = [0, 0, 0, 0];

/**
 * Compares a quad's inside with its surroundings; contrast is `UNKNOWN` where too little of them is in sight.
 * Looks at every `step`th cell of every `step`th row.
 */
export function measureRegion(map: RegionMap, quad: Quad, step: number): RegionEvidence {
  inside.fill(0);
  ring.fill(0);
  const mx = (quad[0][0] + quad[1][0] + quad[2][0] + quad[3][0]) / 4;
  const my = (quad[0][1] + quad[1][1] + quad[2][1] + quad[3][1]) / 4;
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < 4; i++) {
    const [px, py] = quad[i]!;
    const [qx, qy] = quad[(i + 1) % 4]!;
    // At (x, y) from the middle a·x + b·y is 0 in the middle and 1 on the side.
    const span = (qx - px) * (my - py) - (qy - py) * (mx - px);
    acrossX[i] = (qy - py) / span;
    acrossY[i] = (px - qx) / span;
    left = Math.min(left, mx + RING_TO * (px - mx));
    right = Math.max(right, mx + RING_TO * (px - mx));
    top = Math.min(top, my + RING_TO * (py - my));
    bottom = Math.max(bottom, my + RING_TO * (py - my));
  }
  let inCells = 0;
  let detailed = 0;
  let ringCells = 0;
  const x1 = Math.min(map.columns - 1, Math.floor(right / CELL));
  const y1 = Math.min(map.rows - 1, Math.floor(bottom / CELL));
  const x0 = Math.max(0, Math.floor(left / CELL));
  const [a0, a1, a2, a3] = acrossX as unknown as Sides<number>;
  const { columns, label, detail } = map;
  for (let cy = Math.max(0, Math.floor(top / CELL)); cy <= y1; cy += step) {
    const y = (cy + 0.5) * CELL - my;
    const b0 = acrossY[0]! * y;
    const b1 = acrossY[1]! * y;
    const b2 = acrossY[2]! * y;
    const b3 = acrossY[3]! * y;
    for (let cx = x0, i = cy * columns + x0; cx <= x1; cx += step, i += step) {
      const x = (cx + 0.5) * CELL - mx;
      // Scale about the middle at which the quad's outline passes through this cell: the largest of the four.
      let scale = a0 * x + b0;
      const second = a1 * x + b1;
      if (second > scale) scale = second;
      const third = a2 * x + b2;
      if (third > scale) scale = third;
      const fourth = a3 * x + b3;
      if (fourth > scale) scale = fourth;
      if (scale <= INSIDE) {
        inside[label[i]!]!++;
        detailed += detail[i]!;
        inCells++;
      } else if (scale >= RING_FROM && scale <= RING_TO) {
        ring[label[i]!]!++;
        ringCells++;
      }
    }
  }
  if (Math.min(inCells, ringCells) * step * step < MIN_CELLS)
    return { contrast: UNKNOWN, detail: inCells > 0 ? detailed / inCells : 0 };
  let distance = 0;
  for (let i = 0; i < LABELS; i++) distance += Math.abs(inside[i]! / inCells - ring[i]! / ringCells);
  return { contrast: distance / 2, detail: detailed / inCells };
}
