import type { FieldReading, TextLine } from '../../reader-types.ts';
import { NOTHING } from '../../toolkit/reading/join.ts';

const GENDERS = ['M', 'F', 'X'] as const;
/** Under this the letter says less than the number's last digit. */
const LEGIBLE = 0.3;

/** The printed letter; the number's last digit (odd for M, even for F) where the letter cannot be read. */
export function readGender(
  lines: readonly TextLine[],
  index: number | null,
  number: FieldReading | null,
): FieldReading {
  const rule = number ? (Number(number.value.at(-1)) % 2 === 1 ? 'M' : 'F') : null;
  const line = index === null ? undefined : lines[index];
  if (line && index !== null) {
    const scored = GENDERS.map((value) => ({ value, evidence: Math.exp(line.score(value, true)) }));
    const fits = (value: string) => (value === rule ? 1 : value === 'X' ? 0.02 : 0.1);
    scored.sort((a, b) => b.evidence * fits(b.value) - a.evidence * fits(a.value));
    const [best, next] = scored;
    if (best && next && best.evidence >= LEGIBLE) {
      const evidence = best.value === rule ? Math.max(best.evidence, number?.evidence ?? 0) : best.evidence;
      return { ...NOTHING, value: best.value, evidence, lines: [index], alternatives: [next] };
    }
  }
  if (!number || !rule) return NOTHING;
  const corrections = [{ from: '', to: rule, reason: 'from-number' }];
  return { ...NOTHING, value: rule, evidence: number.evidence, lines: number.lines, corrections };
}
