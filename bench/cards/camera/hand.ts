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

/** How far a thumb may reach onto the card: beside the portrait or the chip, where nothing is printed to read. */
const REACH = { left: 0.07, right: 0.035 };

export function holdingHand(random: Random): Hand {
  const side = random.chance(0.5) ? -1 : 1;
  const reach = side < 0 ? REACH.left : REACH.right;
  const top = -CARD_HEIGHT / 2;
  const behind = Array.from({ length: 4 }, (_, i): Finger => {
    const y = top + CARD_HEIGHT * (0.12 + i * 0.27) + random.between(-0.02, 0.02);
    return {
      x0: side * 1.6,
      y0: y + random.between(-0.1, 0.25),
      x1: side * -0.1,
      y1: y,
      r: random.between(0.085, 0.105),
    };
  });
  const r = random.between(0.09, 0.115);
  const y = top + CARD_HEIGHT * (side < 0 ? random.between(0.42, 0.47) : random.between(0.35, 0.65));
  // The thumb's tip is round: its centre stands back by its radius from where the tip ends.
  const tip = side * (0.5 - reach + r);
  return { behind, thumb: { x0: tip, y0: y, x1: side * 1.5, y1: y + random.between(0.1, 0.6), r } };
}

/** Signed distance from a finger's outline, card widths, negative inside. */
export function fingerDistance(finger: Finger, x: number, y: number): number {
  const [dx, dy] = [finger.x1 - finger.x0, finger.y1 - finger.y0];
  const t = ((x - finger.x0) * dx + (y - finger.y0) * dy) / (dx * dx + dy * dy);
  const s = Math.max(0, Math.min(1, t));
  const [u, v] = [x - finger.x0 - s * dx, y - finger.y0 - s * dy];
  return Math.sqrt(u * u + v * v) - finger.r;
}
