import type { CardBox, LineBox, TextLine, Zone } from '../../reader-types.ts';

/**
 * Where a MyKad's text stands, with room for cards that are printed or cut out a few per cent off: the number
 * under the title, name and address at the lower left, citizenship and gender under the portrait. The columns
 * are .2 of the width apart, so their zones never touch.
 */
export const ZONES: readonly Zone[] = [
  { left: -0.03, top: 0.17, right: 0.45, bottom: 0.34, joinWithin: 1.5, squeeze: 0.85 },
  { left: 0.61, top: 0.81, right: 1, bottom: 1.03, joinWithin: 0.4, squeeze: 0.8 },
  { left: -0.03, top: 0.6, right: 0.61, bottom: 1.03, joinWithin: 1.5, readOnTo: 0.66 },
];

export const TITLE_ZONES: readonly Zone[] = [{ left: 0, top: 0, right: 0.6, bottom: 0.25, joinWithin: 1 }];

/** KAD PENGENALAN, as the first of two or of three lines of the title plate. */
export const TITLE_LINES: readonly LineBox[] = [
  { left: 0.03, top: 0.015, right: 0.55, bottom: 0.12, slope: 0, strength: 0 },
  { left: 0.03, top: 0.02, right: 0.59, bottom: 0.145, slope: 0, strength: 0 },
];

/** Title, logo, flag, number, chip, portrait, ghost portrait, text at the lower left and lower right. */
export const LAYOUT: readonly CardBox[] = [
  { left: 0.05, top: 0.02, right: 0.575, bottom: 0.23 },
  { left: 0.59, top: 0.03, right: 0.74, bottom: 0.24 },
  { left: 0.76, top: 0.02, right: 0.95, bottom: 0.22 },
  { left: 0.025, top: 0.21, right: 0.37, bottom: 0.295 },
  { left: 0.1, top: 0.32, right: 0.26, bottom: 0.56 },
  { left: 0.65, top: 0.2, right: 0.96, bottom: 0.87 },
  { left: 0.02, top: 0.655, right: 0.45, bottom: 0.97 },
  { left: 0.66, top: 0.86, right: 0.95, bottom: 0.95 },
];

export type Place = 'title' | 'number' | 'left' | 'right';

/** Which part of the card a line belongs to. The number's line lies below the title's and above the chip. */
export function placeOf({ left, top, bottom }: LineBox): Place {
  const middle = (top + bottom) / 2;
  if (middle > 0.5) return left >= 0.58 ? 'right' : 'left';
  return middle > 0.205 ? 'number' : 'title';
}

/** The indices of a place's lines, from top to bottom. */
export function linesAt(lines: readonly TextLine[], place: Place): number[] {
  return lines
    .map((line, i) => ({ i, box: line.box }))
    .filter(({ box }) => placeOf(box) === place)
    .sort((a, b) => a.box.top - b.box.top)
    .map(({ i }) => i);
}
