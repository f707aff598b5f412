import type { PkMessage } from '#src/countries/pk/wire.ts';
import type { Random } from '../random.ts';
import { PK_LAST, PK_MEN, PK_WOMEN, PK_WOMEN_LAST } from './pk-pools.ts';

type PkCardKind = 'snic' | 'nicop';
type Relation = 'Father Name' | "Father's Name" | 'Husband Name' | "Husband's Name";

/** A fictional holder: what is printed, and what the wire should say of it. */
export interface PkPerson {
  readonly kind: PkCardKind;
  readonly gender: 'M' | 'F' | 'X';
  readonly relation: Relation;
  readonly urduName: string;
  readonly urduRelation: string;
  readonly truth: PkMessage;
}

const ABROAD = [
  'United Kingdom',
  'United Arab Emirates',
  'Saudi Arabia',
  'United States',
  'Canada',
  'Malaysia',
  'Qatar',
  'Oman',
  'Kuwait',
  'Bahrain',
  'Italy',
  'Spain',
  'Germany',
  'Norway',
  'Australia',
  'South Africa',
  'Greece',
  'France',
  'Ireland',
  'Sweden',
  'Turkey',
  'Hong Kong',
];
const SENIOR_AGE = 60;
const THIS_YEAR = 2026;

type Pair = readonly [string, string];
const two = (value: number): string => String(value).padStart(2, '0');
const join = (parts: readonly Pair[]): Pair => [
  parts.map(([latin]) => latin).join(' '),
  parts.map(([, urdu]) => urdu).join(' '),
];

function manName(random: Random): Pair {
  const last = random.pick(PK_LAST);
  const given = random.pick(PK_MEN);
  return random.weighted<Pair>([
    [join([given, last]), 45],
    [join([['Muhammad', 'محمد'], given]), 20],
    [join([['Muhammad', 'محمد'], given, last]), 15],
    [join([['Syed', 'سید'], given, ['Shah', 'شاہ']]), 6],
    [join([given, random.pick(PK_MEN), last]), 8],
    [given, 3],
    [join([['Mian', 'میاں'], given, last]), 3],
  ]);
}

function womanName(random: Random): Pair {
  const given = random.pick(PK_WOMEN);
  return random.weighted<Pair>([
    [join([given, random.pick(PK_WOMEN_LAST)]), 70],
    [join([given, random.pick(PK_MEN)]), 12],
    [join([['Syeda', 'سیدہ'], given, random.pick(PK_WOMEN_LAST)]), 8],
    [given, 5],
    [join([given, ['Un Nisa', 'النساء']]), 5],
  ]);
}

/** Draws a holder of a smart card (SNIC) or an overseas card (NICOP). Dates are of the calendar and in order. */
export function pakistaniPerson(random: Random): PkPerson {
  const kind: PkCardKind = random.chance(0.16) ? 'nicop' : 'snic';
  const gender = random.weighted<'M' | 'F' | 'X'>([
    ['M', 50],
    ['F', 46],
    ['X', 4],
  ]);
  const [name, urduName] = gender === 'F' ? womanName(random) : manName(random);
  const [other, urduOther] = manName(random);
  const isMarried = gender === 'F' && random.chance(0.4);
  const who = isMarried ? 'Husband' : 'Father';
  const relation: Relation = random.chance(0.55) ? `${who} Name` : `${who}'s Name`;

  const issueYear = random.int(2012, THIS_YEAR - 1);
  const birthYear = random.int(1938, issueYear - 18);
  const [birthMonth, birthDay] = [two(random.int(1, 12)), two(random.int(1, 28))];
  const [issueMonth, issueDay] = [two(random.int(1, 12)), random.int(1, 28)];
  const isLifetime = issueYear - birthYear >= SENIOR_AGE && random.chance(0.7);
  const years = random.weighted([
    [10, 88],
    [5, 6],
    [7, 6],
  ]);
  const expiryDay = two(random.chance(0.9) ? issueDay : Math.max(1, issueDay - 1));
  const last = gender === 'X' ? random.int(1, 9) : random.int(0, 4) * 2 + (gender === 'M' ? 1 : 0);
  const number = `${random.int(1, 8)}${random.int(1000, 9999)}-${random.int(1_000_000, 9_999_999)}-${last}`;

  return {
    kind,
    gender,
    relation,
    urduName,
    urduRelation: urduOther,
    truth: {
      idNumber: number,
      name,
      fatherName: other,
      gender,
      country: kind === 'nicop' ? random.pick(ABROAD) : 'Pakistan',
      birthDay: `${birthYear}${birthMonth}${birthDay}`,
      issueDay: `${issueYear}${issueMonth}${two(issueDay)}`,
      expiryDay: isLifetime ? 'Lifetime' : `${issueYear + years}${issueMonth}${expiryDay}`,
    },
  };
}

/** A wire date YYYYMMDD as the card prints it, DD.MM.YYYY; "Lifetime" stays. */
export function printedDate(wire: string): string {
  return wire.length === 8 && /^\d+$/.test(wire)
    ? `${wire.slice(6)}.${wire.slice(4, 6)}.${wire.slice(0, 4)}`
    : wire;
}
