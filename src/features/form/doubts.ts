import type { ReadField } from '#src/contract/index.ts';
import type { FieldSpec } from '#src/countries/types.ts';
import { type Fields, textOf } from './fields.ts';

type Read = Readonly<Record<string, ReadField>> | null;

/** `asked`: something stands as it was read and nobody has compared it; `comparing`: it is being changed. */
export type DoubtState = 'asked' | 'comparing' | null;

/**
 * Fields that follow one another and were cut from one printed text belong together: one strip of the card, one
 * question. Every other field is a group of its own.
 */
export function groupsOf(specs: readonly FieldSpec[]): readonly (readonly FieldSpec[])[] {
  const groups: FieldSpec[][] = [];
  for (const spec of specs) {
    const last = groups.at(-1);
    if (spec.printed !== undefined && last?.[0]?.printed === spec.printed) last.push(spec);
    else groups.push([spec]);
  }
  return groups;
}

/** Whether a field still says what was read, and something was. */
export const asRead = (read: Read, fields: Fields, name: string): boolean => {
  const value = read?.[name]?.value ?? '';
  return value !== '' && value === textOf(fields, name);
};

/** What there is to ask of a group. The question stands while one types: the strip is there to be typed from. */
export function doubtOf(
  group: readonly FieldSpec[],
  read: Read,
  accepted: ReadonlySet<string>,
  fields: Fields,
): DoubtState {
  const doubtful = group.filter(({ name }) => read?.[name]?.doubtful && !accepted.has(name));
  if (doubtful.some(({ name }) => asRead(read, fields, name))) return 'asked';
  return doubtful.some(({ name }) => name === fields.editing) ? 'comparing' : null;
}
