import { FAMILIES, type Face } from '../fonts.ts';
import type { Random } from '../random.ts';
import { CARD_HEIGHT as H, CARD_WIDTH as W } from './pen.ts';

/** How one printer sets a card, within what cards differ by: sizes ±10 %, places ±2 % of the card. */
export interface Setting {
  readonly bold: Face;
  readonly plain: Face;
  readonly size: number;
  /** Letters' own squeeze, 1 = as designed. */
  readonly squeeze: number;
  /** Extra px between letters and between words. */
  readonly tracking: number;
  readonly wordGap: number;
  /** Px by which a group of elements stands off its usual place; asked once for each group. */
  move(): { readonly x: number; readonly y: number };
}

/** Shares of the card: a whole card's print is off by up to the first, each group by the second more. */
const ALL = 0.014;
const GROUP = 0.006;

/** `ownSpaces`: with words that stand nearer to one another than type designers have them, or further apart. */
export function wideSetting(random: Random, ownSpaces = false): Setting {
  const family = random.pick([...FAMILIES, 'sans', 'calm'] as const);
  const [x, y] = [random.range(-ALL, ALL), random.range(-ALL, ALL)];
  return {
    bold: `${family}-bold`,
    plain: random.chance(0.5) ? family : 'calm',
    size: random.range(0.9, 1.1),
    squeeze: random.range(0.86, 1),
    tracking: random.chance(0.6) ? 0 : random.range(-1.5, 4),
    wordGap: random.chance(0.5) ? 0 : random.range(ownSpaces ? -8 : -5, 12),
    move: () => ({
      x: (x + random.range(-GROUP, GROUP)) * W,
      y: (y + random.range(-GROUP, GROUP)) * H,
    }),
  };
}
