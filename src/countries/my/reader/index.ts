import type {
  Anchor,
  CardReader,
  CardReading,
  FieldReading,
  LineBox,
  ReaderContext,
  TextLine,
} from '../../reader-types.ts';
import { NOTHING } from '../../toolkit/reading/join.ts';
import { matchWord } from '../../toolkit/reading/match.ts';
import { isStamp } from '../../toolkit/reading/overprint.ts';
import { unsure } from '../../toolkit/reading/unsure.ts';
import type { MyMessage } from '../wire.ts';
import { readAddress } from './address.ts';
import { CALIBRATION } from './calibration.ts';
import { LAYOUT, linesAt, placeOf, TITLE_LINES, TITLE_ZONES, ZONES } from './layout.ts';
import { readName } from './name.ts';
import { birthDate, LEAST_EVIDENCE, readNumber } from './number.ts';
import { KINDS, matchCitizenship, matchGender, readGender } from './people.ts';
import { splitLeft } from './split.ts';

const TITLES = ['KAD PENGENALAN', 'MALAYSIA', 'IDENTITY CARD'] as const;
/** Narrower boxes in the number's zone are edges of title and chip. Share of the card's width. */
const MIN_NUMBER_WIDTH = 0.14;
/** ISLAM, left of the gender, is in no field: it ends here, below the citizenship. */
const FAITH_ENDS = 0.765;
const FAITH_BELOW = 0.905;
/** A line whose characters are surer than this gains nothing from a second look. */
const CLEAR = 0.965;

/** Reads MyKad, MyPR and MyKAS. The documented message needs number and name; other fields may be "". */
export const reader: CardReader = {
  code: 'my',
  zones: ZONES,
  moreZones: TITLE_ZONES,
  titles: TITLE_LINES,
  layout: LAYOUT,
  calibration: CALIBRATION,
  wanted: (boxes) =>
    boxes
      .map((box, i) => ({ box, i }))
      .filter(({ box }) => isWanted(box))
      .map(({ i }) => i),
  locate,
  read,
};

/** Number, citizenship and gender, each wherever it stands. */
function locate(lines: readonly TextLine[], { today }: ReaderContext): Anchor[] {
  const all = [...lines.keys()];
  return anchorsOf(
    lines,
    readNumber(lines, all, today),
    matchCitizenship(lines, all),
    matchGender(lines, all),
  );
}

function isWanted(box: LineBox): boolean {
  const place = placeOf(box);
  if (place === 'right' && box.right < FAITH_ENDS && (box.top + box.bottom) / 2 > FAITH_BELOW) return false;
  return place !== 'title' && (place !== 'number' || box.right - box.left >= MIN_NUMBER_WIDTH);
}

function read(lines: readonly TextLine[], { today }: ReaderContext): CardReading {
  const right = linesAt(lines, 'right');
  const number = readNumber(lines, linesAt(lines, 'number'), today);
  const gender = matchGender(lines, right);
  const citizenship = matchCitizenship(lines, right);
  const left = inOneColumn(
    lines,
    linesAt(lines, 'left').filter((i) => isText(lines[i]!)),
  );
  const column = splitLeft(
    lines,
    left,
    left.map((i) => lines[i]!.best.text.toUpperCase()),
  );
  const title = matchWord(lines, linesAt(lines, 'title'), TITLES);
  const fields: Record<string, FieldReading> = {
    CardNumber: number ?? NOTHING,
    DateOfBirth: birthOf(number, today),
    Gender: readGender(gender, number),
    Name: readName(lines, column.name),
    Address: inColumn(readAddress(lines, column.address)),
    citizenship: citizenship
      ? { ...NOTHING, value: citizenship.word, evidence: citizenship.evidence, lines: [citizenship.line] }
      : NOTHING,
  };
  const signs = [number, gender, citizenship, title].filter((sign) => sign !== null).length;
  // "MALAYSIA" stands on other cards too.
  const titled = title !== null && title.word !== 'MALAYSIA';
  const isKind = titled || ((gender !== null || citizenship !== null || title !== null) && signs >= 2);
  return {
    kind: isKind ? (citizenship ? KINDS[citizenship.word] : 'mykad') : null,
    kindEvidence: Math.min(1, signs / 3),
    fields,
    message: isKind ? messageOf(fields) : null,
    anchors: anchorsOf(lines, number, citizenship, gender),
    weak: weakLines(fields, lines, column.name.length === 0 ? left : []),
    joined: [],
  };
}

