import type { Homography } from '../homography.ts';
import type { Raster } from '../raster.ts';
import type { CardBox } from './types.ts';

/** All three channels at or above this are blown out (JPEG and demosaicing leave clipped areas at 250–255). */
const CLIPPED = 250;
/** Cell size in px of the canonical raster, and the share of it that must be clipped. */
const CELL = 8;
const CELL_SHARE = 0.5;
/** A patch smaller than this many cells is a highlight in print, not glare. */
const MIN_CELLS = 2;

/** Blown-out patches of a card: their share of its area, and the box of the largest. */
export interface Glare {
  readonly fraction: number;
  readonly box: CardBox | null;
}

export const NO_GLARE: Glare = { fraction: 0, box: null };

/** Blown-out patches of a rectified RGB card. */
export const measureGlare = (card: Raster): Glare => patches(card, card.width, card.height, null);

/** The same of a card as `toSource` shows it in a picture, width × height px: nearest pixels, nothing is made. */
export const measureGlareIn = (r: Raster, toSource: Homography, width: number, height: number): Glare =>
  patches(r, width, height, toSource);

function patches(r: Raster, width: number, height: number, toSource: Homography | null): Glare {
  const columns = Math.floor(width / CELL);
  const rows = Math.floor(height / CELL);
  const cells = new Uint8Array(columns * rows);
  const { data, channels } = r;
  const green = channels === 1 ? 0 : 1;
  const blue = channels === 1 ? 0 : 2;
  for (let i = 0; i < cells.length; i++) {
    const x0 = (i % columns) * CELL;
    const y0 = Math.floor(i / columns) * CELL;
    let clipped = 0;
    // Every second pixel of every second row is enough for a share.
    for (let y = y0; y < y0 + CELL; y += 2) {
      for (let x = x0; x < x0 + CELL; x += 2) {
        const p = (toSource === null ? y * width + x : pixelAt(r, toSource, x + 0.5, y + 0.5)) * channels;
        if (data[p]! >= CLIPPED && data[p + green]! >= CLIPPED && data[p + blue]! >= CLIPPED) clipped++;
      }
    }
    cells[i] = clipped >= (CELL_SHARE * CELL * CELL) / 4 ? 1 : 0;
  }
  return largest(cells, columns, rows);
}

/** Number of the source's pixel at a place of the card; at the frame's edge the outermost. */
function pixelAt({ width, height }: Raster, h: Homography, x: number, y: number): number {
  const w = 1 / (h[6]! * x + h[7]! * y + h[8]!);
  const px = (h[0]! * x + h[1]! * y + h[2]!) * w;
  const py = (h[3]! * x + h[4]! * y + h[5]!) * w;
  const ix = px > 0 ? Math.min(width - 1, px | 0) : 0;
  const iy = py > 0 ? Math.min(height - 1, py | 0) : 0;
  return iy * width + ix;
}

/** Adds up the patches of marked cells. */
function largest(cells: Uint8Array, columns: number, rows: number): Glare {
  let glaring = 0;
  let most = 0;
  let box: CardBox | null = null;
  for (let i = 0; i < cells.length; i++) {
    if (cells[i] !== 1) continue;
    const patch = flood(cells, columns, rows, i);
    if (patch.cells < MIN_CELLS) continue;
    glaring += patch.cells;
    if (patch.cells > most) {
      most = patch.cells;
      box = {
        left: patch.left / columns,
        top: patch.top / rows,
        right: (patch.right + 1) / columns,
        bottom: (patch.bottom + 1) / rows,
      };
    }
  }
  return { fraction: cells.length > 0 ? glaring / cells.length : 0, box };
}

/** Takes one connected patch out of the cells (1 → 2) and gives its size and bounds in cells. */
function flood(cells: Uint8Array, columns: number, rows: number, seed: number) {
  const stack = [seed];
  cells[seed] = 2;
  const patch = { cells: 0, left: columns, top: rows, right: 0, bottom: 0 };
  while (stack.length > 0) {
    const i = stack.pop()!;
    const x = i % columns;
    const y = Math.floor(i / columns);
    patch.cells++;
    patch.left = Math.min(patch.left, x);
    patch.right = Math.max(patch.right, x);
    patch.top = Math.min(patch.top, y);
    patch.bottom = Math.max(patch.bottom, y);
    for (const [nx, ny] of [
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ] as const) {
      if (nx < 0 || ny < 0 || nx >= columns || ny >= rows || cells[ny * columns + nx] !== 1) continue;
      cells[ny * columns + nx] = 2;
      stack.push(ny * columns + nx);
    }
  }
  return patch;
}
