import type { ReadChar } from '../../reader-types.ts';

/** Words that speak for a space before and after them. */
interface WordList {
  has(word: string): boolean;
}

export interface SegmentOptions {
  /** Known words; each one found whole earns its length times KNOWN_BONUS. */
  readonly words?: WordList;
  /** Extra log-odds for a space between two characters (letter → digit and the like). */
  readonly between?: (left: string, right: string) => number;
}

/** A known word must be able to overrule a weak gap, never a clear one. Nats per letter. */
const KNOWN_BONUS = 0.55;
/** Known words this short are found by chance in longer ones. */
const MIN_KNOWN = 3;
const MAX_WORD = 40;
/** No gap is surer than this, so that evidence from words can still count. Nats. */
const LIMIT = 7;

const logOdds = (p: number): number =>
  Math.max(-LIMIT, Math.min(LIMIT, Math.log((p + 1e-6) / (1 - p + 1e-6))));

/**
 * Where the spaces are: the segmentation of a line's characters that the gaps seen in the image and the known
 * words together bear out best (dynamic programming over the characters).
 */
export function segment(chars: readonly ReadChar[], options: SegmentOptions = {}): string {
  const n = chars.length;
  if (n === 0) return '';
  const odds = chars.map((c, i) => {
    const next = chars[i + 1];
    return next ? logOdds(c.gap) + (options.between?.(c.char, next.char) ?? 0) : 0;
  });
  const best = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(n + 1);
  best[0] = 0;
  for (let end = 1; end <= n; end++) {
    let inner = 0;
    let word = '';
    for (let start = end - 1; start >= 0 && end - start <= MAX_WORD; start--) {
      word = chars[start]!.char + word;
      // Gaps inside the word count against it, the gap before it for it.
      if (start < end - 1) inner -= odds[start]!;
      const known = end - start >= MIN_KNOWN && options.words?.has(word) ? KNOWN_BONUS * (end - start) : 0;
      const edge = start > 0 ? odds[start - 1]! : 0;
      const total = best[start]! + (inner + edge) / 2 + known;
      if (total > best[end]!) {
        best[end] = total;
        from[end] = start;
      }
    }
  }
  const words: string[] = [];
  for (let end = n; end > 0; end = from[end]!) {
    words.unshift(
      chars
        .slice(from[end]!, end)
        .map((c) => c.char)
        .join(''),
    );
  }
  return words.join(' ');
}
