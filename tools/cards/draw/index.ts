import type { MyPersonOptions } from '../people/my.ts';
import type { PkPersonOptions } from '../people/pk.ts';
import { person } from '../people.ts';
import { createRandom } from '../random.ts';
import { type Card, type CardCountry, OTHER_KINDS, type OtherKind } from '../types.ts';
import { drawMy } from './my.ts';
import { drawOther } from './others.ts';
import { drawPk } from './pk.ts';

export type CardOptions = {
  /** Keeps the overprint off the fields, which it otherwise touches on one card in seven or so. */
  readonly clear?: boolean;
  /** Other type, sizes ±10 %, places ±2 %, other spacing, other habits of writing addresses, names of no list. */
  readonly wide?: boolean;
  /** Wide cards with narrower word spaces, and spaces in addresses left out and put in as clerks do. */
  readonly ownSpaces?: boolean;
} & (
  | ({ readonly country: 'my' } & MyPersonOptions)
  | ({ readonly country: 'pk' } & PkPersonOptions)
  | { readonly country?: CardCountry }
);

/** Draws the card of one fictional person, 2000 × 1261 px. Without a country, the seed decides. */
export function drawCard(seed: number | string, options: CardOptions = {}): Card {
  const country = options.country ?? (createRandom(`country/${seed}`).chance(0.5) ? 'my' : 'pk');
  const random = createRandom(`draw/${country}/${seed}`);
  const { clear, wide, ownSpaces } = options;
  return country === 'my'
    ? drawMy(person('my', seed, options as MyPersonOptions), random, clear, wide, ownSpaces)
    : drawPk(person('pk', seed, options as PkPersonOptions), random, clear, wide, ownSpaces);
}

/** Draws something that a reader must refuse; the seed decides what, unless `kind` says. */
export function negative(seed: number | string, kind?: OtherKind): Card {
  const random = createRandom(`negative/${seed}`);
  const drawn = random.pick(OTHER_KINDS);
  return drawOther(kind ?? drawn, random);
}
