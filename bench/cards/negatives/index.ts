import type { Level } from '../camera/conditions.ts';
import { drawMyKad } from '../draw/mykad.ts';
import type { Drawn } from '../draw/parts.ts';
import { drawSnic } from '../draw/snic.ts';
import { malaysianPerson } from '../people/my-person.ts';
import { pakistaniPerson } from '../people/pk-person.ts';
import type { Random } from '../random.ts';
import type { Family } from '../type/faces.ts';
import { ktp, licence, passport, staffCard } from './labelled.ts';
import { businessCard, receipt, scene, textPage } from './papers.ts';
import { backSide, bankCard, blankCard, oldLaminated } from './plastic.ts';

export type CountryCode = 'my' | 'pk';

/** What is shown to an endpoint that must refuse it. */
export interface Negative {
  readonly name: string;
  readonly drawn: Drawn;
  /** The endpoint that is asked. */
  readonly country: CountryCode;
}

type Maker = (random: Random, family: Family, asked: CountryCode) => Drawn;

/** A real card shown to the other country's endpoint. */
const otherCountry: Maker = (random, family, asked) =>
  asked === 'pk'
    ? drawMyKad(random, malaysianPerson(random.fork('person')), family)
    : drawSnic(random, pakistaniPerson(random.fork('person')), family);

const MAKERS: readonly (readonly [name: string, weight: number, make: Maker])[] = [
  ['other-country', 24, otherCountry],
  ['licence', 12, licence],
  ['ktp', 10, ktp],
  ['bank-card', 9, bankCard],
  ['staff-card', 9, staffCard],
  ['back-side', 8, backSide],
  ['passport', 6, passport],
  ['old-laminated', 4, oldLaminated],
  ['receipt', 7, receipt],
  ['business-card', 7, businessCard],
  ['blank-card', 5, blankCard],
  ['text-page', 5, textPage],
  ['scene', 4, scene],
];
export const NEGATIVE_NAMES = MAKERS.map(([name]) => name);

/** Draws something that is no card of the country whose endpoint is asked. */
export function drawNegative(random: Random, family: Family): Negative {
  const country = random.pick(['my', 'pk'] as const);
  const [name, make] = random.weighted(
    MAKERS.map(([key, weight, maker]) => [[key, maker] as const, weight] as const),
  );
  return { name, country, drawn: make(random.fork('negative'), family, country) };
}

/** How a negative is photographed: as often well as badly. */
export const negativeLevel = (random: Random): Level =>
  random.weighted<Level>([
    ['scan', 25],
    ['good', 50],
    ['hard', 25],
  ]);
