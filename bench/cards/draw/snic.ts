import { type PkPerson, printedDate } from '../people/pk-person.ts';
import type { Random } from '../random.ts';
import { bold, type Family, nastaliq, regular, serifBold } from '../type/faces.ts';
import { loose } from './flow.ts';
import { drawGround, type Ground } from './guilloche.ts';
import { badge, chip, type Drawn, pakistaniFlag, specimen } from './parts.ts';
import { drawPortrait } from './portrait.ts';
import { type Box, cardSvg, fontOf, H, lineWidth, n, type TextStyle, textAt, W } from './svg.ts';

const GROUNDS: readonly Ground[] = [
  { paper: ['#e9f3dd', '#f4f3df', '#dcecd2'], inks: ['#5f9a62', '#9cbf7c', '#b7b27a'] },
  { paper: ['#f3f4e2', '#dfeeda', '#eef1d8'], inks: ['#3f8458', '#8fb58a', '#c0b784'] },
  { paper: ['#dfeee0', '#eaf4e2', '#f5f0dc'], inks: ['#4c8f74', '#a4c58e', '#8aa86a'] },
];
const PORTRAIT: Box = [0.7, 0.2, 0.97, 0.74];
const GHOST: Box = [0.05, 0.73, 0.2, 0.95];
/** Left edges of the two columns, and of the second one in the gender row. */
const COLUMNS = { first: 0.265, gender: 0.375, second: 0.527 };
const URDU_LEFT = 0.55;
const TEXT_RIGHT = 0.69;

interface Field {
  readonly label: string;
  readonly value: string;
  readonly x: number;
  /** Fractions of the card's height: label's and value's top. */
  readonly y: readonly [number, number];
  readonly room: number;
}

function fieldsOf(person: PkPerson): readonly Field[] {
  const { truth } = person;
  const { first, gender, second } = COLUMNS;
  const one = TEXT_RIGHT - first - 0.01;
  const two = TEXT_RIGHT - second;
  return [
    { label: 'Name', value: truth.name, x: first, y: [0.215, 0.265], room: one },
    { label: person.relation, value: truth.fatherName, x: first, y: [0.42, 0.467], room: one },
    { label: 'Gender', value: truth.gender, x: first, y: [0.615, 0.667], room: 0.09 },
    {
      label: 'Country of Stay',
      value: truth.country,
      x: gender,
      y: [0.615, 0.667],
      room: TEXT_RIGHT - gender,
    },
    {
      label: 'Identity Number',
      value: truth.idNumber,
      x: first,
      y: [0.735, 0.785],
      room: second - first - 0.02,
    },
    { label: 'Date of Birth', value: printedDate(truth.birthDay), x: second, y: [0.735, 0.785], room: two },
    {
      label: 'Date of Issue',
      value: printedDate(truth.issueDay),
      x: first,
      y: [0.853, 0.899],
      room: second - first - 0.02,
    },
    { label: 'Date of Expiry', value: printedDate(truth.expiryDay), x: second, y: [0.853, 0.899], room: two },
  ];
}

/** The rules between the rows; some prints are faint. */
function rules(random: Random, dy: number): string {
  const ink = `stroke="${random.pick(['#6d8f70', '#8a8f86', '#4f7a5a'])}" stroke-width="${n(random.between(0.8, 2))}" opacity="${n(random.between(0.35, 0.9))}"`;
  const across = [0.405, 0.605, 0.724, 0.843].map(
    (y) => `M${n(0.26 * W)} ${n((y + dy) * H)}H${n(0.695 * W)}`,
  );
  const down = `M${n(0.365 * W)} ${n((0.605 + dy) * H)}V${n((0.724 + dy) * H)}M${n(0.513 * W)} ${n((0.724 + dy) * H)}V${n((0.955 + dy) * H)}`;
  return `<path d="${across.join('')}${down}" ${ink} fill="none"/>`;
}

function signature(random: Random): string {
  let path = `M${n(0.745 * W)} ${n(0.89 * H)}`;
  for (let i = 0; i < 6; i++) {
    const x = 0.745 + (i + 1) * random.between(0.022, 0.031);
    path += `Q${n((x - 0.015) * W)} ${n(random.between(0.8, 0.93) * H)} ${n(x * W)} ${n(random.between(0.84, 0.91) * H)}`;
  }
  return `<path d="${path}" fill="none" stroke="#1c2340" stroke-width="2.4"/>`;
}

