import { type MyPersonOptions, malaysian } from './people/my.ts';
import { type PkPersonOptions, pakistani } from './people/pk.ts';
import { createRandom } from './random.ts';
import type { CardCountry, Person } from './types.ts';

export type PersonOptions = MyPersonOptions | PkPersonOptions;

/** A fictional person with a card of `country`; equal seeds give equal people. */
export function person(country: 'my', seed: number | string, options?: MyPersonOptions): Person;
export function person(country: 'pk', seed: number | string, options?: PkPersonOptions): Person;
export function person(country: CardCountry, seed: number | string, options: PersonOptions = {}): Person {
  const random = createRandom(`person/${country}/${seed}`);
  return country === 'my'
    ? malaysian(random, options as MyPersonOptions)
    : pakistani(random, options as PkPersonOptions);
}
