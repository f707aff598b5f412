import type { Anchor, CardReader, CardReading, FieldReading, LineBox, TextLine } from '../../reader-types.ts';
import { joinName, NOTHING } from '../../toolkit/reading/join.ts';
import { matchWord } from '../../toolkit/reading/match.ts';
import { unsure } from '../../toolkit/reading/unsure.ts';
import type { PkMessage } from '../wire.ts';
import { type Anchors, findAnchors } from './anchors.ts';
import { CALIBRATION } from './calibration.ts';
import { readCountry } from './country.ts';
import { LEAST_EVIDENCE, readDate, readLifetime, readNumber, secondColumn } from './digits.ts';
import { readGender } from './gender.ts';
import { LABELS, LAYOUT, type LabelName, TITLE_LINES, TITLE_ZONES, ZONES } from './layout.ts';
import { polishName } from './name.ts';
import { readRelativeKind } from './relative.ts';
import { wantedBoxes } from './wanted.ts';

const TITLES = ['PAKISTAN', 'NATIONAL IDENTITY CARD', 'ISLAMIC REPUBLIC OF PAKISTAN'] as const;
/** In the rows of the names, what begins this far right is Urdu. Share of the card's width. */
const URDU_FROM = 0.5;
const NAME_ROWS_END = 0.6;
/** How far from its expected place a value's middle and left edge may be. */
const NEAR_Y = 0.04;
const NEAR_X = 0.07;
/** Lines of a name that wraps are joined down to the next row's label. */
const WRAP = 0.06;
/** A line whose characters are surer than this gains nothing from a second look. */
const CLEAR = 0.965;
/** So many labels make the layout certain without a title. */
const ENOUGH_LABELS = 2;

/** Reads the Smart National Identity Card and the NICOP. Number and name are required. */
export const reader: CardReader = {
  code: 'pk',
  zones: ZONES,
  moreZones: TITLE_ZONES,
  titles: TITLE_LINES,
  layout: LAYOUT,
  calibration: CALIBRATION,
  wanted: (boxes) => wantedBoxes(boxes).filter((i) => !isUrdu(boxes[i]!)),
  locate: (lines) => anchorsOf(lines, findAnchors(lines, Number.POSITIVE_INFINITY)),
  read,
};

const middle = ({ top, bottom }: LineBox): number => (top + bottom) / 2;
const isUrdu = (box: LineBox): boolean =>
  box.left > URDU_FROM && middle(box) > 0.22 && middle(box) < NAME_ROWS_END;

function read(lines: readonly TextLine[]): CardReading {
  const all = [...lines.keys()];
  const anchors = findAnchors(lines);
  const values = all.filter((i) => !anchors.lines.has(i) && !isUrdu(lines[i]!.box));
  const number = readNumber(lines, values);
  const find = (field: LabelName) => nearest(lines, values, anchors, field);
  const fields: Record<LabelName, FieldReading> = {
    idNumber: number ?? NOTHING,
    name: nameAt(lines, values, find('name')),
    fatherName: nameAt(lines, values, find('fatherName')),
    gender: readGender(lines, find('gender')[0] ?? null, number),
    country: first(find('country'), (i) => readCountry(lines[i]!, i)),
    birthDay: first([...find('birthDay'), ...(number?.lines ?? [])], (i) => readDate(lines[i]!, i)),
    issueDay: first(find('issueDay'), (i) => readDate(lines[i]!, i)),
    expiryDay: first(find('expiryDay'), (i) => readDate(lines[i]!, i) ?? readLifetime(lines[i]!, i)),
  };
  const title = matchWord(
    lines,
    all.filter((i) => middle(lines[i]!.box) < 0.22),
    TITLES,
  );
  // A number of this shape over dates in their places is on no other card.
  const dated = [fields.birthDay, fields.issueDay, fields.expiryDay].filter(({ value }) => value !== '');
  // "PAKISTAN" stands on driving licences too, with a number of this shape.
  const titleSigns = title === null ? 0 : title.word === 'PAKISTAN' ? 1 : 2;
  const signs = anchors.labels.size + titleSigns + (number && dated.length >= 2 ? dated.length : 0);
  const titled = title?.word === 'NATIONAL IDENTITY CARD';
  // Names and dates with their labels stand on licences too, but elsewhere: nothing was read in its place there.
  const telling =
    titleSigns > 1 ||
    dated.length > 0 ||
    fields.country.value !== '' ||
    anchors.labels.has('country') ||
    anchors.labels.has('idNumber');
  const isKind = titled || (telling && signs >= ENOUGH_LABELS && (number !== null || signs > ENOUGH_LABELS));
  const abroad = fields.country.value !== '' && fields.country.value.toLowerCase() !== 'pakistan';
  return {
    kind: isKind ? (abroad ? 'nicop' : 'snic') : null,
    kindEvidence: Math.min(1, (signs + (number ? 2 : 0)) / 6),
    fields: {
      ...fields,
      relativeKind: readRelativeKind(lines, anchors.labels.get('fatherName'), fields.fatherName.lines),
    },
    message: isKind ? messageOf(fields) : null,
    anchors: [...anchorsOf(lines, anchors), ...valueAnchors(lines, fields)],
    weak: weakLines(fields, lines, values),
    joined: values.flatMap((line) => {
      const at = secondColumn(lines[line]!);
      return at === null ? [] : [{ line, at }];
    }),
  };
}

