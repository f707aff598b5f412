import type { LineBox, TextLine } from '#src/countries/reader-types.ts';
import { CARD_ASPECT } from '#src/imaging/index.ts';

/**
 * The last letter's middle is this far, in line heights, from the end of a box that holds the whole line: .45 and
 * more on 485 address lines of the tuning set, .3 and less where the box ends before the line does.
 */
const LEAST_MARGIN = 0.4;
/** How much longer such a box is read on, line heights: three letters. */
const MORE = 1.5;

/** Height of a box in the unit of its width, shares of the card's. */
const heightOf = ({ top, bottom }: LineBox): number => (bottom - top) / CARD_ASPECT;

/** Whether the detector's box ended before the line does. Only known where nothing else may follow. */
export function isCut({ box, best }: TextLine): boolean {
  const last = best.chars.at(-1);
  if (!last || box.right >= (box.readOnTo ?? 0)) return false;
  return box.right - last.at < LEAST_MARGIN * heightOf(box);
}

/** The same line with a box that goes on. */
export const readOn = (box: LineBox): LineBox => ({
  ...box,
  right: Math.min(box.readOnTo ?? box.right, box.right + MORE * heightOf(box)),
});

/** A letter that the longer box adds to the last word must be this sure: beyond the line there is only ornament. */
const SURE = 0.9;

/** Whether the longer box shows the same line with its last word gone on. */
export function continues({ best: short }: TextLine, { best: long }: TextLine): boolean {
  const more = long.chars.slice(short.chars.length);
  if (more.length === 0 || more.some(({ p }) => p < SURE)) return false;
  const same = short.chars.slice(0, -1).every(({ char }, i) => char === long.chars[i]!.char);
  const inWord = long.chars.slice(short.chars.length - 1, -1).every(({ gap }) => gap < 0.5);
  return same && inWord && /[A-Za-z0-9]$/.test(long.text);
}
