import { allPostcodes } from 'malaysia-postcodes';
import type { Random } from '../random.ts';
import { inventedWord } from './invent.ts';

const KNOWN =
  'BUKIT SUNGAI TANJUNG PADANG PARIT LEMBAH TASIK PULAU BATU KOTA MELATI MAWAR KENANGA DELIMA RAYA INDAH JAYA BARU UTAMA TIMUR BESAR LAMA MERAH HIJAU PUTIH DALAM SULTAN DATO TUN HAJI ABDULLAH RAZAK HUSSEIN MUDA PERMAI SENTOSA PERDANA'.split(
    ' ',
  );
const TERRITORIES: Readonly<Record<string, string>> = {
  'Wp Kuala Lumpur': 'KUALA LUMPUR',
  'Wp Labuan': 'LABUAN',
  'Wp Putrajaya': 'PUTRAJAYA',
};

/** Where a clerk may leave a space out or put one in: what stands there by rule, and what may stand there instead. */
const SPACINGS: readonly (readonly [RegExp, string])[] = [
  // "SS 22/11", "A 12"; "SS22/11" as it is.
  [/\b(SS|PJS|USJ|BU|PU|U|[A-G])(?=\d)/g, '$1 '],
  // "NO12", "LOT12", "KM12".
  [/\b(NO|LOT|PT|KM|BATU|UNIT) (?=\d)/g, '$1'],
  // "SEK16", "FASA2", "BLOK3".
  [/\b(SEK|FASA|BLOK|BLK|PRESINT) (?=\d)/g, '$1'],
  // "NO. 12", "NO.12".
  [/\bNO\. (?=\d)/g, 'NO.'],
  [/\bNO\.(?=\d)/g, 'NO. '],
  // "JLN.MELATI", "TMN.DATO", "W.PERSEKUTUAN".
  [/\b(JLN|LRG|TMN|SEK|KG|W)\. (?=\w)/g, '$1.'],
  // "12 A", "27/7 A".
  [/(?<=\d)(?=[A-G]\b)/g, ' '],
  // "NO 12,JALAN".
  [/, (?=\w)/g, ','],
  // "W.P.LABUAN".
  [/\.P\. (?=\w)/g, '.P.'],
];
/** How often a clerk departs from the rule at each of them. */
const DEPARTS = 0.35;

/** The lines as a clerk writes them who departs from the rule at some places, and does so each time. */
function respaced(random: Random, lines: readonly string[]): string[] {
  const own = SPACINGS.filter(() => random.chance(DEPARTS));
  return lines.map((line) => own.reduce((text, [place, other]) => text.replace(place, other), line));
}

/** How one clerk writes an address: which short forms, and where points, commas and spaces go. */
interface Habit {
  readonly short: boolean;
  readonly point: '' | '.' | '. ';
  readonly comma: '' | ',';
  readonly endComma: '' | ',';
}

/**
 * An address in a real town, in many more forms than `address`, with words that no list has among others. `ownSpaces`:
 * with spaces left out and put in as clerks do.
 */
export function wideAddress(random: Random, ownSpaces = false): { lines: string[]; state: string } {
  const state = random.weighted(
    allPostcodes.map((s) => [s, s.name.startsWith('Wp') ? 5 : Math.sqrt(s.city.length)] as const),
  );
  const city = random.pick(state.city);
  const comma = random.chance(0.2) ? ',' : '';
  const habit: Habit = {
    short: random.chance(0.4),
    point: random.pick(['', '', '', '. ', '. ', '.'] as const),
    comma,
    endComma: comma !== '' && random.chance(0.5) ? ',' : '',
  };
  const parts = random.weighted([
    [[`${house(random, habit) + habit.comma} ${street(random, habit)}`], 3],
    [[`${house(random, habit) + habit.comma} ${street(random, habit)}`, estate(random, habit)], 5],
    [[`${flat(random) + habit.comma} ${block(random)}`, street(random, habit)], 3],
    [[`${house(random, habit)} ${village(random, habit)}`], 3],
    [[village(random, habit), box(random)], 2],
    [[`${house(random, habit)}${habit.comma}`, street(random, habit), estate(random, habit)], 2],
    [
      [`${block(random)}${habit.comma}`, `${flat(random)} ${estate(random, habit)}`, street(random, habit)],
      1,
    ],
    [[`${box(random)} ${village(random, habit)}`], 1],
  ] as [string[], number][]);
  const town = `${random.pick(city.postcode)} ${city.name.toUpperCase()}`;
  const lines = [
    ...parts.map((part) => part.replace(/,$/, '') + (part.endsWith(',') ? ',' : habit.endComma)),
    town + habit.endComma,
  ];
  const all = [...lines, stateLine(random, state.name)];
  return { lines: ownSpaces ? respaced(random, all) : all, state: state.name };
}

