import type { LineBox, ReadChar, TextLine } from '#src/countries/reader-types.ts';
import { CARD_ASPECT } from '#src/imaging/index.ts';

/**
 * The last letter's middle is this far, in line heights, from the end of a box that holds the whole line: .45 and
 * more on 485 address lines of the tuning set, .3 and less where the box ends before the line does.
 */
const LEAST_MARGIN = 0.4;
/** How much longer such a box is read on, line heights: three letters. */
const MORE = 1.5;
/** Of 31 such lines none went on: only the end is looked at first, so many letters of it. */
const END = 5;

/** Height of a box in the unit of its width, shares of the card's. */
const heightOf = ({ top, bottom }: LineBox): number => (bottom - top) / CARD_ASPECT;

/** Whether the detector's box may have ended before the line does. Only asked where nothing else may follow. */
export function isCut({ box, best }: TextLine): boolean {
  const last = best.chars.at(-1);
  if (!last || box.right >= (box.readOnTo ?? 0)) return false;
  return box.right - last.at < LEAST_MARGIN * heightOf(box);
}

/** The same line with a box that goes on. */
export const readOn = (box: LineBox): LineBox =>
  partOf(box, box.left, Math.min(box.readOnTo ?? box.right, box.right + MORE * heightOf(box)));

/** The line's last letters, and what comes after them. */
export function endOf({ box, best: { chars } }: TextLine): LineBox {
  const [before, first] = chars.slice(-END - 1);
  const left = before && first && chars.length > END ? (before.at + first.at) / 2 : box.left;
  return partOf(readOn(box), left, readOn(box).right);
}

/** A part of a leaning line, or one that is longer. Ends as shares of the card's width. */
export function partOf(box: LineBox, left: number, right: number): LineBox {
  const rise = (box.slope * (left + right - box.left - box.right)) / 2;
  return { ...box, left, right, top: box.top + rise, bottom: box.bottom + rise };
}

/** A letter that the longer box adds to the last word must be this sure: beyond the line there is only ornament. */
const SURE = 0.9;

/** Whether the longer box shows the same line with its last word gone on. */
export const continues = ({ best: short }: TextLine, { best: long }: TextLine): boolean =>
  goesOn(short.chars, long.chars);

/** The same of its end alone, whose first letter may have lost its left side. */
export function endContinues({ best: short }: TextLine, { best: end }: TextLine): boolean {
  const known = short.chars.slice(1 - END);
  const from = textOf(end.chars).indexOf(textOf(known.slice(0, -1)));
  return from >= 0 && goesOn(known, end.chars.slice(from));
}

const textOf = (chars: readonly ReadChar[]): string => chars.map(({ char }) => char).join('');

/** The last letter was cut, and may be another one. */
function goesOn(short: readonly ReadChar[], long: readonly ReadChar[]): boolean {
  const more = long.slice(short.length);
  if (more.length === 0 || more.some(({ p }) => p < SURE)) return false;
  const same = short.slice(0, -1).every(({ char }, i) => char === long[i]!.char);
  const inWord = long.slice(short.length - 1, -1).every(({ gap }) => gap < 0.5);
  return same && inWord && /[A-Za-z0-9]$/.test(textOf(more));
}
