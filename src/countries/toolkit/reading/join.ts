import type { FieldReading } from '../../reader-types.ts';
import type { Polished } from './polish.ts';

export const NOTHING: FieldReading = { value: '', evidence: 0, lines: [], alternatives: [], corrections: [] };

/** A field that stands on several lines: joined by one space, as sure as all its lines together. */
export function joinLines(parts: readonly Polished[], lines: readonly number[]): FieldReading {
  if (parts.length === 0) return NOTHING;
  const texts = parts.map((part) => part.text);
  const evidence = parts.reduce((product, part) => product * part.evidence, 1);
  const alternatives = parts
    .flatMap((part, i) =>
      part.alternatives.map((other) => ({
        value: [...texts.slice(0, i), other.value, ...texts.slice(i + 1)].join(' '),
        evidence: other.evidence * evidence,
      })),
    )
    .sort((a, b) => b.evidence - a.evidence)
    .slice(0, 3);
  const corrections = parts.flatMap((part) => part.corrections);
  return { value: texts.join(' '), evidence, lines, alternatives, corrections };
}

/** Of the few names of one word on the tuning set half had lost the others. */
const ONE_WORD = 0.1;

/** A name on its lines; less sure where it is one word. */
export function joinName(parts: readonly Polished[], lines: readonly number[]): FieldReading {
  const name = joinLines(parts, lines);
  return name.value.includes(' ') ? name : { ...name, evidence: name.evidence * ONE_WORD };
}