function stateLine(random: Random, state: string): string {
  const territory = TERRITORIES[state];
  if (!territory) return state.toUpperCase();
  const inside = territory === 'KUALA LUMPUR' && random.chance(0.6) ? 'KL' : territory;
  return random.pick([
    `W. PERSEKUTUAN(${inside})`,
    `W. PERSEKUTUAN (${inside})`,
    'WILAYAH PERSEKUTUAN',
    `WILAYAH PERSEKUTUAN ${territory}`,
    `W.P. ${territory}`,
    `WP ${territory}`,
    territory,
  ]);
}

const word = (random: Random): string => (random.chance(0.25) ? inventedWord(random) : random.pick(KNOWN));
const words = (random: Random): string =>
  Array.from(
    {
      length: random.weighted([
        [1, 4],
        [2, 5],
        [3, 1],
      ] as const),
    },
    () => word(random),
  ).join(' ');
const letter = (random: Random): string => random.pick([...'ABCDEFG']);

/** A word in full, or its short form as the clerk writes it. */
const kind = (full: string, short: string, { short: shortens, point }: Habit): string =>
  shortens ? `${short}${point === '' ? ' ' : point}`.replace(/\.$/, '. ') : `${full} `;

function house(random: Random, { point }: Habit): string {
  const n = random.int(1, 2200);
  const no = `NO${point === '' ? ' ' : point}`;
  return random.weighted([
    [`${no}${n}`, 5],
    [`NO ${n}`, 3],
    [`${no}${n}${letter(random)}`, 2],
    [`NO ${n}-${letter(random)}`, 1],
    [`${n}`, 3],
    [`${n}${letter(random)}`, 1],
    [`NO ${n}/${random.int(1, 30)}`, 1],
    [`LOT ${n}`, 2],
    [`PT ${n}`, 1],
    [`LOT ${n}-${random.int(1, 9)}`, 1],
  ]);
}

function flat(random: Random): string {
  const [a, b] = [random.int(1, 30), random.int(1, 30)];
  return random.pick([
    `${letter(random)}-${a}-${b}`,
    `UNIT ${a}-${b}`,
    `NO ${a}-${b}`,
    `${a}-${b}-${random.int(1, 20)}`,
    `UNIT ${letter(random)}${a}-${b}`,
    `TINGKAT ${a}`,
  ]);
}

function block(random: Random): string {
  const name = random.pick([
    letter(random),
    letter(random),
    String(random.int(1, 40)),
    `${random.int(1, 9)}${letter(random)}`,
  ]);
  const building = `${random.pick(['PANGSAPURI', 'APARTMENT', 'KONDOMINIUM', 'FLAT', 'RUMAH PANGSA', 'PPR', 'KUARTERS', 'MENARA'])} ${words(random)}`;
  return random.chance(0.6)
    ? `${random.pick(['BLOK', 'BLOK', 'BLOCK', 'BLK'])} ${name} ${building}`
    : building;
}

function street(random: Random, habit: Habit): string {
  const head = random.pick([
    kind('JALAN', 'JLN', habit),
    kind('JALAN', 'JLN', habit),
    kind('LORONG', 'LRG', habit),
    'PERSIARAN ',
    'LEBUH ',
    'LENGKOK ',
    'LINTANG ',
    'SOLOK ',
  ]);
  const tail = random.weighted([
    ['', 5],
    [` ${random.int(1, 40)}`, 3],
    [` ${random.int(1, 30)}/${random.int(1, 60)}`, 3],
    [` ${random.int(1, 30)}${letter(random)}`, 1.5],
    [` ${random.int(1, 30)}/${random.int(1, 30)}${letter(random)}`, 1],
    [` ${random.pick(['SS', 'PJS', 'USJ', 'BU', 'PU', 'U'])}${random.int(1, 22)}/${random.int(1, 30)}`, 1.5],
    [` ${letter(random)}${random.int(1, 12)}`, 0.7],
  ]);
  return `${head}${words(random)}${tail}`;
}

function estate(random: Random, habit: Habit): string {
  const section = `${kind('SEKSYEN', 'SEK', habit)}${random.int(1, 30)}`;
  return random.weighted([
    [`${kind('TAMAN', 'TMN', habit)}${words(random)}`, 6],
    [`${kind('TAMAN', 'TMN', habit)}${words(random)} ${random.int(1, 5)}`, 1],
    [`${kind('TAMAN', 'TMN', habit)}${words(random)} FASA ${random.int(1, 4)}`, 1],
    [section, 1.5],
    [`BANDAR ${words(random)}`, 1],
    [`DESA ${words(random)}`, 1],
    [`PRESINT ${random.int(1, 18)}`, 0.5],
  ]);
}

function village(random: Random, habit: Habit): string {
  const tail = random.chance(0.2) ? ` ${random.pick(['BATU', 'KM'])} ${random.int(2, 30)}` : '';
  return `${kind('KAMPUNG', 'KG', habit)}${words(random)}${tail}`;
}

const box = (random: Random): string =>
  `${random.pick(['P O BOX', 'PO BOX', 'PETI SURAT', 'BEG BERKUNCI'])} ${random.int(1, 9900)}`;
