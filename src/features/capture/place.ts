import type { CardBox } from '#src/imaging/index.ts';
import type { WordId } from './words.ts';

const ROWS = ['top', 'middle', 'bottom'] as const;
const COLUMNS = ['left', 'middle', 'right'] as const;

const third = (value: number): 0 | 1 | 2 => (value < 1 / 3 ? 0 : value < 2 / 3 ? 1 : 2);

/**
 * Words for a place on the card, by the ninth of it that the box's middle lies in. `mirrored`: as seen in a
 * webcam's mirror, where left is right.
 */
export function placeOf(box: CardBox, mirrored = false): WordId {
  const x = (box.left + box.right) / 2;
  const row = ROWS[third((box.top + box.bottom) / 2)];
  const column = COLUMNS[third(mirrored ? 1 - x : x)];
  if (row === 'middle') return `capture.place.${column}`;
  return column === 'middle' ? `capture.place.${row}` : `capture.place.${row}-${column}`;
}
