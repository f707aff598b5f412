import type { Correction, Decoded, ReadChar, TextLine } from '../../reader-types.ts';
import type { Lexicon } from './lexicon.ts';
import { markSpaces } from './mark-spaces.ts';
import { splitStamp } from './overprint.ts';
import { segment } from './segment.ts';

export interface PolishOptions {
  /** Characters that such a line may hold. */
  readonly alphabet: string;
  /** Count lower case letters as capitals. */
  readonly fold: boolean;
  readonly lexicon: Lexicon;
  /** Extra log-odds for a space between two neighbouring characters. */
  readonly between?: (left: string, right: string) => number;
  /** Further readings worth asking the image about. */
  readonly variants?: (text: string) => readonly string[];
  /** Further log prior of a whole text. */
  readonly prior?: (text: string) => number;
}

export interface Polished {
  readonly text: string;
  /**
   * Posterior probability of the text among all that were asked about, times the image's own, times its weakest
   * character's. 0..1
   */
  readonly evidence: number;
  readonly alternatives: readonly { readonly value: string; readonly evidence: number }[];
  readonly corrections: readonly Correction[];
}

/** A word that no list knows is this much less likely, plus so much per letter. Nats. */
const UNKNOWN = 2.2;
const UNKNOWN_PER_LETTER = 0.05;
/** Few names are longer than this: two that run together must not gain by being one unknown word instead of two. */
const LONG = 11;
const LONG_PER_LETTER = 0.4;
/** A doubled letter is easily read once: what a known word with one gains. Nats. */
const DOUBLED = 1.5;
/** One or two letters that are no word are mostly half of one. */
const FRAGMENT = 1.5;
/** Gaps where a space is at least this likely are asked about. */
const ASK_GAP = 0.003;
const MAX_ROUNDS = 6;
const MAX_ALTERNATIVES = 3;

/**
 * The reading of a line that image and language together bear out best. It starts from the characters as
 * decoded, and asks the image (`TextLine.score`) about spaces more or fewer, known words near to unknown ones
 * and the caller's variants; what scores best by image plus prior is taken, and asked about again.
 */
export function polish(line: TextLine, options: PolishOptions): Polished {
  const decoded = line.decode(options.alphabet, options.fold);
  const split = { words: options.lexicon, ...(options.between ? { between: options.between } : {}) };
  const start = segment(decoded.chars, split);
  const spaces = markSpaces(decoded.chars);
  const asked = new Map<string, number>();
  const total = (text: string): number => {
    const known = asked.get(text);
    if (known !== undefined) return known;
    const seen = line.score(text, options.fold) + spaces(text);
    const value = seen + wordPrior(text, options.lexicon) + (options.prior?.(text) ?? 0);
    asked.set(text, value);
    return value;
  };
  total(decoded.text);
  let best = total(start) >= total(decoded.text) ? start : decoded.text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let better = best;
    for (const text of neighbours(best, decoded.chars, options))
      if (total(text) > total(better)) better = text;
    if (better === best) break;
    best = better;
  }
  return conclude(line, best, decoded, asked, options.fold);
}

function conclude(
  line: TextLine,
  best: string,
  { text: read, chars }: Decoded,
  asked: Map<string, number>,
  fold: boolean,
): Polished {
  // Of all figures, the weakest character's own probability tells wrong lines best.
  const weakest = chars.reduce((least, { p }) => Math.min(least, p), 1);
  const { own: value, stamp } = splitStamp(best);
  const top = asked.get(best) ?? 0;
  let rivals = 0;
  for (const [text, value] of asked) if (text !== best) rivals += Math.exp(Math.min(0, value - top));
  const own = Math.min(1, Math.exp(line.score(best, fold)));
  const alternatives = [...asked]
    .filter(([text]) => text !== best && text !== '')
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_ALTERNATIVES)
    .map(([other, score]) => ({
      value: splitStamp(other).own,
      evidence: Math.exp(Math.min(0, score - top)) / (1 + rivals),
    }));
  const changed = read.replaceAll(' ', '') !== best.replaceAll(' ', '');
  const reason = changed ? 'lexicon' : 'spacing';
  const corrections: Correction[] = best === read || read === '' ? [] : [{ from: read, to: best, reason }];
  if (stamp) corrections.push({ from: best, to: value, reason: 'overprint' });
  return { text: value, evidence: weakest * Math.sqrt(own / (1 + rivals)), alternatives, corrections };
}

/** Words end at a space, and behind a mark or before a bracket that none follows: "JLN.MELATI" is two. */
const WORD_ENDS = / |(?<=[.,])(?=[A-Za-z])|(?<=[A-Za-z.])(?=\()/;
const LETTERS_ONLY = /^[A-Za-z]{2,}$/;

function wordPrior(text: string, lexicon: Lexicon): number {
  let sum = 0;
  for (const word of text.split(WORD_ENDS)) {
    const bare = word.replace(/^[("]+|[),."]+$/g, '');
    if (!/[A-Za-z]/.test(bare) || /\d/.test(bare)) continue;
    if (lexicon.has(bare) || lexicon.has(word)) {
      if (bare.length >= 5 && /([a-z])\1/i.test(bare)) sum += DOUBLED;
      continue;
    }
    const long = Math.max(0, bare.length - LONG) * LONG_PER_LETTER;
    sum -= UNKNOWN + UNKNOWN_PER_LETTER * bare.length + long + (bare.length < 3 ? FRAGMENT : 0);
  }
  return sum;
}

function* neighbours(text: string, chars: readonly ReadChar[], options: PolishOptions): Generator<string> {
  for (let i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1))
    yield text.slice(0, i) + text.slice(i + 1);
  yield* moreSpaces(text, chars);
  const words = text.split(' ');
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const [, before = '', bare = '', after = ''] = /^([("]*)(.*?)([),."]*)$/.exec(word) ?? [];
    if (!LETTERS_ONLY.test(bare) || bare.length < 3 || options.lexicon.has(bare)) continue;
    for (const near of options.lexicon.near(bare)) {
      yield [...words.slice(0, i), before + near + after, ...words.slice(i + 1)].join(' ');
    }
  }
  yield* options.variants?.(text) ?? [];
}

/** One more space wherever the image shows any sign of one. Works while the characters are as decoded. */
function* moreSpaces(text: string, chars: readonly ReadChar[]): Generator<string> {
  let at = 0;
  for (const { char, gap } of chars) {
    if (text[at] !== char) return;
    at += 1;
    if (text[at] === ' ') at += 1;
    else if (gap >= ASK_GAP && at < text.length) yield `${text.slice(0, at)} ${text.slice(at)}`;
  }
}
