import type { ReadField } from '#src/contract/index.ts';
import type { Country, Finding, Values } from '#src/countries/types.ts';
import { HttpProblem } from '../problem.ts';
import { todaysOnEarth } from './today.ts';

type Found = ReadonlyMap<string, Pick<Finding, 'field' | 'code' | 'level'>>;

function findings(
  country: Country,
  values: Values,
  read: Record<string, ReadField> | null,
  today: string,
): Found {
  const found = new Map<string, Pick<Finding, 'field' | 'code' | 'level'>>();
  for (const check of country.checks)
    for (const { field, code, level } of check(values, { today, read }))
      found.set(`${field}:${code}`, { field, code, level });
  return found;
}

/** Names that the country's form does not have: what no check looks at must not be stored. */
function unknownFields(country: Country, values: Values): { field: string; code: string }[] {
  const names = new Set(country.layout.flatMap((section) => section.fields.map((spec) => spec.name)));
  return Object.keys(values)
    .filter((name) => !names.has(name))
    .map((field) => ({ field, code: 'unknown' }));
}

/**
 * Runs the country's checks again: what the form showed, the BFF believes only after it has looked itself.
 * @returns the confirmed warnings that really apply.
 * @throws HttpProblem checks_failed, naming fields and codes, never values.
 */
export function checkSubmission(
  country: Country,
  values: Values,
  read: Record<string, ReadField> | null,
  confirmed: readonly string[],
  now: number,
): string[] {
  const unknown = unknownFields(country, values);
  if (unknown.length > 0) throw new HttpProblem('checks_failed', { fields: unknown });
  const days: Found[] = todaysOnEarth(now).map((today) => findings(country, values, read, today));
  const always = [...days[0]!].filter(([id]) => days.every((day) => day.has(id)));
  const stopping = always.filter(([id, { level }]) => level === 'error' || !confirmed.includes(id));
  if (stopping.length > 0)
    throw new HttpProblem('checks_failed', {
      fields: stopping.map(([, { field, code }]) => ({ field, code })),
    });
  return [...new Set(days.flatMap((day) => [...day.keys()]))].filter((id) => confirmed.includes(id));
}
