import type { Random } from '../random.ts';
import type { MyPrinted, Person } from '../types.ts';
import { withUnknownWords } from './invent.ts';
import { address } from './my-address.ts';
import { wideAddress } from './my-address-wide.ts';
import * as names from './my-names.ts';

/** Places of birth by state, as the 7th and 8th digits say them (the codes in use before and after 2001). */
const BIRTH_CODES = [
  ...[1, 21, 22, 23, 24, 2, 25, 26, 27, 3, 28, 29, 4, 30, 5, 31, 59, 6, 32, 33, 7, 34, 35, 8, 36, 37, 38, 39],
  ...[
    9, 40, 10, 41, 42, 43, 44, 11, 45, 46, 12, 47, 48, 49, 13, 50, 51, 52, 53, 14, 54, 55, 56, 57, 15, 58, 16,
  ],
];
const ABROAD_CODES = [60, 61, 65, 66, 67, 68, 71, 74, 75, 76, 79, 83, 90, 98, 99];

export interface MyPersonOptions {
  readonly kind?: 'mykad' | 'mypr' | 'mykas';
  readonly gender?: 'LELAKI' | 'PEREMPUAN';
  /** How many lines the name takes at least (1–3), by choosing a long one. */
  readonly longName?: boolean;
  /** Addresses in more forms, names of no list among others. */
  readonly wide?: boolean;
  /** Wide addresses with spaces left out and put in as clerks do. */
  readonly ownSpaces?: boolean;
}

type Community = 'malay' | 'chinese' | 'indian' | 'sikh' | 'iban' | 'kadazan';

const two = (n: number) => String(n).padStart(2, '0');

/** A fictional holder of a Malaysian card. Valid by the rules of the number, born 1940–2012. */
export function malaysian(random: Random, options: MyPersonOptions = {}): Person {
  const kind =
    options.kind ??
    random.weighted([
      ['mykad', 88],
      ['mypr', 8],
      ['mykas', 4],
    ] as const);
  const male = options.gender ? options.gender === 'LELAKI' : random.chance(0.5);
  const home = options.wide ? wideAddress(random, options.ownSpaces) : address(random);
  const borneo = home.state === 'Sabah' || home.state === 'Sarawak';
  const community: Community = random.weighted([
    ['malay', borneo ? 30 : 55],
    ['chinese', 22],
    ['indian', borneo ? 1 : 12],
    ['sikh', 2],
    ['iban', home.state === 'Sarawak' ? 40 : 1],
    ['kadazan', home.state === 'Sabah' ? 40 : 1],
  ]);
  const listed = personName(random, community, male, options.longName ?? random.chance(0.12));
  const name = options.wide ? withUnknownWords(listed, random) : listed;
  const year = random.int(1940, 2012);
  const month = random.int(1, 12);
  const day = random.int(1, new Date(Date.UTC(year, month, 0)).getUTCDate());
  const code = kind !== 'mykad' || random.chance(0.04) ? random.pick(ABROAD_CODES) : random.pick(BIRTH_CODES);
  const serial = `${year < 2000 ? random.int(5, 7) : random.int(0, 3)}${two(random.int(0, 99))}`;
  const last = random.int(0, 4) * 2 + (male ? 1 : 0);
  const number = `${two(year % 100)}${two(month)}${two(day)}-${two(code)}-${serial}${last}`;
  const gender = male ? 'LELAKI' : 'PEREMPUAN';
  const printed: MyPrinted = {
    country: 'my',
    number,
    name: wrapName(name, random.pick([19, 22, 25, 28])),
    address: home.lines,
    citizenship:
      kind === 'mykad' ? 'WARGANEGARA' : kind === 'mypr' ? 'PEMASTAUTIN TETAP' : 'PEMASTAUTIN SEMENTARA',
    islam: community === 'malay' || (kind === 'mykad' && random.chance(0.03)),
    gender,
    corner: borneo && random.chance(0.7) ? (home.state === 'Sabah' ? 'H' : 'K') : '',
  };
  return {
    country: 'my',
    kind,
    printed,
    message: {
      CardNumber: number,
      DateOfBirth: `${year}${two(month)}${two(day)}`,
      Gender: gender,
      Name: name,
      Address: home.lines.join(' ').replace(/\bP O BOX\b/, 'PO BOX'),
    },
  };
}

function personName(random: Random, community: Community, male: boolean, long: boolean): string {
  const { pick } = random;
  const malayMale = () => (random.chance(0.4) ? pick(names.MALAY_COMPOUND) : `${pick(names.MALAY_MALE)}`);
  switch (community) {
    case 'malay': {
      const first = male
        ? malayMale() + (random.chance(0.4) || long ? ` ${pick(names.MALAY_MALE)}` : '')
        : (random.chance(0.5) ? pick(names.MALAY_FEMALE_COMPOUND) : pick(names.MALAY_FEMALE)) +
          (random.chance(0.4) || long ? ` ${pick(names.MALAY_FEMALE)}` : '');
      const alias = random.chance(0.04) ? ` @ ${pick(male ? names.MALAY_MALE : names.MALAY_FEMALE)}` : '';
      const father = malayMale() + (long || random.chance(0.2) ? ` ${pick(names.MALAY_MALE)}` : '');
      const haji = random.chance(0.06) ? 'HAJI ' : '';
      return `${first}${alias} ${male ? 'BIN' : random.chance(0.04) ? 'BT' : 'BINTI'} ${haji}${father}`;
    }
    case 'chinese': {
      const own = `${pick(names.CHINESE_SURNAMES)} ${pick(names.CHINESE_GIVEN)} ${pick(names.CHINESE_GIVEN)}`;
      if (long || random.chance(0.06))
        return `${own} @ ${pick(names.CHINESE_SURNAMES)} ${pick(names.CHINESE_GIVEN)} ${pick(names.CHINESE_GIVEN)}`;
      return random.chance(0.06) ? `${pick(['JASON', 'IVY', 'ALICE', 'DENNIS', 'ELAINE'])} ${own}` : own;
    }
    case 'indian': {
      const own = pick(male ? names.INDIAN_MALE : names.INDIAN_FEMALE);
      const second =
        long || random.chance(0.3) ? ` ${pick(male ? names.INDIAN_MALE : names.INDIAN_FEMALE)}` : '';
      const father = pick(names.INDIAN_MALE) + (long ? ` ${pick(names.INDIAN_MALE)}` : '');
      return `${own}${second} ${male ? 'A/L' : 'A/P'} ${father}`;
    }
    case 'sikh':
      return `${pick(names.SIKH)} ${male ? 'SINGH' : 'KAUR'} ${male ? 'A/L' : 'A/P'} ${pick(names.SIKH)} SINGH`;
    case 'iban':
      return `${pick(male ? names.IBAN_MALE : names.IBAN_FEMALE)} ANAK ${pick(names.IBAN_MALE)}`;
    case 'kadazan': {
      const own = pick(male ? names.KADAZAN_MALE : names.KADAZAN_FEMALE);
      return random.chance(0.4)
        ? `${own} ${pick(names.KADAZAN_SURNAMES)}`
        : `${own} ${male ? 'BIN' : 'BINTI'} ${pick(names.KADAZAN_MALE)} ${pick(names.KADAZAN_SURNAMES)}`;
    }
  }
}

/** Breaks a name into at most three lines, at spaces, none longer than `limit` where words allow. */
function wrapName(name: string, limit: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && (line.length + 1 + word.length <= limit || lines.length === 3))
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
