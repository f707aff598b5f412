import type { FieldReading, TextLine } from '../../reader-types.ts';
import { NOTHING } from '../../toolkit/reading/join.ts';
import { distanceWithin } from '../../toolkit/reading/lexicon.ts';

/** What the label over the relative's name may begin with; "father" and "husband" share no long run of letters. */
const KINDS = ['father', 'husband'] as const;
/** Letters of the word that may be misread. */
const LIMIT = 2;

/**
 * Whose name the card prints under the holder's, by the label over it: `father` or `husband`. The wire has
 * one key for both (`fatherName`), so this goes out with the details alone.
 * @param name lines of that name: whoever is asked whose it is wants to see it under its label.
 */
export function readRelativeKind(
  lines: readonly TextLine[],
  label: number | undefined,
  name: readonly number[],
): FieldReading {
  const line = label === undefined ? undefined : lines[label];
  if (label === undefined || !line) return NOTHING;
  const text = line.best.text.toLowerCase().replace(/[^a-z]/g, '');
  const kind = KINDS.find((word) => distanceWithin(text.slice(0, word.length), word, LIMIT));
  return kind
    ? { ...NOTHING, value: kind, evidence: line.best.confidence, lines: [label, ...name] }
    : NOTHING;
}