function anchorsOf(lines: readonly TextLine[], { labels }: Anchors): Anchor[] {
  return LABELS.flatMap(({ field, left, label }) => {
    const box = lines[labels.get(field) ?? -1]?.box;
    return box ? [{ seen: [box.left, middle(box)], usual: [left, label] } as const] : [];
  });
}

/** Values that cannot be mistaken for another's: number, dates, country. A date that hangs on another value has no place of its own. */
function valueAnchors(
  lines: readonly TextLine[],
  fields: Readonly<Record<LabelName, FieldReading>>,
): Anchor[] {
  return LABELS.flatMap(({ field, left, value }) => {
    const own = fields[field];
    const box = lines[own.lines[0] ?? -1]?.box;
    const hangs = field === 'birthDay' && own.lines[0] === fields.idNumber.lines[0];
    const telling = own.value !== '' && !hangs && !['name', 'fatherName', 'gender'].includes(field);
    return box && telling ? [{ seen: [box.left, middle(box)], usual: [left, value] } as const] : [];
  });
}

/** Value lines near where the field's value should stand, the nearest first. */
function nearest(
  lines: readonly TextLine[],
  values: readonly number[],
  anchors: Anchors,
  field: LabelName,
): number[] {
  const spec = LABELS.find((label) => label.field === field)!;
  const place = anchors.place(spec.left, spec.value);
  const off = (i: number) => {
    const { box } = lines[i]!;
    const x = Math.abs(box.left - place.left) / NEAR_X;
    const y = Math.abs(middle(box) - place.y) / NEAR_Y;
    return Math.max(x, y);
  };
  return values.filter((i) => off(i) < 1).sort((a, b) => off(a) - off(b));
}

function first(candidates: readonly number[], parse: (i: number) => FieldReading | null): FieldReading {
  for (const i of candidates) {
    const reading = parse(i);
    if (reading) return reading;
  }
  return { ...NOTHING, lines: candidates.slice(0, 1) };
}

/** The name's first line, and what stands directly under it in the same row. */
function nameAt(
  lines: readonly TextLine[],
  values: readonly number[],
  found: readonly number[],
): FieldReading {
  const head = found[0];
  if (head === undefined) return NOTHING;
  const box = lines[head]!.box;
  const more = values.filter((i) => {
    const other = lines[i]!.box;
    const below = middle(other) - middle(box);
    return i !== head && below > WRAP / 2 && below < WRAP && Math.abs(other.left - box.left) < NEAR_X / 2;
  });
  const own = [head, ...more];
  return joinName(
    own.map((i) => polishName(lines[i]!)),
    own,
  );
}

function messageOf(fields: Readonly<Record<LabelName, FieldReading>>): PkMessage | null {
  if (fields.idNumber.value === '' || fields.name.value === '') return null;
  if (fields.idNumber.evidence < LEAST_EVIDENCE) return null;
  return {
    idNumber: fields.idNumber.value,
    name: fields.name.value,
    fatherName: fields.fatherName.value,
    gender: fields.gender.value,
    country: fields.country.value,
    birthDay: fields.birthDay.value,
    issueDay: fields.issueDay.value,
    expiryDay: fields.expiryDay.value,
  };
}

/** Lines of unsure fields, the weakest first; with no number read, whatever is not a label. */
function weakLines(
  fields: Readonly<Record<LabelName, FieldReading>>,
  lines: readonly TextLine[],
  values: readonly number[],
): number[] {
  const faint = unsure(fields)
    .flatMap((field) => field.lines)
    .filter((i) => lines[i]!.best.confidence < CLEAR);
  const missing = fields.idNumber.value === '' ? values.filter((i) => /\d{3}/.test(lines[i]!.best.text)) : [];
  return [...new Set([...missing, ...faint])].sort(
    (a, b) => lines[a]!.best.confidence - lines[b]!.best.confidence,
  );
}
