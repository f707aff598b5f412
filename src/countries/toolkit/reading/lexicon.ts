/** A set of words that also finds those near to a misread one. */
export interface Lexicon {
  readonly size: number;
  has(word: string): boolean;
  /** Words at Levenshtein distance 1 (or 2, where either has five letters or more), not the word itself. */
  near(word: string): readonly string[];
}

const FAR_FROM = 5;

export function createLexicon(words: Iterable<string>): Lexicon {
  const all = new Set(words);
  const byLength = new Map<number, string[]>();
  for (const word of all) {
    const same = byLength.get(word.length);
    if (same) same.push(word);
    else byLength.set(word.length, [word]);
  }
  return {
    size: all.size,
    has: (word) => all.has(word),
    near(word) {
      const found: string[] = [];
      for (let length = word.length - 2; length <= word.length + 2; length++) {
        const limit = Math.max(word.length, length) >= FAR_FROM ? 2 : 1;
        for (const candidate of byLength.get(length) ?? []) {
          if (candidate !== word && distanceWithin(word, candidate, limit)) found.push(candidate);
        }
      }
      return found;
    },
  };
}

/** Whether the Levenshtein distance of two words is at most `limit`. */
export function distanceWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replace = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const value = Math.min(replace, row[j]! + 1, next[j - 1]! + 1);
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return false;
    row = next;
  }
  return row[b.length]! <= limit;
}

/** The least Levenshtein distance of `phrase` from any part of `text` (Sellers 1980). */
export function distanceInside(text: string, phrase: string): number {
  let row = new Array<number>(text.length + 1).fill(0);
  for (let i = 1; i <= phrase.length; i++) {
    const next = [i];
    for (let j = 1; j <= text.length; j++) {
      const replace = row[j - 1]! + (phrase[i - 1] === text[j - 1] ? 0 : 1);
      next.push(Math.min(replace, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return Math.min(...row);
}
