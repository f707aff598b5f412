import type { CheckContext, Country, Finding, Values } from '#src/countries/types.ts';

/** How a finding is named where it is confirmed and submitted. */
export const findingId = ({ field, code }: Pick<Finding, 'field' | 'code'>): string => `${field}:${code}`;

/** Today where the person is, as an ISO date. */
export function localToday(now: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export function findAll(country: Country, values: Values, context: CheckContext): readonly Finding[] {
  return country.checks.flatMap((check) => check(values, context));
}

/**
 * What stops the submission: every error, and every warning that was not confirmed. A field with an error keeps
 * its warnings to itself until that is mended.
 */
export function stopping(findings: readonly Finding[], confirmed: ReadonlySet<string>): readonly Finding[] {
  return speaking(findings).filter(
    (finding) => finding.level === 'error' || !confirmed.has(findingId(finding)),
  );
}

/** Errors, and the warnings of fields without one. */
export function speaking(findings: readonly Finding[]): readonly Finding[] {
  const wrong = new Set(findings.filter(({ level }) => level === 'error').map(({ field }) => field));
  return findings.filter(({ level, field }) => level === 'error' || !wrong.has(field));
}
