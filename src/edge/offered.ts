import { loadPhones } from '#src/countries/toolkit/contact.ts';
import type { Country, CountryEntry } from '#src/countries/types.ts';
import { HttpProblem } from './problem.ts';

/** @throws HttpProblem country_not_offered. */
export async function loadCountry(entries: readonly CountryEntry[], code: string): Promise<Country> {
  const entry = entries.find((each) => each.code === code);
  if (!entry) throw new HttpProblem('country_not_offered');
  // What a browser may not have looked at yet is looked at here.
  const [country] = await Promise.all([entry.load(), loadPhones()]);
  return country;
}
