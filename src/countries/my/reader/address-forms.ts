import { isPostcode, isStateLine, postcodesOf, stateLinesLike, TOWNS, townsOf } from './places.ts';

/**
 * Marks fade first. Measured on 2,000 word ends of the tuning set: a comma that is printed is seldom more than 3
 * nats less likely than none, one that is not printed hardly ever less than 6; a point 2.6 and 5. Nats.
 */
const COMMA = 3.6;
const POINT = 2.8;

const towns = new Set(TOWNS);

const isDigit = (c: string): boolean => c >= '0' && c <= '9';
const isLetter = (c: string): boolean => c >= 'A' && c <= 'Z';

/** "LOT 12", "56100 KUALA": a space between word and number is the rule, "12A" and "A12" the exception. */
export function between(left: string, right: string): number {
  if (isDigit(left) && isLetter(right)) return 0.7;
  if (isLetter(left) && isDigit(right)) return 1.2;
  if (left === ',' || (left === '.' && isDigit(right))) return 2;
  return 0;
}

/** A postcode that fits its town, and a town that fits its postcode, are that much likelier. Nats. */
const FIT = 2.5;
const KNOWN_PLACE = 1.5;

/** Words that a number follows. */
const SHORT_NUMBERED = 'KM|SEK|NO|LOT|PT|BOX|BLK';
const LONG_NUMBERED = 'FASA|BATU|BLOK|BLOCK|UNIT|SEKSYEN|PRESINT|TINGKAT';

