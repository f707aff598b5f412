import type { Review } from '#src/contract/agent/index.ts';
import { fieldsOf } from '#src/countries/toolkit/checks.ts';
import type { Country, FieldSpec } from '#src/countries/types.ts';

/** Fields of the form that were sent, in its order. */
export const fieldsIn = (country: Country, { fields }: Review): readonly FieldSpec[] =>
  fieldsOf(country.layout).filter(({ name }) => fields[name] !== undefined);

/** Fields that an agent should look at: in doubt, changed against the reading, or with something found. */
export function notable(country: Country, review: Review): readonly string[] {
  const { fields, findings, second } = review;
  return fieldsIn(country, review)
    .map(({ name }) => name)
    .filter((name) => {
      const field = fields[name];
      return (
        (field?.doubtful && field.value === field.ocr?.value) ||
        field?.source === 'edited' ||
        findings.some((finding) => finding.field === name) ||
        second?.fields[name] !== undefined
      );
    });
}

/** Nothing stands out: an application that a glance decides. */
export const isClean = (country: Country, review: Review): boolean =>
  review.image !== null &&
  review.warnings.length === 0 &&
  review.duplicates.length === 0 &&
  notable(country, review).length === 0;
