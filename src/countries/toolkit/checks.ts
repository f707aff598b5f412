import type { Check, FieldSpec, Finding, FormSection, Values } from '../types.ts';
import { contactKind } from './contact.ts';
import { isIsoDate, yearsBetween } from './dates.ts';
import { groupLength, hasGroups } from './number.ts';

/** The value of a date field on a card that has none ("no expiry"). */
export const NO_DATE = 'none';

/** The oldest verified person reached 122 years: beyond that a birth date is a slip of the pen. */
const MAX_AGE = 122;

/** An own value of the form, "" where there is none: values come over a wire and may be keyed by anything. */
export const valueIn = (values: Values, name: string): string =>
  Object.hasOwn(values, name) ? (values[name] ?? '') : '';

export const fieldsOf = (layout: readonly FormSection[]): readonly FieldSpec[] =>
  layout.flatMap((section) => section.fields);

export const error = (field: string, code: string, message: string, params?: Finding['params']): Finding => ({
  field,
  code,
  level: 'error',
  message,
  ...(params && { params }),
});

export const warning = (
  field: string,
  code: string,
  message: string,
  params?: Finding['params'],
): Finding => ({ field, code, level: 'warning', message, ...(params && { params }) });

/** What the kind of a field demands of its value. Empty values are `required`'s affair. */
function shapeOf(spec: FieldSpec, value: string, country: string): Finding | null {
  switch (spec.kind) {
    case 'number': {
      if (!spec.groups || hasGroups(value, spec.groups)) return null;
      return error(spec.name, 'shape', 'check.number.shape', {
        count: groupLength(spec.groups),
        pattern: spec.groups.map((size) => '0'.repeat(size)).join('-'),
      });
    }
    case 'date':
      if (spec.noDate && value === NO_DATE) return null;
      return isIsoDate(value) ? null : error(spec.name, 'date', 'check.date');
    case 'choice':
      return spec.options?.some((option) => option.value === value)
        ? null
        : error(spec.name, 'choice', 'check.choose');
    case 'contact':
      return contactKind(value, country) ? null : error(spec.name, 'contact', 'check.contact');
    case 'text':
    case 'lines':
      return null;
  }
}

/**
 * The checks that follow from a layout alone: required, length, shape by kind. `country` is the upper-case
 * ISO code whose telephone numbers need no "+".
 */
function layoutChecks(layout: readonly FormSection[], country: string): Check {
  return (values) =>
    fieldsOf(layout).flatMap((spec) => {
      const value = valueIn(values, spec.name);
      if (value.trim() === '') {
        if (!spec.required) return [];
        const message = spec.kind === 'choice' ? 'check.choose' : 'check.required';
        return [error(spec.name, 'required', message)];
      }
      if (value.length > spec.maxLength) {
        return [error(spec.name, 'length', 'check.length', { max: spec.maxLength })];
      }
      const finding = shapeOf(spec, value, country);
      return finding ? [finding] : [];
    });
}

/** Birth date: not in the future, not beyond human age, and under `minAge` only after a look at the card. */
function birthCheck(field: string, minAge: number): Check {
  return (values, { today }) => {
    const birth = valueIn(values, field);
    if (!isIsoDate(birth)) return [];
    if (birth > today) return [error(field, 'future', 'check.future')];
    const age = yearsBetween(birth, today);
    if (age > MAX_AGE) return [warning(field, 'old', 'check.birth.old', { age })];
    return age < minAge ? [warning(field, 'young', 'check.birth.young', { age, min: minAge })] : [];
  };
}

/** Last digit odd for men, even for women, on both cards. A hint: registers have errors, and X exists. */
const genderDigitCheck: Check = (values) => {
  const digit = /\d$/.exec(valueIn(values, 'number'))?.[0];
  const gender = valueIn(values, 'gender');
  if (digit === undefined || (gender !== 'M' && gender !== 'F')) return [];
  const expected = Number(digit) % 2 === 1 ? 'M' : 'F';
  return expected === gender ? [] : [warning('gender', 'number', 'check.gender.number', { digit, expected })];
};

/**
 * Letters of any script with their marks, spaces, and what stands in names on these cards:
 * BIN/BINTI, A/L, @ aliases, O'BRIEN, ABD. RAHMAN, hyphens, commas.
 */
const NAME_CHARACTER = /[\p{L}\p{M} '’@/.,()-]/u;

export function nameCheck(field: string): Check {
  return (values) => {
    const odd = [...valueIn(values, field)].find((character) => !NAME_CHARACTER.test(character));
    return odd === undefined ? [] : [warning(field, 'characters', 'check.name.characters', { found: odd })];
  };
}

/** A number that is not the one on the photo is the most telling edit of all: ask for a second look. */
const numberReadCheck: Check = (values, { read }) => {
  const onCard = read && Object.hasOwn(read, 'number') ? (read.number?.value ?? '') : '';
  const number = valueIn(values, 'number');
  if (onCard === '' || number === '' || onCard === number) return [];
  return [warning('number', 'read', 'check.number.read', { read: onCard })];
};

/** What every card's form is checked for; a country adds its own. `minAge`: of the card's youngest holders. */
export const cardChecks = (
  layout: readonly FormSection[],
  country: string,
  minAge: number,
): readonly Check[] => [
  layoutChecks(layout, country),
  numberReadCheck,
  nameCheck('name'),
  birthCheck('birthDate', minAge),
  genderDigitCheck,
];
