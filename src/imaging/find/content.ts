import { CARD_ASPECT, type Point, type Quad } from '../geometry.ts';
import { type EdgeField, edgeStrength, sobelOf } from './edges.ts';
import type { RegionMap } from './region.ts';

/** Print: edges of this share of the picture's strongest (their 97th percentile); shadows and noise are weaker. */
const STRONG = 0.35;
const STRONGEST = 0.97;
/** A cell is print only with so many others in the 5 × 5 around it. */
const NEIGHBOURS = 6;
/** Print that lies closer together than this, in cells, belongs together: a card's gaps between its columns. */
const JOIN = 5;
/** A patch of print must cover this share of the picture. */
const MIN_SHARE = 0.012;
/** Cells at either end of the patch that are left out as stray: share of its cells. */
const STRAY = 0.01;
/** How far print keeps from a card's edge, as a share of the card's size. */
const MARGIN = 0.03;
/** Half width, in degrees, over which directions are added up to find the one of the text. */
const SMOOTH = 2;

export interface ContentQuad {
  readonly quad: Quad;
  /** How far the print's own box is from a card's shape: .1 is a tenth off. */
  readonly misfit: number;
}

/**
 * The card as the smallest ID-1 rectangle around the largest patch of print, turned as its lines of text are:
 * for a card without an outline (a photocopy on white, white plastic on a white table). Perspective is not
 * seen. Null when no patch is large enough.
 */
export function contentQuad(map: RegionMap, edges: EdgeField): ContentQuad | null {
  const print = printCells(map, edges);
  const cells = largestPatch(map, print);
  if (cells.length < MIN_SHARE * map.columns * map.rows) return null;
  const inside = new Uint8Array(map.columns * map.rows);
  for (const i of cells) inside[i] = 1;
  const angle = textDirection(map, edges, inside);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const centre = (i: number): Point => [
    ((i % map.columns) + 0.5) * map.cell,
    (Math.floor(i / map.columns) + 0.5) * map.cell,
  ];
  const printed = cells.map(centre);
  const [u0, u1] = extent(printed.map(([x, y]) => x * cos + y * sin));
  const [v0, v1] = extent(printed.map(([x, y]) => y * cos - x * sin));
  const landscape = u1 - u0 >= v1 - v0;
  const aspect = landscape ? CARD_ASPECT : 1 / CARD_ASPECT;
  const room = 1 + 2 * MARGIN;
  const width = Math.max((u1 - u0) * room, (v1 - v0) * room * aspect);
  const height = width / aspect;
  const u = (u0 + u1) / 2;
  const v = (v0 + v1) / 2;
  const at = (du: number, dv: number): Point => {
    const [a, b] = [u + (du * width) / 2, v + (dv * height) / 2];
    return [a * cos - b * sin, a * sin + b * cos];
  };
  const shape = (u1 - u0) / (v1 - v0);
  return { quad: [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)], misfit: Math.abs(Math.log(shape / aspect)) };
}

/** Least and largest value, strays left out. */
function extent(values: number[]): [number, number] {
  values.sort((a, b) => a - b);
  const skip = Math.floor(STRAY * values.length);
  return [values[skip]!, values[values.length - 1 - skip]!];
}

/** Direction 0..π/2 in which the patch's edges run, or across which they do: edges of print keep to two. */
function textDirection(map: RegionMap, edges: EdgeField, inside: Uint8Array): number {
  const folded = new Float32Array(90);
  for (let degrees = 0; degrees < 180; degrees++) {
    for (let e = edges.first[degrees]!; e < edges.first[degrees + 1]!; e++) {
      const cx = Math.floor((edges.x[e]! + edges.width / 2) / map.cell);
      const cy = Math.floor((edges.y[e]! + edges.height / 2) / map.cell);
      if (cx < map.columns && cy < map.rows && inside[cy * map.columns + cx] === 1) {
        folded[degrees % 90]! += edges.weight[e]!;
      }
    }
  }
  let best = 0;
  let most = -1;
  for (let d = 0; d < 90; d++) {
    let sum = 0;
    for (let k = -SMOOTH; k <= SMOOTH; k++) sum += folded[(d + k + 90) % 90]!;
    if (sum > most) {
      most = sum;
      best = d;
    }
  }
  return (best * Math.PI) / 180;
}

/** 1 for cells with strong edges among others with strong edges. */
function printCells({ columns, rows, cell }: RegionMap, edges: EdgeField): Uint8Array {
  const count = edges.first[180]!;
  const strengths = edges.weight.slice(0, count).sort();
  const strong = edgeStrength(STRONG * sobelOf(strengths[Math.floor(STRONGEST * count)] ?? 0));
  const marked = new Uint8Array(columns * rows);
  for (let e = 0; e < count; e++) {
    if (edges.weight[e]! < strong) continue;
    const cx = Math.floor((edges.x[e]! + edges.width / 2) / cell);
    const cy = Math.floor((edges.y[e]! + edges.height / 2) / cell);
    if (cx < columns && cy < rows) marked[cy * columns + cx] = 1;
  }
  const print = new Uint8Array(columns * rows);
  for (let cy = 2; cy < rows - 2; cy++) {
    for (let cx = 2; cx < columns - 2; cx++) {
      if (marked[cy * columns + cx] !== 1) continue;
      let near = 0;
      for (let y = cy - 2; y <= cy + 2; y++)
        for (let x = cx - 2; x <= cx + 2; x++) near += marked[y * columns + x]!;
      print[cy * columns + cx] = near > NEIGHBOURS ? 1 : 0;
    }
  }
  return print;
}

/** Cells of the largest group of print in which every one has another within `JOIN`. */
function largestPatch({ columns, rows }: RegionMap, print: Uint8Array): number[] {
  const seen = new Uint8Array(columns * rows);
  let largest: number[] = [];
  for (let seed = 0; seed < columns * rows; seed++) {
    if (print[seed] !== 1 || seen[seed] === 1) continue;
    const patch = [seed];
    seen[seed] = 1;
    for (let next = 0; next < patch.length; next++) {
      const cx = patch[next]! % columns;
      const cy = Math.floor(patch[next]! / columns);
      for (let y = Math.max(0, cy - JOIN); y <= Math.min(rows - 1, cy + JOIN); y++) {
        for (let x = Math.max(0, cx - JOIN); x <= Math.min(columns - 1, cx + JOIN); x++) {
          const i = y * columns + x;
          if (print[i] !== 1 || seen[i] === 1) continue;
          seen[i] = 1;
          patch.push(i);
        }
      }
    }
    if (patch.length > largest.length) largest = patch;
  }
  return largest;
}
