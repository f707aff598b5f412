import type { MyMessage } from '#src/countries/my/wire.ts';
import type { Random } from '../random.ts';
import { addressOnWire, malaysianAddress } from './my-address.ts';
import { type Custom, malaysianName, type Sex } from './my-names.ts';

type MyCardKind = 'mykad' | 'mypr' | 'mykas';

/** A fictional holder: what is printed, and what the wire should say of it. */
export interface MyPerson {
  readonly kind: MyCardKind;
  readonly sex: Sex;
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly isMuslim: boolean;
  readonly corner: '' | 'H' | 'K';
  readonly truth: MyMessage;
}

/** Place-of-birth codes by state, as documented for the card's number. */
const BIRTHPLACES: Readonly<Record<string, readonly number[]>> = {
  Johor: [1, 21, 22, 23, 24],
  Kedah: [2, 25, 26, 27],
  Kelantan: [3, 28, 29],
  Melaka: [4, 30],
  'Negeri Sembilan': [5, 31, 59],
  Pahang: [6, 32, 33],
  'Pulau Pinang': [7, 34, 35],
  Perak: [8, 36, 37, 38, 39],
  Perlis: [9, 40],
  Selangor: [10, 41, 42, 43, 44],
  Terengganu: [11, 45, 46],
  Sabah: [12, 47, 48, 49],
  Sarawak: [13, 50, 51, 52, 53],
  'Wp Kuala Lumpur': [14, 54, 55, 56, 57],
  'Wp Labuan': [15, 58],
  'Wp Putrajaya': [16],
};
const ABROAD = [60, 61, 65, 66, 67, 71, 74, 75, 76, 78, 79, 85, 88, 90, 98, 99];
const FIRST_YEAR = 1936;
/** Holders are twelve or older, whenever this set is read from 2026 on. */
const LAST_YEAR = 2013;

const two = (value: number): string => String(value).padStart(2, '0');

function birthplace(random: Random, home: string, kind: MyCardKind): number {
  if (kind !== 'mykad' || random.chance(0.03)) return random.pick(ABROAD);
  const state = random.chance(0.6) ? home : random.pick(Object.keys(BIRTHPLACES));
  return random.chance(0.01) ? 82 : random.pick(BIRTHPLACES[state] ?? [82]);
}

function customOf(random: Random, kind: MyCardKind, state: string): Custom {
  if (kind !== 'mykad')
    return random.weighted<Custom>([
      ['abroad', 6],
      ['chinese', 2],
      ['tamil', 1],
      ['malay', 1],
    ]);
  const isBorneo = state === 'Sabah' || state === 'Sarawak';
  return random.weighted<Custom>([
    ['malay', isBorneo ? 30 : 55],
    ['chinese', 22],
    ['tamil', isBorneo ? 2 : 14],
    ['sikh', isBorneo ? 1 : 3],
    ['borneo', isBorneo ? 50 : 2],
    ['abroad', 2],
  ]);
}

function cornerOf(random: Random, state: string): '' | 'H' | 'K' {
  if (state === 'Sabah' && random.chance(0.6)) return 'H';
  return state === 'Sarawak' && random.chance(0.6) ? 'K' : '';
}

/** Draws a holder of a MyKad, MyPR or MyKAS. The number agrees with birth date, sex and birthplace. */
export function malaysianPerson(random: Random): MyPerson {
  const kind = random.weighted<MyCardKind>([
    ['mykad', 82],
    ['mypr', 11],
    ['mykas', 7],
  ]);
  const sex: Sex = random.chance(0.5) ? 'M' : 'F';
  const address = malaysianAddress(
    random,
    random.weighted([
      [3, 25],
      [4, 50],
      [5, 25],
    ]),
  );
  const custom = customOf(random, kind, address.state);
  const name = malaysianName(random, sex, custom);

  const year = random.int(FIRST_YEAR, LAST_YEAR);
  const [month, day] = [two(random.int(1, 12)), two(random.int(1, 28))];
  // From 5 before 2000 and below 5 after it: a habit of the issuer with exceptions.
  const isOld = random.chance(0.97) === year < 2000;
  const serial = `${isOld ? random.int(5, 9) : random.int(0, 4)}${two(random.int(0, 99))}`;
  const last = random.int(0, 4) * 2 + (sex === 'M' ? 1 : 0);
  const number = `${two(year % 100)}${month}${day}-${two(birthplace(random, address.state, kind))}-${serial}${last}`;

  return {
    kind,
    sex,
    name,
    addressLines: address.lines,
    isMuslim: custom === 'malay' || random.chance(0.06),
    corner: cornerOf(random, address.state),
    truth: {
      CardNumber: number,
      DateOfBirth: `${year}${month}${day}`,
      Gender: sex === 'M' ? 'LELAKI' : 'PEREMPUAN',
      Name: name,
      Address: addressOnWire(address.lines),
    },
  };
}
