import { COUNTRIES } from '#src/countries/registry.gen.ts';
import type { Country } from '#src/countries/types.ts';
import { defineWords, type Words } from '#src/lib/i18n/index.ts';

/** A country's folder, and its words as the screens ask for them. */
export interface LoadedCountry {
  readonly country: Country;
  readonly words: Words<string>;
}

const countries = new Map<string, Promise<LoadedCountry>>();

/** A country's folder; the same promise for every caller, so that React can wait for it. */
export function loadCountry(code: string): Promise<LoadedCountry> {
  const known = countries.get(code);
  if (known) return known;
  const entry = COUNTRIES.find((candidate) => candidate.code === code);
  const promise = entry
    ? entry.load().then((country) => ({ country, words: defineWords(country.words) }))
    : Promise.reject(new Error('a country that is not there'));
  promise.then(
    // What React's `use` looks at: a country that is there must not suspend even once.
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    // A failed download may be tried again.
    () => countries.delete(code),
  );
  countries.set(code, promise);
  return promise;
}
