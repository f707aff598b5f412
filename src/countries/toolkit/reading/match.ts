import type { TextLine } from '../../reader-types.ts';
import { distanceInside, distanceWithin } from './lexicon.ts';

export interface WordMatch<T extends string> {
  readonly word: T;
  /** Index into the lines. */
  readonly line: number;
  /** 0..1: how well the image bears the word out. */
  readonly evidence: number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ ';
/** One letter in four may be misread: "LELAK1", "WARGANECARA". */
const TOLERANCE = 0.25;

/** Which of a few expected words or phrases a line shows, whatever its spaces and case. */
export function matchWord<T extends string>(
  lines: readonly TextLine[],
  candidates: readonly number[],
  words: readonly T[],
): WordMatch<T> | null {
  let best: WordMatch<T> | null = null;
  for (const index of candidates) {
    const line = lines[index]!;
    const read = line.decode(LETTERS, true);
    for (const word of words) {
      if (!contains(read.text, word)) continue;
      const evidence = Math.max(read.text === word ? read.confidence : 0, Math.exp(line.score(word, true)));
      if (!best || evidence > best.evidence) best = { word, line: index, evidence };
    }
  }
  return best;
}

/** A phrase this long is told from its neighbours inside a longer line. Letters. */
const TELLING = 12;

/** Whether the text, one of its words, or for a long phrase a part of the text is nearly the phrase. */
function contains(text: string, phrase: string): boolean {
  const bare = phrase.replaceAll(' ', '');
  const limit = Math.floor(bare.length * TOLERANCE);
  const whole = text.replaceAll(' ', '');
  if (bare.length >= TELLING && whole.length > bare.length && distanceInside(whole, bare) <= limit)
    return true;
  return [whole, ...text.split(' ')].some((part) => distanceWithin(part, bare, limit));
}
