import type { FieldReading, TextLine } from '../../reader-types.ts';
import { joinLines } from '../../toolkit/reading/join.ts';
import { createLexicon } from '../../toolkit/reading/lexicon.ts';
import { polish } from '../../toolkit/reading/polish.ts';
import { between, prior, variants } from './address-forms.ts';
import { ADDRESS_WORDS, STREET_WORDS } from './address-words.ts';
import { NAME_WORDS } from './name-words.ts';
import { STATE_LINES, TOWNS } from './places.ts';

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '/.-(),&#@:";
const lexicon = createLexicon([
  ...ADDRESS_WORDS,
  ...STREET_WORDS,
  ...NAME_WORDS,
  ...[...TOWNS, ...STATE_LINES].flatMap((place) => place.split(' ')),
]);

/** One line of an address, with the spaces, words and places that image and gazetteer bear out. */
const polishAddress = (line: TextLine) =>
  polish(line, { alphabet: ALPHABET, fold: true, lexicon, between, prior, variants });

/** The address as printed, but for "P O BOX", which the wire has as "PO BOX". */
export function readAddress(lines: readonly TextLine[], own: readonly number[]): FieldReading {
  const joined = joinLines(
    own.map((i) => polishAddress(lines[i]!)),
    own,
  );
  const wire = (text: string) => text.replace(/\bP\.? ?O\.? BOX\b/g, 'PO BOX');
  return {
    ...joined,
    value: wire(joined.value),
    alternatives: joined.alternatives.map((other) => ({ ...other, value: wire(other.value) })),
  };
}
