import type { Decoded, ReadChar } from '#src/countries/reader-types.ts';
import { ASCII, COLUMNS, columnOf, SPACE_COLUMN } from './charset.ts';

/**
 * Probabilities of blank and the printable ASCII characters at each step along a line:
 * [steps, COLUMNS] float32. What is missing to 1 in a row belongs to characters that no card shows.
 */
export interface Lattice {
  readonly steps: number;
  readonly data: Float32Array;
  /** Left and right end of the crop, as shares of the card's width: step t lies at its (t + .5) / steps. */
  readonly left: number;
  readonly right: number;
}

/** Keeps products of many small probabilities above zero; a character this improbable is simply not there. */
const FLOOR = 1e-7;

/** A lattice in which each lower case letter's probability is added to its capital's. */
export function foldCase(lattice: Lattice): Lattice {
  const data = lattice.data.slice();
  for (let t = 0; t < lattice.steps; t++) {
    for (let code = 97; code <= 122; code++) {
      const from = t * COLUMNS + code - 31;
      data[from - 32]! += data[from]!;
      data[from] = 0;
    }
  }
  return { ...lattice, data };
}

/**
 * What was seen on either side of a place, a share of the card's width between the lattice's ends. The space between
 * both is at an end of either, where it is none.
 */
export function cutLattice({ steps, data, left, right }: Lattice, at: number): [Lattice, Lattice] {
  const first = Math.min(steps - 1, Math.max(1, Math.round((steps * (at - left)) / (right - left))));
  const middle = left + ((right - left) * first) / steps;
  const own = data.slice();
  for (let t = first - 1; t >= 0 && dropSpace(own, t); t--);
  for (let t = first; t < steps && dropSpace(own, t); t++);
  return [
    { steps: first, data: own.subarray(0, first * COLUMNS), left, right: middle },
    { steps: steps - first, data: own.subarray(first * COLUMNS), left: middle, right },
  ];
}

/** Counts a step's space as blank; false where a character is likelier than both. */
function dropSpace(data: Float32Array, step: number): boolean {
  const row = data.subarray(step * COLUMNS, (step + 1) * COLUMNS);
  const none = row[0]! + row[SPACE_COLUMN]!;
  if (row.some((p, column) => column > SPACE_COLUMN && p > none)) return false;
  row[0] = none;
  row[SPACE_COLUMN] = 0;
  return true;
}

interface Peak {
  readonly column: number;
  p: number;
  readonly from: number;
  to: number;
}

/** Best path: the likeliest column of each step, repeats merged, blanks dropped (Graves 2006, §3.2). */
export function decodeGreedy(lattice: Lattice, alphabet?: string): Decoded {
  const peaks = bestPath(lattice, alphabet === undefined ? null : columnMask(alphabet));
  const width = (lattice.right - lattice.left) / lattice.steps;
  const chars: ReadChar[] = [];
  let text = '';
  let log = 0;
  let last: Peak | null = null;
  for (const peak of peaks) {
    if (peak.column === SPACE_COLUMN) continue;
    const gap = last ? maxSpace(lattice, last.to + 1, peak.from) : 0;
    if (last) chars.push(toChar(last, gap));
    text += (gap > 0.5 ? ' ' : '') + ASCII[peak.column - 1]!;
    log += Math.log(Math.max(FLOOR, peak.p));
    last = peak;
  }
  if (last) chars.push(toChar(last, 0));
  return { text, chars, confidence: chars.length === 0 ? 0 : Math.exp(log / chars.length) };

  function toChar({ column, p, from, to }: Peak, gap: number): ReadChar {
    return { char: ASCII[column - 1]!, p, at: lattice.left + (width * (from + to + 1)) / 2, gap };
  }
}

function bestPath({ steps, data }: Lattice, allowed: Uint8Array | null): Peak[] {
  const peaks: Peak[] = [];
  let previous = 0;
  for (let t = 0; t < steps; t++) {
    const row = t * COLUMNS;
    let best = 0;
    for (let c = 1; c < COLUMNS; c++) {
      if ((!allowed || allowed[c]) && data[row + c]! > data[row + best]!) best = c;
    }
    const last = peaks.at(-1);
    if (best !== 0 && best === previous && last) {
      last.p = Math.max(last.p, data[row + best]!);
      last.to = t;
    } else if (best !== 0) peaks.push({ column: best, p: data[row + best]!, from: t, to: t });
    previous = best;
  }
  return peaks;
}

function maxSpace({ data }: Lattice, from: number, to: number): number {
  let max = 0;
  for (let t = from; t < to; t++) max = Math.max(max, data[t * COLUMNS + SPACE_COLUMN]!);
  return max;
}

function columnMask(alphabet: string): Uint8Array {
  const mask = new Uint8Array(COLUMNS);
  for (const char of alphabet) mask[columnOf(char)] = 1;
  return mask;
}

/**
 * log P(text | line), summed over all alignments by the forward recursion (Graves 2006, §4.1) with each
 * step's row scaled to keep it in range. Texts with unknown characters score like impossible ones.
 */
export function scoreText({ steps, data }: Lattice, text: string): number {
  const labels: number[] = [0];
  for (const char of text) labels.push(columnOf(char), 0);
  const n = labels.length;
  let current = new Float64Array(n);
  let next = new Float64Array(n);
  current[0] = 1;
  let log = 0;
  for (let t = 0; t < steps; t++) {
    const row = t * COLUMNS;
    let sum = 0;
    for (let s = 0; s < n; s++) {
      const label = labels[s]!;
      let reach = current[s]!;
      // Before the first step only the leading blank "stands"; the first label is entered from it.
      if (s > 0) reach += current[s - 1]!;
      if (s > 1 && label !== 0 && label !== labels[s - 2]) reach += current[s - 2]!;
      const value = reach * Math.max(FLOOR, data[row + label]!);
      next[s] = value;
      sum += value;
    }
    if (sum <= 0) return Number.NEGATIVE_INFINITY;
    for (let s = 0; s < n; s++) next[s]! /= sum;
    log += Math.log(sum);
    [current, next] = [next, current];
  }
  return log + Math.log(Math.max(Number.MIN_VALUE, current[n - 1]! + (n > 1 ? current[n - 2]! : 0)));
}
