import type { FieldReading, TextLine } from '../../reader-types.ts';
import { matchWord, type WordMatch } from '../../toolkit/reading/match.ts';

const GENDERS = ['LELAKI', 'PEREMPUAN'] as const;
export type Gender = (typeof GENDERS)[number];

const CITIZENSHIPS = ['WARGANEGARA', 'PEMASTAUTIN TETAP', 'PEMASTAUTIN SEMENTARA'] as const;
export type Citizenship = (typeof CITIZENSHIPS)[number];

/** The document's kind by the citizenship that it prints. */
export const KINDS: Readonly<Record<Citizenship, string>> = {
  WARGANEGARA: 'mykad',
  'PEMASTAUTIN TETAP': 'mypr',
  'PEMASTAUTIN SEMENTARA': 'mykas',
};

export const matchGender = (lines: readonly TextLine[], right: readonly number[]): WordMatch<Gender> | null =>
  matchWord(lines, right, GENDERS);

export const matchCitizenship = (
  lines: readonly TextLine[],
  right: readonly number[],
): WordMatch<Citizenship> | null => matchWord(lines, right, CITIZENSHIPS);

/** By rule the number's last digit is odd for men, even for women. */
const genderOfNumber = (number: string): Gender => (Number(number.at(-1)) % 2 === 1 ? 'LELAKI' : 'PEREMPUAN');

/** Evidence for a gender that only the number shows: as sure as the number. */
export function readGender(match: WordMatch<Gender> | null, number: FieldReading | null): FieldReading {
  const derived = number ? genderOfNumber(number.value) : null;
  if (match) {
    const agrees = derived === null || derived === match.word;
    const evidence = agrees ? Math.max(match.evidence, number?.evidence ?? 0) : match.evidence / 2;
    const alternatives = agrees ? [] : [{ value: derived, evidence: (number?.evidence ?? 0) / 2 }];
    return { value: match.word, evidence, lines: [match.line], alternatives, corrections: [] };
  }
  if (!number || !derived) return { value: '', evidence: 0, lines: [], alternatives: [], corrections: [] };
  const corrections = [{ from: '', to: derived, reason: 'from-number' }];
  return { value: derived, evidence: number.evidence, lines: number.lines, alternatives: [], corrections };
}
