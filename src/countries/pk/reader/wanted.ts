import type { LineBox } from '../../reader-types.ts';
import { LABELS } from './layout.ts';

/** The label that is read on every card: it says whose name stands under it. Number and dates are signs enough. */
const SIGNS = ['fatherName'];
/** How far a card's print is off its usual place at most, and the steps it is tried in. Shares of the height. */
const MAX_SHIFT = 0.036;
const STEP = 0.006;
/** A box belongs to a label or value whose middle is this near, once the shift is known. */
const NEAR = 0.024;
const NEAR_X = 0.07;

interface Slot {
  readonly left: number;
  readonly y: number;
  readonly wanted: boolean;
}

const SLOTS: readonly Slot[] = LABELS.flatMap(({ field, left, label, value }) => [
  { left, y: label, wanted: SIGNS.includes(field) },
  { left, y: value, wanted: true },
]);

const middle = ({ top, bottom }: LineBox): number => (top + bottom) / 2;

function slotOf(box: LineBox, shift: number): Slot | null {
  let best: Slot | null = null;
  let least = NEAR;
  for (const slot of SLOTS) {
    const off = Math.abs(middle(box) - shift - slot.y);
    if (Math.abs(box.left - slot.left) < NEAR_X && off < least) [best, least] = [slot, off];
  }
  return best;
}

/**
 * Values, a few labels, and whatever stands where neither is expected. Which row is which is told by the shift
 * under which most boxes fall on a usual place.
 */
export function wantedBoxes(boxes: readonly LineBox[]): number[] {
  let best = { shift: 0, off: Number.POSITIVE_INFINITY };
  for (let shift = -MAX_SHIFT; shift <= MAX_SHIFT; shift += STEP) {
    const off = boxes.reduce((sum, box) => {
      const slot = slotOf(box, shift);
      return sum + (slot ? Math.abs(middle(box) - shift - slot.y) : NEAR * 1.5);
    }, 0);
    if (off < best.off) best = { shift, off };
  }
  return boxes.flatMap((box, i) => (slotOf(box, best.shift)?.wanted === false ? [] : [i]));
}
