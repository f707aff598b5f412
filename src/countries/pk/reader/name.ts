import type { TextLine } from '../../reader-types.ts';
import { createLexicon, type Lexicon } from '../../toolkit/reading/lexicon.ts';
import { polish } from '../../toolkit/reading/polish.ts';
import { NAME_WORDS } from './name-words.ts';

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz '.-";
const PARTICLES = new Set(['ul', 'ur', 'ud', 'us', 'un', 'al', 'bin', 'bint', 'e', 'i', 'o', 'd', 'alias']);

const capitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase();
const likeCase = (word: string, model: string): string =>
  capitals(model) ? word.toUpperCase() : word[0]!.toUpperCase() + word.slice(1);

/** The list holds names as usually printed; a card may print them all in capitals. */
const printed = createLexicon(NAME_WORDS);
const lexicon: Lexicon = {
  size: printed.size,
  has: (word) => printed.has(word) || (capitals(word) && printed.has(word[0] + word.slice(1).toLowerCase())),
  near: (word) => printed.near(likeCase(word.toLowerCase(), 'Xx')).map((other) => likeCase(other, word)),
};

/** Words that begin with a small letter, or have a capital inside, are hardly ever printed. Nats per word. */
const ODD_CASE = 8;

/** "Noor-ud Din": the article is bound on both sides or on neither. Nats. */
const HALF_BOUND = 4;

function prior(text: string): number {
  return (
    (/-(ud|ul|ur|us|un) | (ud|ul|ur|us|un)-/.test(text) ? -HALF_BOUND : 0) -
    ODD_CASE * text.split(' ').filter((word) => word !== '' && !isUsual(word)).length
  );
}

const isUsual = (word: string): boolean =>
  word
    .split(/[-'.]/)
    .every((part) => part === '' || PARTICLES.has(part) || /^[A-Z]([a-z]*|[A-Z]*)$/.test(part));

/** Capital I and small l look alike in many types: "lqbal" for "Iqbal". */
function variants(text: string): string[] {
  const fixed = text
    .replace(/(?<![A-Za-z])l(?=[a-z])/g, 'I')
    .replace(/(?<=[a-z])I(?=[a-z]|$|[ '-])/g, 'l')
    .replace(/(?<=[A-Z]{2})l|l(?=[A-Z]{2})/g, 'I');
  const cased = text.replace(/[A-Za-z]+/g, (word) =>
    isUsual(word) || word.length < 2 ? word : recase(word),
  );
  const split = text.replace(/(?<=[a-z]{2})(?=[A-Z][a-z])/g, ' ');
  const bound = text.replace(/[- ](ud|ul|ur|us|un)[- ](?=[A-Z])/g, '-$1-');
  const article = text.replace(/\bU[I1|]?(?= [A-Z])/g, 'Ul');
  return [...new Set([fixed, cased, split, bound, article])].filter((other) => other !== text);
}

const recase = (word: string): string =>
  word.replace(/[a-z]/g, '').length > word.length / 2
    ? word.toUpperCase()
    : word[0]!.toUpperCase() + word.slice(1).toLowerCase();

/** A name as printed, in its own case. */
export const polishName = (line: TextLine) =>
  polish(line, { alphabet: ALPHABET, fold: false, lexicon, variants, prior });