/** Draws the front of a Pakistani smart card or overseas card. */
export function drawSnic(random: Random, person: PkPerson, family: Family): Drawn {
  const [strong, plain, urdu, serif] = [bold(family), regular(family), nastaliq(), serifBold()];
  const layout = random.fork('layout');
  const at = loose(layout);
  const head = loose(random.fork('head'), 0.01);
  const ink = layout.pick(['#17181a', '#20232a', '#101512']);
  const isBoldValue = layout.chance(0.45);
  const value: TextStyle = {
    face: isBoldValue ? strong : plain,
    cap: layout.between(0.032, 0.036) * H * at.size,
    fill: ink,
  };
  const label: TextStyle = {
    face: plain,
    cap: layout.between(0.023, 0.026) * H * at.size,
    fill: layout.pick(['#2f3a33', '#3c4a40', '#22302a']),
  };
  const dark: TextStyle = {
    face: strong,
    cap: 0.042 * H * head.size,
    fill: layout.pick(['#123d2a', '#1a1c1b', '#0f4a30']),
  };

  const placed = fieldsOf(person).map((field) => ({
    ...field,
    left: at.x(field.x),
    at: [at.y(field.y[0]), at.y(field.y[1])] as const,
  }));
  const fields = placed.map(
    (field) =>
      textAt(field.label, field.left * W, field.at[0] * H + label.cap, label) +
      textAt(field.value, field.left * W, field.at[1] * H + value.cap, { ...value, room: field.room * W }),
  );
  // A long Latin name runs over the Urdu one's column, which then stands lower and smaller.
  const [nameBelow, fatherBelow] = [person.truth.name, person.truth.fatherName].map(
    (text) => lineWidth(text, value) > (URDU_LEFT - COLUMNS.first) * W,
  );
  const urduLine = (text: string, y: number, isBelow: boolean | undefined): string => {
    const size = Math.min(30 * at.size, 330 / Math.max(8, text.length) + 8) * (isBelow ? 0.8 : 1);
    return `<text x="${n(TEXT_RIGHT * W)}" y="${n((at.y(y) + (isBelow ? 0.02 : 0)) * H)}" ${fontOf(urdu)} font-size="${n(size)}" fill="${ink}" text-anchor="end">${text}</text>`;
  };

  const isGrey = layout.chance(0.3);
  const look = { sex: person.gender, isGrey, softEdge: false };
  const over = specimen(random.fork('specimen'), PORTRAIT, [0.03, 0.58, 0.25, 0.7]);
  const overseas = person.kind === 'nicop' && layout.chance(0.6);
  const body = [
    drawGround(random.fork('ground'), layout.pick(GROUNDS), 'PAKISTAN', plain),
    badge(random.fork('badge'), [0.08, 0.035, 0.2, 0.26], dark.fill),
    textAt('PAKISTAN', head.x(0.244) * W, head.y(0.13) * H, {
      ...dark,
      cap: dark.cap * 1.15,
      room: 0.245 * W,
    }),
    textAt('ISLAMIC REPUBLIC OF PAKISTAN', head.x(0.244) * W, head.y(0.178) * H, {
      ...dark,
      cap: dark.cap * 0.45,
      room: 0.245 * W,
    }),
    textAt('National Identity Card', head.x(0.51) * W, head.y(0.127) * H, { ...dark, room: 0.31 * W }),
    overseas
      ? textAt('for Overseas Pakistanis', head.x(0.51) * W, head.y(0.172) * H, {
          ...dark,
          face: plain,
          cap: dark.cap * 0.6,
          room: 0.31 * W,
        })
      : '',
    pakistaniFlag([0.858, 0.055, 0.962, 0.165]),
    chip(random.fork('chip'), [at.x(0.105), at.y(0.31), at.x(0.248), at.y(0.535)]),
    layout.chance(0.9) ? rules(random.fork('rules'), at.y(0)) : '',
    drawPortrait(random.fork('portrait'), PORTRAIT, look, 'p'),
    drawPortrait(random.fork('portrait'), GHOST, { ...look, isGrey: true, opacity: 0.35 }, 'g'),
    ...fields,
    urduLine(person.urduName, 0.37, nameBelow),
    urduLine(person.urduRelation, 0.565, fatherBelow),
    signature(random.fork('signature')),
    `<path d="M${n(0.71 * W)} ${n(0.93 * H)}H${n(0.963 * W)}" stroke="#333" stroke-width="1.4"/>`,
    textAt("Holder's Signature", 0.835 * W, 0.968 * H, { ...label, cap: label.cap * 0.9, anchor: 'middle' }),
    over.svg,
  ];
  return {
    svg: cardSvg(body.join('\n')),
    faces: [strong, plain, urdu, serif],
    text: placed.map((field): Box => {
      const width = Math.min(lineWidth(field.value, value) / W, field.room);
      return [field.left, field.at[0], field.left + width, field.at[1] + value.cap / H];
    }),
    variants: [
      person.kind,
      person.relation,
      `gender-${person.gender}`,
      isGrey ? 'grey-portrait' : 'colour-portrait',
      person.truth.expiryDay === 'Lifetime' ? 'lifetime' : 'dated',
      over.variant,
    ],
  };
}
