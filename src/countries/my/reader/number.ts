import type { FieldReading, TextLine } from '../../reader-types.ts';

/** Place-of-birth codes that were never given out. */
const INVALID_PLACES = new Set([
  '00',
  '17',
  '18',
  '19',
  '20',
  '69',
  '70',
  '73',
  '80',
  '81',
  '94',
  '95',
  '96',
  '97',
]);

/** Holders of a MyKad are 12 or older. */
const MIN_AGE = 12;

/** YYYYMMDD of a number's first six digits; null where they are no date. */
export function birthDate(digits: string, today: string): string | null {
  const yy = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  const year = (yy <= (Number(today.slice(0, 4)) % 100) - MIN_AGE ? 2000 : 1900) + yy;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? `${year}${digits.slice(2, 6)}` : null;
}

const isValid = (digits: string, today: string): boolean =>
  digits.length === 12 && birthDate(digits, today) !== null && !INVALID_PLACES.has(digits.slice(6, 8));

/**
 * Under this evidence a number is refused: of 390 hard photos whose number was read the three wrong
 * numbers had .09 and less; of the right ones two in three hundred, nine in ten .5 and more.
 */
export const LEAST_EVIDENCE = 0.1;

/** Characters of the number that may be something else than a digit in the free reading. */
const MAX_STRANGE = 2;

/**
 * The number as `YYMMDD-PB-###G`. Only what the digits say by themselves: a line with more or fewer than
 * twelve of them, or with an impossible date or place of birth, is no number, and nothing is put right.
 */
export function readNumber(
  lines: readonly TextLine[],
  candidates: readonly number[],
  today: string,
): FieldReading | null {
  let best: FieldReading | null = null;
  for (const index of candidates) {
    const line = lines[index]!;
    const { digits, rest } = digitsOf(line);
    if (!isValid(digits, today)) continue;
    const value = `${digits.slice(0, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`;
    const evidence = numberEvidence(line, digits, value, rest);
    if (!best || evidence > best.evidence) {
      best = { value, evidence, lines: [index], alternatives: [], corrections: [] };
    }
  }
  return best;
}

/** An overprint may follow the number on its line: letters, divided from it by a space. */
const FOLLOWED = /^([\d -]{12,16}?)( ?[A-Z]{2,}.*)$/;

function digitsOf(line: TextLine): { readonly digits: string; readonly rest: string } {
  const [, head = '', rest = ''] = FOLLOWED.exec(line.best.text) ?? [];
  if (head.replace(/\D/g, '').length === 12) return { digits: head.replace(/\D/g, ''), rest };
  const strange = line.best.text.replace(/[\d\s-]/g, '').length;
  if (strange > MAX_STRANGE) return { digits: '', rest: '' };
  return { digits: line.decode('0123456789-').text.replace(/\D/g, ''), rest: '' };
}

/** The digits' probability; faint hyphens do not count against them. */
function numberEvidence(line: TextLine, digits: string, value: string, rest: string): number {
  const parts = [digits.slice(0, 6), digits.slice(6, 8), digits.slice(8)] as const;
  const forms = [value, digits, `${parts[0]}-${parts[1]}${parts[2]}`, `${parts[0]}${parts[1]}-${parts[2]}`];
  return Math.min(
    1,
    forms.reduce((sum, form) => sum + Math.exp(line.score(form + rest)), 0),
  );
}
