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
  const [u0, u1] = extent(Float64Array.from(printed, ([x, y]) => x * cos + y * sin));
  const [v0, v1] = extent(Float64Array.from(printed, ([x, y]) => y * cos - x * sin));
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
function extent(values: Float64Array): [number, number] {
  values.sort();
  const skip = Math.floor(STRAY * values.length);
  return [values[skip]!, values[values.length - 1 - skip]!];
}

/** Direction 0..π/2 in which the patch's edges run, or across which they do: edges of print keep to two. */
function textDirection(map: RegionMap, edges: EdgeField, inside: Uint8Array): number {
  const folded = new Float32Array(90);
  for (let degrees = 0; degrees < 180; degrees++) {
    const end = edges.first[(degrees + 1) * edges.bands]!;
    for (let e = edges.first[degrees * edges.bands]!; e < end; e++) {
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

const histogram = new Uint32Array(1_024);

/** The strength that so large a share of the edges stays below, to a thousandth. */
function strengthAt({ weight, count }: EdgeField, share: number): number {
  histogram.fill(0);
  for (let e = 0; e < count; e++) histogram[(weight[e]! * histogram.length) | 0]!++;
  let bin = 0;
  for (let below = histogram[0]!; below <= share * count && bin < histogram.length - 1; ) {
    below += histogram[++bin]!;
  }
  return (bin + 0.5) / histogram.length;
}

/** 1 for cells with strong edges among others with strong edges. */
function printCells({ columns, rows, cell }: RegionMap, edges: EdgeField): Uint8Array {
  const { count } = edges;
  const strong = edgeStrength(STRONG * sobelOf(strengthAt(edges, STRONGEST)));
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

/** The largest group of print in which every cell has another within `JOIN` columns and rows. */
function largestPatch({ columns, rows }: RegionMap, print: Uint8Array): number[] {
  const cells: number[] = [];
  /** Number of each row's first cell, and of the end. */
  const starts = [0];
  for (let y = 0, i = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, i++) if (print[i] === 1) cells.push(i);
    starts.push(cells.length);
  }
  const parents = Int32Array.from(cells, (_, c) => c);
  for (let y = 0; y < rows; y++) {
    for (let c = starts[y]! + 1; c < starts[y + 1]!; c++) {
      if (cells[c]! - cells[c - 1]! <= JOIN) unite(parents, c, c - 1);
    }
    for (let below = y + 1; below <= Math.min(rows - 1, y + JOIN); below++) {
      joinRows(cells, parents, starts, y, below, columns);
    }
  }
  const groups = new Map<number, number[]>();
  for (let c = 0; c < cells.length; c++) {
    const root = rootOf(parents, c);
    const group = groups.get(root);
    if (group) group.push(cells[c]!);
    else groups.set(root, [cells[c]!]);
  }
  let largest: number[] = [];
  for (const group of groups.values()) if (group.length > largest.length) largest = group;
  return largest;
}

/**
 * Unites each cell of one row with the first and the last of another row that lie within `JOIN` columns of it:
 * those between are near to one of the two.
 */
function joinRows(
  cells: readonly number[],
  parents: Int32Array,
  starts: readonly number[],
  y: number,
  below: number,
  columns: number,
): void {
  const shift = (below - y) * columns;
  const end = starts[below + 1]!;
  let first = starts[below]!;
  let last = first;
  for (let c = starts[y]!; c < starts[y + 1]!; c++) {
    const under = cells[c]! + shift;
    while (first < end && cells[first]! < under - JOIN) first++;
    while (last < end && cells[last]! <= under + JOIN) last++;
    if (first >= last) continue;
    unite(parents, c, first);
    unite(parents, c, last - 1);
  }
}

/** Union–find with path halving; the root of a group is its first cell. */
function rootOf(parents: Int32Array, c: number): number {
  let at = c;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}

function unite(parents: Int32Array, a: number, b: number): void {
  const [p, q] = [rootOf(parents, a), rootOf(parents, b)];
  if (p < q) parents[q] = p;
  else parents[p] = q;
}
