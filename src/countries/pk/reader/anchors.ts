import type { TextLine } from '../../reader-types.ts';
import { distanceWithin } from '../../toolkit/reading/lexicon.ts';
import { LABELS, type LabelName, type LabelSpec } from './layout.ts';

/** Labels that were read, and where this card's text stands against the usual places. */
export interface Anchors {
  readonly labels: ReadonlyMap<LabelName, number>;
  /** Indices of all lines that are labels. */
  readonly lines: ReadonlySet<number>;
  /** The usual place as it falls on this card. */
  place(left: number, y: number): { readonly left: number; readonly y: number };
}

/** A label is looked for this far around its usual place, in card shares. */
const NEAR = 0.09;
/** Letters of a label that may be misread: one in five. */
const TOLERANCE = 0.2;
/** A label this long is one wherever it stands; a shorter one could be a name. Letters. */
const UNMISTAKABLE = 9;
/** From so many labels on, a stretch is fitted beside the shift. */
const FIT_FROM = 4;

const middle = (line: TextLine): number => (line.box.top + line.box.bottom) / 2;

export function findAnchors(lines: readonly TextLine[], near = NEAR): Anchors {
  const labels = new Map<LabelName, number>();
  const own = new Set<number>();
  for (const [i, line] of lines.entries()) {
    const spec = labelOf(line, near);
    if (!spec) continue;
    own.add(i);
    if (!labels.has(spec.field)) labels.set(spec.field, i);
  }
  const pairs = LABELS.flatMap((spec) => {
    const line = lines[labels.get(spec.field) ?? -1];
    return line ? [{ spec, left: line.box.left, y: middle(line) }] : [];
  });
  const dx = median(pairs.map(({ spec, left }) => left - spec.left));
  const shiftY = stretch(pairs.map(({ spec, y }) => [spec.label, y] as const));
  return { labels, lines: own, place: (left, y) => ({ left: left + dx, y: shiftY(y) }) };
}

function labelOf(line: TextLine, within: number): LabelSpec | null {
  const text = line.best.text.toLowerCase().replace(/[^a-z']/g, '');
  for (const spec of LABELS) {
    const near = Math.abs(middle(line) - spec.label) < within && Math.abs(line.box.left - spec.left) < within;
    const reads = (phrase: string) =>
      (near || phrase.length >= UNMISTAKABLE) &&
      distanceWithin(text, phrase, Math.max(1, Math.floor(phrase.length * TOLERANCE)));
    if (spec.phrases.some(reads)) return spec;
  }
  return null;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** y' = a + b·y by least squares; with few points a shift alone. */
function stretch(points: readonly (readonly [number, number])[]): (y: number) => number {
  const n = points.length;
  if (n === 0) return (y) => y;
  const shift = median(points.map(([from, to]) => to - from));
  if (n < FIT_FROM) return (y) => y + shift;
  const mx = points.reduce((sum, [x]) => sum + x, 0) / n;
  const my = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const sxx = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const sxy = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  const slope = sxx > 0.02 ? sxy / sxx : 1;
  return (y) => my + slope * (y - mx);
}