/** What hardly ever stands in an address, and what each case costs. Nats. */
const ODD: readonly (readonly [RegExp, number])[] = [
  // "27I7" is a house number "27/7", "14S3" is 1453, "LOT 88O" is 880.
  [/\d[A-Z]\d|\b[ZIOS]\d{2}|\bI[\dS]\d|\b\d{3,4}[OZS]\b|\b\d+O[A-Z]?\b|(?<=SURAT |BOX )\S*[A-Z]\S*/g, 5],
  // "56100KUALA" is printed "56100 KUALA".
  [/^\d{5}[A-Z]/g, 3],
  // Narrow spaces are read as none, but hardly ever as surely as where none is printed. What the clerk's habit was is
  // the image's to say: near the middle between the two, of the logarithm of "a space" over "none".
  [/(?<=[A-Z])(?=\d)|(?<=\d)(?=[A-Z])/g, 1.8],
  [/\.(?=\d)/g, 3.2],
  // "W.P." has none.
  [/[.,](?!P\b)(?=[A-Z])/g, 2],
  // Few clerks join these and their number, and none a name and its number.
  [new RegExp(`\\b(${SHORT_NUMBERED}|${LONG_NUMBERED})(?=\\d)`, 'g'), 1.2],
  [new RegExp(`(?<=[A-Z]{4})(?<!\\b(${LONG_NUMBERED}))(?=\\d)`, 'g'), 2],
  [/\d \d/g, 2.5],
  // "L0RONG", "TA5IK": digits inside a word.
  [/[A-Z]{2}[01568]+[A-Z]|[A-Z][01568]+[A-Z]{2}/g, 8],
  // "PRALP00"; "FASA1" and "USJ8" are as they may be.
  [new RegExp(`(?<=[A-Z]{3})(?<!\\b(${SHORT_NUMBERED}|${LONG_NUMBERED}|USJ|PJS))[01568]+\\b`, 'g'), 8],
  // "N0558" is number 558.
  [/\bN0(?=\d)/g, 5],
  // Marks stand by a word: alone they are ornament.
  [/(?<=^| )[.,'/-]+(?= |$)/g, 9],
  [/\.$|'(?![A-Z])/g, 4],
  // A point ends a short form, never a number or a long word; after a comma comes a space.
  [/\d\.(?!\d)|[A-Z]{4}\.|[.,][.,]/g, 3],
  // "BLOKA" is block A.
  [/\b(BLOK|BLOCK|BLK)[A-Z]\b/g, 4],
  // "PO80X", "P 0 BOX" and "POBOX" are post boxes.
  [/(?<=^| )P ?(?:0 ?[B86][O0][XK]|O ?(?!BOX)[B86][O0][XK])/g, 12],
  [/(?<=^| )POBOX/g, 3],
];
/** A letter that stands alone is no fragment where it names a block or a phase. Nats. */
const LETTERED = 4;

export function prior(text: string): number {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  let sum = placePrior(text.replace(/,$/, '')) + count(/,/g) * COMMA + count(/[.']/g) * POINT;
  for (const [pattern, cost] of ODD) sum -= count(pattern) * cost;
  return sum + count(/\b(BLOK|BLOCK|BLK|FASA|UNIT|ZON|LORONG|JALAN) [A-Z]\b/g) * LETTERED;
}

function placePrior(text: string): number {
  const [, postcode, town] = /^(\d{5}) (.+)$/.exec(text) ?? [];
  if (postcode && town) {
    if (townsOf(postcode).has(town)) return FIT;
    return (isPostcode(postcode) ? KNOWN_PLACE / 2 : 0) + (towns.has(town) ? KNOWN_PLACE / 2 : 0);
  }
  return isStateLine(text) || towns.has(text) ? KNOWN_PLACE : 0;
}

/** Other readings of a line that are worth asking the image about. */
export function variants(text: string): string[] {
  const found = [...placeVariants(text), ...markVariants(text), ...digitVariants(text)];
  if (/[A-Z]\d|\d[A-Z]/.test(text)) {
    found.push(text.replace(/([A-Z]{2,})(\d)/g, '$1 $2'), text.replace(/(\d)([A-Z]{2,})/g, '$1 $2'));
  }
  found.push(
    text.replace(/P\.? ?[O0]\.? ?[B86][O0][XK](?= ?\d|$)/, 'P O BOX'),
    text.replace(/P ?[O0] ?[B86][O0][XK](?= ?\d|$)/, 'PO BOX'),
    text.replace(/P ?[O0] ?[B86][O0][XK](?=\d)/, 'PO BOX '),
    text.replace(/\b(BLOK|BLOCK|BLK)([A-Z])\b/, '$1 $2'),
    text.replace(/(?<=^| )[.,'/-]+( |$)/g, '').trim(),
    text.replace(/(?<=\d)O+$|(?<=\d)O+(?= )/g, (letters) => '0'.repeat(letters.length)),
  );
  return found;
}

function placeVariants(text: string): string[] {
  const found: string[] = [];
  const [, postcode, town, end = ''] = /^(\d{5}) ?(.+?)(,?)$/.exec(text) ?? [];
  const [, worn = '', place = '', tail = ''] = /^(\S{3,6}) (.+?)(,?)$/.exec(text) ?? [];
  if (/\d.*\d/.test(worn)) for (const other of postcodesOf(place)) found.push(`${other} ${place}${tail}`);
  if (postcode && town) {
    for (const other of townsOf(postcode)) if (other !== town) found.push(`${postcode} ${other}${end}`);
  }
  return [...found, ...stateLinesLike(text)];
}

/** Marks fade or change into one another: each end of a word with another one, or with one more or fewer. */
function markVariants(text: string): string[] {
  const found: string[] = [];
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && text[i] !== ' ') continue;
    const [head, tail] = [text.slice(0, i), text.slice(i)];
    const word = head.replace(/[.,]$/, '');
    for (const mark of [',', '.', '']) {
      // Only a short form of letters has a point.
      if (mark !== '.' || /(^| )[A-Z]{1,5}$/.test(word)) found.push(word + mark + tail);
    }
  }
  found.push(
    text.replace(/(?<=[A-Z]{2})\.(?=\S)/g, '. '),
    text.replace(/\. (?=\d)/g, '.'),
    text.replace(/,(?=\S)/g, ', '),
    text.replace(/^NO(?= ?\d)/, 'NO.'),
    text.replace(/^NO\.?(?= ?\d)/, 'NO. '),
    text.replace(/(?<=\d)(?=[A-Z]$)/, '-'),
    text.replace(/(?<=^| )N0(?=\d)/, 'NO'),
    text.replace(/'(?=\d)/g, ' '),
  );
  return found;
}

function digitVariants(text: string): string[] {
  const found = text
    .split(' ')
    .flatMap((word) =>
      /\d/.test(word) ? [text.replace(word, digitsFor(word)), text.replace(word, lettersFor(word))] : [],
    );
  if (/\dI\d/.test(text)) found.push(text.replace(/(?<=\d)I(?=\d)/g, '/'));
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
const LETTER_FOR: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 5: 'S', 8: 'B', 6: 'G' };

/** "14S3" as 1453, "88O" as 880: letters that look like digits, beside digits. */
const digitsFor = (word: string): string =>
  word
    .replace(/(?<=\d)[A-Z](?=\d)/g, (c) => DIGIT_FOR[c] ?? c)
    .replace(/^[A-Z](?=\d{2})|(?<=^\d{2,4})[OZS]$|(?<=\d)O(?=[A-Z]?$)/, (c) => DIGIT_FOR[c] ?? c)
    .replace(/^I(?=[\dS])/, '1')
    .replace(/(?<=^1)S(?=\d)/, '5');

/** "L0RONG" as LORONG: digits that look like letters, in words. */
const lettersFor = (word: string): string =>
  word === 'N0'
    ? 'NO'
    : /[A-Z].*[A-Z]/.test(word)
      ? word.replace(/(?<=[A-Z])[01568]+(?=[A-Z]|$)|^[01568](?=[A-Z]{2})/g, lettersOf)
      : word;

const lettersOf = (digits: string): string => [...digits].map((c) => LETTER_FOR[c] ?? c).join('');
