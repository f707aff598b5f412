import type { Box } from '../draw/svg.ts';
import type { Random } from '../random.ts';
import { CARD_HEIGHT } from './geometry.ts';

/** A finger: a segment with a radius, on the table plane, in card widths. */
export interface Finger {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly r: number;
}

/** A hand that holds the card: fingers and palm behind it, a thumb over its edge. */
export interface Hand {
  readonly behind: readonly Finger[];
  readonly thumb: Finger;
}

/** How far a thumb may reach onto the card, at the chip's side and at the portrait's, card widths. */
const REACH = { left: 0.07, right: 0.035 };
/** What a thumb keeps clear of text, and how far it draws back at a time, card widths. */
const CLEARANCE = 0.006;
const STEP = 0.008;

function thumbAt(random: Random, side: number): Finger {
  const r = random.between(0.09, 0.115);
  const share = side < 0 ? random.between(0.42, 0.47) : random.between(0.35, 0.65);
  const y = (share - 0.5) * CARD_HEIGHT;
  // The tip is round: its centre stands back by its radius from where the tip ends.
  const x = side * (0.5 - (side < 0 ? REACH.left : REACH.right) + r);
  return { x0: x, y0: y, x1: side * 1.5, y1: y + random.between(0.1, 0.6), r };
}

/** Whether a finger touches a box given in fractions of the card. */
function covers(finger: Finger, [left, top, right, bottom]: Box): boolean {
  for (let i = 0; i <= 20; i++)
    for (let j = 0; j <= 4; j++) {
      const x = left + ((right - left) * i) / 20 - 0.5;
      const y = (top + ((bottom - top) * j) / 4 - 0.5) * CARD_HEIGHT;
      if (fingerDistance(finger, x, y) < CLEARANCE) return true;
    }
  return false;
}

/** A hand at the left or right side of the card, whose thumb keeps off the boxes of text. */
export function holdingHand(random: Random, text: readonly Box[]): Hand {
  const side = random.chance(0.5) ? -1 : 1;
  const behind = Array.from({ length: 4 }, (_, i): Finger => {
    const y = CARD_HEIGHT * (i * 0.27 - 0.38) + random.between(-0.02, 0.02);
    return {
      x0: side * 1.6,
      y0: y + random.between(-0.1, 0.25),
      x1: side * -0.1,
      y1: y,
      r: random.between(0.085, 0.105),
    };
  });
  let thumb = thumbAt(random, side);
  while (text.some((box) => covers(thumb, box)))
    thumb = { ...thumb, x0: thumb.x0 + side * STEP, x1: thumb.x1 + side * STEP };
  return { behind, thumb };
}

/** Signed distance from a finger's outline, card widths, negative inside. */
export function fingerDistance(finger: Finger, x: number, y: number): number {
  const dx = finger.x1 - finger.x0;
  const dy = finger.y1 - finger.y0;
  const t = ((x - finger.x0) * dx + (y - finger.y0) * dy) / (dx * dx + dy * dy);
  const s = Math.max(0, Math.min(1, t));
  const u = x - finger.x0 - s * dx;
  const v = y - finger.y0 - s * dy;
  return Math.sqrt(u * u + v * v) - finger.r;
}
