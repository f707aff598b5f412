import type { Decoded, LineBox, TextLine } from '../../reader-types.ts';

/** What a wrong character costs, nats. */
const WRONG = 6;

/**
 * A line of which only the text is known: from another recogniser, or in a test. Another text is borne out as
 * far as it resembles the one that was read.
 */
export function plainLine(text: string, box: LineBox, confidence = 0.98): TextLine {
  const decoded = (own: string): Decoded => ({
    text: own.trim(),
    confidence: own.trim() === '' ? 0 : confidence,
    chars: [...own.matchAll(/\S/g)].map(({ 0: char, index }) => ({
      char,
      p: confidence,
      at: box.left + ((box.right - box.left) * (index + 0.5)) / own.length,
      gap: own[index + 1] === ' ' ? 0.99 : 0.01,
    })),
  });
  const folded = (fold?: boolean) => (fold ? text.toUpperCase() : text);
  return {
    box,
    best: decoded(text),
    looks: 1,
    decode: (alphabet, fold) =>
      decoded([...folded(fold)].filter((c) => c === ' ' || alphabet.includes(c)).join('')),
    score: (other, fold) =>
      -WRONG * differences(folded(fold).trim(), other) + Math.log(Math.max(confidence, 1e-9)),
  };
}

/** Levenshtein distance. */
function differences(a: string, b: string): number {
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
