import { COUNTRIES } from '#src/countries/registry.gen.ts';
import type { Country } from '#src/countries/types.ts';

const countries = new Map<string, Promise<Country>>();

/** A country's folder; the same promise for every caller, so that React can wait for it. */
export function loadCountry(code: string): Promise<Country> {
  const known = countries.get(code);
  if (known) return known;
  const entry = COUNTRIES.find((candidate) => candidate.code === code);
  const promise = entry ? entry.load() : Promise.reject(new Error('a country that is not there'));
  promise.then(
    // What React's `use` looks at: a country that is there must not suspend even once.
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    // A failed download may be tried again.
    () => countries.delete(code),
  );
  countries.set(code, promise);
  return promise;
}
