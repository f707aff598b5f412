import type { FieldReading, TextLine } from '../../reader-types.ts';
import { joinLines } from '../../toolkit/reading/join.ts';
import { createLexicon } from '../../toolkit/reading/lexicon.ts';
import { polish } from '../../toolkit/reading/polish.ts';
import { ADDRESS_WORDS, STREET_WORDS } from './address-words.ts';
import { FAINT_MARK, marks } from './marks.ts';
import { NAME_WORDS } from './name-words.ts';
import { isPostcode, postcodesOf, STATE_LINES, TOWNS, townsOf } from './places.ts';

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '/.-(),&#@:";
const lexicon = createLexicon([
  ...ADDRESS_WORDS,
  ...STREET_WORDS,
  ...NAME_WORDS,
  ...[...TOWNS, ...STATE_LINES].flatMap((place) => place.split(' ')),
]);
const states = new Set(STATE_LINES);
const towns = new Set(TOWNS);

const isDigit = (c: string): boolean => c >= '0' && c <= '9';
const isLetter = (c: string): boolean => c >= 'A' && c <= 'Z';

/** "LOT 12", "56100 KUALA": a space between word and number is the rule, "12A" and "A12" the exception. */
function between(left: string, right: string): number {
  if (isDigit(left) && isLetter(right)) return 0.7;
  if (isLetter(left) && isDigit(right)) return 1.2;
  if (left === ',' || (left === '.' && isDigit(right))) return 2;
  return 0;
}

/** A postcode that fits its town, and a town that fits its postcode, are that much likelier. Nats. */
const FIT = 2.5;
const KNOWN_PLACE = 1.5;
/** "27I7" is a house number "27/7", "14S3" is 1453. Nats each. */
const LETTER_IN_NUMBER = 5;
/** "NO.12" is mostly printed "NO. 12", "TAMAN6" "TAMAN 6". Nats each. */
const GLUED = 3;
/** "PO80X" is a post box. Nats. */
const MISREAD_BOX = 12;

function prior(text: string): number {
  const inNumber =
    text.match(/\d[A-Z]\d|\b[ZIOS]\d{2}|\bI[\dS]\d|\b\d{4}[OZS]\b|(?<=SURAT |BOX )\S*[A-Z]\S*/g)?.length ?? 0;
  return (
    placePrior(text) +
    marks(text) * FAINT_MARK -
    inNumber * LETTER_IN_NUMBER -
    (text.match(/\.\d|[A-Z]{3}\d/g)?.length ?? 0) * GLUED -
    (/(^| )P ?[O0] ?(?!BOX)[B86][O0][XK]/.test(text) ? MISREAD_BOX : 0)
  );
}

function placePrior(text: string): number {
  const [, postcode, town] = /^(\d{5}) (.+)$/.exec(text) ?? [];
  if (postcode && town) {
    if (townsOf(postcode).has(town)) return FIT;
    return (isPostcode(postcode) ? KNOWN_PLACE / 2 : 0) + (towns.has(town) ? KNOWN_PLACE / 2 : 0);
  }
  return states.has(text) || towns.has(text) ? KNOWN_PLACE : 0;
}

function variants(text: string): string[] {
  const found: string[] = [];
  const [, postcode, town] = /^(\d{5}) ?(.+)$/.exec(text) ?? [];
  const [, worn = '', place = ''] = /^(\S{3,6}) (.+)$/.exec(text) ?? [];
  if (/\d.*\d/.test(worn)) for (const other of postcodesOf(place)) found.push(`${other} ${place}`);
  if (postcode && town) {
    for (const other of townsOf(postcode)) if (other !== town) found.push(`${postcode} ${other}`);
  }
  if (/[A-Z]\d|\d[A-Z]/.test(text)) {
    found.push(text.replace(/([A-Z]{2,})(\d)/g, '$1 $2'), text.replace(/(\d)([A-Z]{2,})/g, '$1 $2'));
  }
  found.push(
    text.replace(/P\.? ?[O0]\.? ?[B86][O0][XK](?= ?\d|$)/, 'P O BOX'),
    text.replace(/P ?[O0] ?[B86][O0][XK](?= ?\d|$)/, 'PO BOX'),
  );
  found.push(
    ...text.split(' ').flatMap((word) => (/\d/.test(word) ? [text.replace(word, digitsFor(word))] : [])),
  );
  found.push(text.replace(/^NO(?= ?\d)/, 'NO.'), text.replace(/^NO\.?(?= ?\d)/, 'NO. '), `${text},`);
  found.push(text.replace(/(\d) (?=[A-Z]{3})/, '$1, '), text.replace(/,$/, ''), text.replace(/ ?, ?/, ' '));
  found.push(text.replace(/^NO\.? ?(\d+) (?=[A-Z])/, 'NO. $1, '));
  if (/[A-Z]{3}\d/.test(text)) found.push(text.replace(/([A-Z]{3})(\d)/g, '$1 $2'));
  if (/\dI\d/.test(text)) found.push(text.replace(/(?<=\d)I(?=\d)/g, '/'));
  if (/[A-Z]\.\d/.test(text)) found.push(text.replace(/(?<=[A-Z])\.(?=\d)/g, '. '));
  for (const state of STATE_LINES) {
    if (state !== text && state.replaceAll(' ', '').length === text.replaceAll(' ', '').length)
      found.push(state);
  }
  return found;
}

const DIGIT_FOR: Readonly<Record<string, string>> = {
  O: '0',
  D: '0',
  Z: '2',
  S: '5',
  B: '8',
  G: '6',
  T: '7',
};

/** "14S3" as 1453: letters that look like digits, between digits or before several. */
const digitsFor = (word: string): string =>
  word
    .replace(/(?<=\d)[A-Z](?=\d)/g, (c) => DIGIT_FOR[c] ?? c)
    .replace(/^[A-Z](?=\d{2})|(?<=^\d{2,4})[OZS]$/, (c) => DIGIT_FOR[c] ?? c)
    .replace(/^I(?=[\dS])/, '1')
    .replace(/(?<=^1)S(?=\d)/, '5');

/** One line of an address, with the spaces, words and places that image and gazetteer bear out. */
const polishAddress = (line: TextLine) =>
  polish(line, { alphabet: ALPHABET, fold: true, lexicon, between, prior, variants });

/** The address as printed, but for "P O BOX", which the wire has as "PO BOX". */
export function readAddress(lines: readonly TextLine[], own: readonly number[]): FieldReading {
  const joined = joinLines(
    own.map((i) => polishAddress(lines[i]!)),
    own,
  );
  const wire = (text: string) => text.replace(/\bP\.? ?O\.? BOX\b/g, 'PO BOX');
  return {
    ...joined,
    value: wire(joined.value),
    alternatives: joined.alternatives.map((other) => ({ ...other, value: wire(other.value) })),
  };
}
