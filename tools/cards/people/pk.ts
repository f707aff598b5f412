import type { Random } from '../random.ts';
import type { Person, PkPrinted } from '../types.ts';
import { withUnknownWords } from './invent.ts';
import type { NamePart } from './pk-names.ts';
import * as names from './pk-names.ts';

export interface PkPersonOptions {
  readonly kind?: 'snic' | 'nicop';
  readonly gender?: 'M' | 'F' | 'X';
  readonly lifetime?: boolean;
  /** Names of no list among others, and any country of the world. */
  readonly wide?: boolean;
}

/** Validity in years with how often it occurs. */
const VALIDITY = [
  [10, 85],
  [7, 5],
  [5, 10],
] as const;
/** From this age on a card may be valid for life. */
const LIFETIME_AGE = 60;

interface Day {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

const two = (n: number) => String(n).padStart(2, '0');
const wire = (day: Day) => `${day.y}${two(day.m)}${two(day.d)}`;
const print = (day: Day) => `${two(day.d)}.${two(day.m)}.${day.y}`;
/** Days stop at 28, so that a day some years later always exists. */
const someDay = (random: Random, y: number): Day => ({ y, m: random.int(1, 12), d: random.int(1, 28) });
const join = (parts: readonly NamePart[]): NamePart => [
  parts.map((p) => p[0]).join(' '),
  parts.map((p) => p[1]).join(' '),
];

/** A fictional holder of a Pakistani card. Aged 18 or more at issue. */
export function pakistani(random: Random, options: PkPersonOptions = {}): Person {
  const kind =
    options.kind ??
    random.weighted([
      ['snic', 85],
      ['nicop', 15],
    ] as const);
  const gender =
    options.gender ??
    random.weighted([
      ['M', 50],
      ['F', 48],
      ['X', 2],
    ] as const);
  const married = gender === 'F' && random.chance(0.5);
  const family = random.pick(names.FAMILY);
  const wide = (name: NamePart): NamePart =>
    options.wide ? [withUnknownWords(name[0], random), name[1]] : name;
  const own = wide(gender === 'F' ? woman(random, family, married) : man(random, family));
  const relation = wide(man(random, random.chance(0.6) ? family : random.pick(names.FAMILY)));
  const issue = someDay(random, random.int(2012, 2025));
  const lifetime = options.lifetime ?? random.chance(0.06);
  const age = lifetime ? random.int(LIFETIME_AGE, 85) : random.int(18, 70);
  const birth = someDay(random, issue.y - age - 1);
  const expiry = { ...issue, y: issue.y + random.weighted(VALIDITY) };
  const odd = gender === 'M' || (gender === 'X' && random.chance(0.5));
  const province = random.weighted([
    [1, 15],
    [2, 3],
    [3, 50],
    [4, 20],
    [5, 5],
    [6, 3],
    [7, 2],
    [8, 2],
  ] as const);
  const digits = (n: number) => Array.from({ length: n }, () => random.int(0, 9)).join('');
  const number = `${province}${digits(4)}-${digits(7)}-${random.int(0, 4) * 2 + (odd ? 1 : 0)}`;
  const label = married ? 'Husband' : 'Father';
  const printed: PkPrinted = {
    country: 'pk',
    name: own[0],
    nameUrdu: own[1],
    relationLabel: random.chance(0.7) ? `${label} Name` : `${label}'s Name`,
    relation: relation[0],
    relationUrdu: relation[1],
    gender,
    stay: kind === 'nicop' ? random.pick(options.wide ? names.MORE_STAYS : names.STAYS) : 'Pakistan',
    number,
    birth: print(birth),
    issue: print(issue),
    expiry: lifetime ? 'Lifetime' : print(expiry),
    greyPortrait: random.chance(0.25),
  };
  return {
    country: 'pk',
    kind,
    printed,
    message: {
      idNumber: number,
      name: own[0],
      fatherName: relation[0],
      gender,
      country: printed.stay,
      birthDay: wire(birth),
      issueDay: wire(issue),
      expiryDay: lifetime ? 'Lifetime' : wire(expiry),
    },
  };
}

function man(random: Random, family: NamePart): NamePart {
  const { pick } = random;
  return join(
    random.weighted<readonly NamePart[]>([
      [[pick(names.MALE), family], 5],
      [[['Muhammad', 'محمد'], pick(names.MALE.slice(1))], 3],
      [[['Muhammad', 'محمد'], pick(names.MALE.slice(1)), family], 2],
      [[pick(names.ABDUL), ...(random.chance(0.5) ? [family] : [])], 1.5],
      [[pick(names.PREFIX), pick(names.MALE), family], 1.5],
    ]),
  );
}

function woman(random: Random, family: NamePart, married: boolean): NamePart {
  const first = random.pick(names.FEMALE);
  return join(
    random.weighted<readonly NamePart[]>([
      [[first, family], married ? 3 : 6],
      [[first, random.pick(names.FEMALE_SUFFIX)], married ? 4 : 1.5],
      [[['Syeda', 'سیدہ'], first, family], 0.6],
      [[first, ...(married ? [random.pick(names.MALE)] : [random.pick(names.FEMALE)])], 2],
      [
        [
          ['Hira', 'حرا'],
          ['Iqbal', 'اقبال'],
        ],
        0.2,
      ],
    ]),
  );
}
