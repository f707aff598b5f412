import type { FieldReading, TextLine } from '../../reader-types.ts';
import { joinLines } from '../../toolkit/reading/join.ts';
import { createLexicon } from '../../toolkit/reading/lexicon.ts';
import { polish } from '../../toolkit/reading/polish.ts';
import { between, prior, variants } from './address-forms.ts';
import { ADDRESS_WORDS, STREET_WORDS } from './address-words.ts';
import { NAME_WORDS } from './name-words.ts';
import { endsWithState, isStateLine, STATE_LINES, TOWNS } from './places.ts';

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

/** A part of the address that stands on another line was not seen: of 17 such ones on the tuning set 15 were wrong. */
const INCOMPLETE = 0.1;

/** Whether postcode and town are there, and the state at the end. */
const isComplete = (address: string): boolean => /(^| )\d{5} ./.test(address) && endsWithState(address);

/**
 * Words that a number or letter follows, with none: it was not seen. Of 600 addresses of the tuning set seven, all of
 * them wrong.
 */
const WANTS_NUMBER =
  /\b((FASA|TINGKAT|SEKSYEN|SEK\.?|PRESINT|KM|UNIT)(?=$| [A-Z]{2}| \d{5} [A-Z])|(LOT|NO\.?|PT|BOX|SURAT|BERKUNCI)(?=$| [A-Z]{3}))/;

/** The corner letter or ornament, read below the last line. Letters. */
const MAX_JUNK = 3;

/** The lines down to the state's, when nothing but junk follows it. */
function downToState<T extends { readonly text: string }>(parts: readonly T[]): readonly T[] {
  const state = parts.findIndex(({ text }) => isStateLine(text));
  const junk = state > 0 && parts.slice(state + 1).every(({ text }) => text.length <= MAX_JUNK);
  return junk ? parts.slice(0, state + 1) : parts;
}

/** The address as printed, but for "P O BOX", which the wire has as "PO BOX". */
export function readAddress(lines: readonly TextLine[], own: readonly number[]): FieldReading {
  const parts = downToState(own.map((i) => polishAddress(lines[i]!)));
  const joined = joinLines(parts, own.slice(0, parts.length));
  const wire = (text: string) => text.replace(/\bP\.? ?O\.? BOX\b/g, 'PO BOX');
  const value = wire(joined.value);
  return {
    ...joined,
    value,
    evidence: joined.evidence * (isComplete(value) && !WANTS_NUMBER.test(value) ? 1 : INCOMPLETE),
    alternatives: joined.alternatives.map((other) => ({ ...other, value: wire(other.value) })),
  };
}