/** An address that runs into the right column was read in a wrong outline, and is none. */
const inColumn = (address: FieldReading): FieldReading =>
  /WARGANEGARA|PEMASTAUTIN|PEREMPUAN|LELAKI/.test(address.value)
    ? { ...NOTHING, lines: address.lines }
    : address;

/** Letters whose small form is not that of their capital: the card has none of them. */
const SMALL = /[abdefghijlmnqrty]/g;
/** Lines of name and address begin within this of one another, in card shares; a slanted outline included. */
const FLUSH = 0.05;

/** The lines that begin where the most do: what stands elsewhere is print on the table, or part of another line. */
function inOneColumn(lines: readonly TextLine[], left: readonly number[]): number[] {
  const edge = (i: number) => lines[i]!.box.left;
  const flush = (at: number) => left.filter((i) => Math.abs(edge(i) - at) < FLUSH);
  const longest = (own: readonly number[]) =>
    own.reduce((sum, i) => sum + lines[i]!.best.text.length * lines[i]!.best.confidence, 0);
  let best: number[] = [];
  for (const i of left) {
    const own = flush(edge(i));
    if (longest(own) > longest(best)) best = own;
  }
  return best;
}

/** A digit or at least two letters, none of them small, and no overprint. */
function isText(line: TextLine): boolean {
  const small = line.best.text.match(SMALL)?.length ?? 0;
  if (small > 1 && small > (line.best.text.match(/[A-Z0-9]/g)?.length ?? 0)) return false;
  const text = line.best.text.toUpperCase();
  const enough = /[0-9]/.test(text) || (text.match(/[A-Z]/g) ?? []).length >= 2;
  return enough && !isStamp(text.replace(/[^A-Z]/g, ''));
}

function birthOf(number: FieldReading | null, today: string): FieldReading {
  const value = number ? birthDate(number.value.replaceAll('-', ''), today) : null;
  return number && value ? { ...NOTHING, value, evidence: number.evidence, lines: number.lines } : NOTHING;
}

function messageOf(fields: Readonly<Record<string, FieldReading>>): MyMessage | null {
  const value = (name: keyof MyMessage) => fields[name]?.value ?? '';
  if (value('CardNumber') === '' || value('Name') === '') return null;
  if ((fields.CardNumber?.evidence ?? 0) < LEAST_EVIDENCE) return null;
  return {
    CardNumber: value('CardNumber'),
    DateOfBirth: value('DateOfBirth'),
    Gender: value('Gender'),
    Name: value('Name'),
    Address: value('Address'),
  };
}

/** Where the number begins, and the middles of citizenship and gender. */
function anchorsOf(
  lines: readonly TextLine[],
  number: FieldReading | null,
  citizenship: { line: number } | null,
  gender: { line: number; word: string } | null,
): Anchor[] {
  const anchors: Anchor[] = [];
  const add = (index: number | undefined, usual: readonly [number, number], at: (box: LineBox) => number) => {
    const box = lines[index ?? -1]?.box;
    if (box) anchors.push({ seen: [at(box), (box.top + box.bottom) / 2], usual });
  };
  const centre = ({ left, right }: LineBox) => (left + right) / 2;
  add(number?.lines[0], [0.025, 0.262], (box) => box.left);
  add(citizenship?.line, [0.805, 0.885], centre);
  add(gender?.line, [gender?.word === 'LELAKI' ? 0.885 : 0.855, 0.93], centre);
  return anchors;
}

/** Lines of unsure fields, the weakest first; where the number is missing, whatever stands in its place. */
function weakLines(
  fields: Readonly<Record<string, FieldReading>>,
  lines: readonly TextLine[],
  unread: readonly number[],
): number[] {
  const own = unsure(fields)
    .flatMap((field) => field.lines)
    .filter((i) => lines[i]!.best.confidence < CLEAR);
  const missing = fields.CardNumber?.value === '' ? linesAt(lines, 'number') : [];
  return [...new Set([...missing, ...own, ...unread])].sort(
    (a, b) => lines[a]!.best.confidence - lines[b]!.best.confidence,
  );
}
