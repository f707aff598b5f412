import type { TextLine } from '../../reader-types.ts';
import { ADDRESS_WORDS, STREET_WORDS } from './address-words.ts';
import { NAME_WORDS } from './name-words.ts';
import { isStateLine, STATE_LINES } from './places.ts';

/** Lines of the left column: those of the name, then those of the address. */
export interface LeftColumn {
  readonly name: readonly number[];
  readonly address: readonly number[];
}

/** A name takes one to three lines. */
const MAX_NAME_LINES = 3;

const OPEN_END = 4;
/** Most addresses begin with the number of a house, flat, lot or box. */
const NUMBERED = /^(\d|(NO|LOT|PT|UNIT|BLOK|BLOCK|BLK|TINGKAT|PETI SURAT|BEG BERKUNCI|P ?O BOX)(?![A-Z]))/;
const BEGINS = 0.8;

const PATRONYMIC = /(^| )(BIN|BINTI|BTE|BT|B\.|A\/ ?L|A\/ ?P|ANAK|@)( |$)/;
const POSTCODE = /(^| )\d{5}( |$)/;
const names = new Set(NAME_WORDS);
const streets = new Set(STREET_WORDS);
const places = new Set([
  ...ADDRESS_WORDS,
  ...STREET_WORDS,
  ...STATE_LINES.flatMap((line) => line.split(' ')),
]);

/** How much more a line looks like a part of an address than of a name, in units of good signs. */
function addressness(text: string): number {
  const words = text.split(/[ .,()]/).filter((word) => word !== '');
  if (words.length === 0) return 0;
  const share = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length / words.length;
  return (
    (/\d/.test(text) ? 2 : 0) +
    (POSTCODE.test(text) ? 2 : 0) +
    (isStateLine(text) ? 2 : 0) +
    (streets.has(words[0]!) ? 1.5 : 0) +
    share(places) -
    share(names) -
    (PATRONYMIC.test(` ${text} `) ? 3 : 0)
  );
}

/**
 * Tells the name's lines from the address's. Nothing is printed between them, but the address hangs from the
 * card's foot, so that mostly a gap divides them, and the words tell.
 */
export function splitLeft(
  lines: readonly TextLine[],
  left: readonly number[],
  texts: readonly string[],
): LeftColumn {
  const middles = left.map((i) => (lines[i]!.box.top + lines[i]!.box.bottom) / 2);
  const pitches = middles.slice(1).map((y, i) => y - middles[i]!);
  const usual = [...pitches].sort((a, b) => a - b)[Math.floor((pitches.length - 1) / 2)] ?? 1;
  const signs = texts.map(addressness);
  const open = texts.map((text) => /(^| )(BIN|BINTI|BTE|BT|A\/ ?[LP]|A[IL1][LP]|ANAK|@)$/.test(text.trim()));
  let best = { cut: left.length, value: Number.NEGATIVE_INFINITY };
  for (let cut = 1; cut <= Math.min(MAX_NAME_LINES, left.length); cut++) {
    const gap = cut < left.length ? Math.max(0, Math.min(3, pitches[cut - 1]! / usual - 1)) : 0;
    // A name never ends with "son of", nor in the line after it: what follows belongs to it.
    const cutOff = open[cut - 1] ? OPEN_END : 0;
    const begins = NUMBERED.test(texts[cut] ?? '') ? BEGINS : 0;
    const value = gap + begins - cutOff + signs.reduce((sum, sign, i) => sum + (i < cut ? -sign : sign), 0);
    if (value > best.value) best = { cut, value };
  }
  return { name: left.slice(0, best.cut), address: left.slice(best.cut) };
}
