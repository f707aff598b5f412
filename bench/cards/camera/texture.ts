import { randomFrom } from '../random.ts';

/** Side of a background tile in pixels; a power of two, so that tiling is a mask. */
export const TILE = 1024;
const MASK = TILE - 1;

/** A seamless square picture, RGB, 8 bits. */
export type Tile = Uint8Array;

/** Seamless value noise on a lattice of `cells` cells a side (a power of two), 0–1. */
function lattice(seed: string, cellsX: number, cellsY: number): Float32Array {
  const random = randomFrom(seed);
  const values = Float32Array.from({ length: cellsX * cellsY }, () => random.next());
  const out = new Float32Array(TILE * TILE);
  const smooth = (t: number): number => t * t * (3 - 2 * t);
  for (let y = 0; y < TILE; y++) {
    const fy = (y * cellsY) / TILE;
    const y0 = Math.floor(fy);
    const ty = smooth(fy - y0);
    const rowA = (y0 % cellsY) * cellsX;
    const rowB = ((y0 + 1) % cellsY) * cellsX;
    for (let x = 0; x < TILE; x++) {
      const fx = (x * cellsX) / TILE;
      const x0 = Math.floor(fx);
      const tx = smooth(fx - x0);
      const x1 = (x0 + 1) % cellsX;
      const top = values[rowA + x0]! * (1 - tx) + values[rowA + x1]! * tx;
      const bottom = values[rowB + x0]! * (1 - tx) + values[rowB + x1]! * tx;
      out[y * TILE + x] = top * (1 - ty) + bottom * ty;
    }
  }
  return out;
}

/** Seamless fractal noise, about 0–1; `x` and `y` are the coarsest octave's cells a side. */
export function fractal(seed: string, x: number, y: number, octaves: number, decay = 0.5): Float32Array {
  const sum = new Float32Array(TILE * TILE);
  let weight = 1;
  let total = 0;
  for (let i = 0; i < octaves; i++) {
    const layer = lattice(`${seed}/${i}`, Math.min(TILE, x << i), Math.min(TILE, y << i));
    for (let at = 0; at < sum.length; at++) sum[at]! += layer[at]! * weight;
    total += weight;
    weight *= decay;
  }
  for (let at = 0; at < sum.length; at++) sum[at]! /= total;
  return sum;
}

/** Fills a tile from a function of the pixel's place that writes three channels (0–255). */
export function paint(
  at: (x: number, y: number, index: number, put: (r: number, g: number, b: number) => void) => void,
): Tile {
  const tile = new Uint8Array(TILE * TILE * 3);
  let index = 0;
  const put = (r: number, g: number, b: number): void => {
    tile[index * 3] = Math.max(0, Math.min(255, r));
    tile[index * 3 + 1] = Math.max(0, Math.min(255, g));
    tile[index * 3 + 2] = Math.max(0, Math.min(255, b));
  };
  for (let y = 0; y < TILE; y++)
    for (let x = 0; x < TILE; x++) {
      index = y * TILE + x;
      at(x, y, index, put);
    }
  return tile;
}

/** Pixel offset of tile coordinates that may lie anywhere on the plane. */
export const wrap = (x: number, y: number): number => ((y & MASK) * TILE + (x & MASK)) * 3;
