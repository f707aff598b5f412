import { distanceWithin } from './lexicon.ts';

/** Stamps that lie over a card's text and belong to none of its fields. */
const STAMPS = ['SPECIMEN'] as const;
/** Shorter pieces of a stamp could be a word of their own. */
const MIN_PIECE = 3;
const MAX_PIECES = 3;
/** From this length on one letter of a piece may be misread. */
const FUZZY_FROM = 5;

/** Whether a word, in capitals, is a stamp or a piece of one. */
export function isStamp(word: string): boolean {
  if (word.length < MIN_PIECE || word !== word.toUpperCase()) return false;
  return STAMPS.some((stamp) => {
    if (stamp.includes(word)) return true;
    if (word.length < FUZZY_FROM) return false;
    return [stamp.slice(0, word.length), stamp.slice(-word.length)].some((part) =>
      distanceWithin(word, part, 1),
    );
  });
}

/** A line's own text, and the stamp that runs on from its end, if any. Pieces of four letters and more count. */
export function splitStamp(text: string): { readonly own: string; readonly stamp: string } {
  const words = text.split(' ');
  // A stamp's letters are set wide: it may fall into several words, and one of its letters look small.
  for (let pieces = Math.min(MAX_PIECES, words.length - 1); pieces >= 1; pieces--) {
    const tail = words.slice(-pieces).join('');
    if (tail.length <= MIN_PIECE || !/[A-Z]{2}/.test(tail) || !isStamp(tail.toUpperCase())) continue;
    const own = words.slice(0, -pieces).join(' ');
    return { own, stamp: text.slice(own.length) };
  }
  return { own: text, stamp: '' };
}
