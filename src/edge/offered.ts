import type { Country, CountryEntry } from '#src/countries/types.ts';
import { HttpProblem } from './problem.ts';

/** @throws HttpProblem country_not_offered. */
export async function loadCountry(entries: readonly CountryEntry[], code: string): Promise<Country> {
  const entry = entries.find((each) => each.code === code);
  if (!entry) throw new HttpProblem('country_not_offered');
  return entry.load();
}
