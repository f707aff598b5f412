/** A share with its 95 % interval, all in 0..1. */
export interface Share {
  readonly right: number;
  readonly all: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

/** Wilson's score interval (Wilson 1927): holds near 0 and 1 too. */
export function wilson(right: number, all: number): Share {
  if (all === 0) return { right, all, share: 0, low: 0, high: 1 };
  const p = right / all;
  const z2 = Z * Z;
  const centre = (p + z2 / (2 * all)) / (1 + z2 / all);
  const half = (Z / (1 + z2 / all)) * Math.sqrt((p * (1 - p)) / all + z2 / (4 * all * all));
  return { right, all, share: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Case and spacing taken out of account: upper case, no white space at all. */
export const bare = (text: string): string => text.toUpperCase().replace(/\s+/g, '');

/**
 * Case and spacing normalised: upper case, one space between any two tokens, which are runs of letters, runs of digits
 * and each other mark. "NO.12" is "NO. 12" and "SS2" is "SS 2", but "JALANMERBAU" is not "JALAN MERBAU".
 */
export const tokenised = (text: string): string =>
  (text.toUpperCase().match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]/gu) ?? []).join(' ');

/** Upper case, runs of white space as one. */
export const normalised = (text: string): string => text.toUpperCase().replace(/\s+/g, ' ').trim();

/** Levenshtein distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Value at quantile q of ascending numbers. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;

/** One prediction: how sure, and whether right. */
export interface Prediction {
  readonly confidence: number;
  readonly right: boolean;
}

export interface Bin {
  readonly confidence: number;
  readonly accuracy: number;
  readonly count: number;
}

/** Bins of equal mass by confidence, and the expected calibration error over them (Naeini 2015). */
export function calibration(predictions: readonly Prediction[], bins = 10): { ece: number; bins: Bin[] } {
  const sorted = [...predictions].sort((a, b) => a.confidence - b.confidence);
  const parts: Bin[] = [];
  for (let i = 0; i < bins; i++) {
    const part = sorted.slice(
      Math.floor((i * sorted.length) / bins),
      Math.floor(((i + 1) * sorted.length) / bins),
    );
    if (part.length === 0) continue;
    const mean = (pick: (p: Prediction) => number) => part.reduce((sum, p) => sum + pick(p), 0) / part.length;
    parts.push({
      confidence: mean((p) => p.confidence),
      accuracy: mean((p) => (p.right ? 1 : 0)),
      count: part.length,
    });
  }
  const ece = parts.reduce(
    (sum, b) => sum + (b.count * Math.abs(b.accuracy - b.confidence)) / sorted.length,
    0,
  );
  return { ece, bins: parts };
}
