import type { Random } from '../random.ts';
import type { Box } from '../types.ts';
import { type Context, CARD_HEIGHT as H, text, CARD_WIDTH as W } from './pen.ts';

/** Where the overprint stands: centre and size as fractions of the card, angle in radians. */
export interface OverprintPlace {
  readonly x: number;
  readonly y: number;
  readonly cap: number;
  readonly angle: number;
  readonly alpha: number;
}

/** How often an overprint may run across a field, as some specimens' do. */
const CARELESS = 0.15;
/** Width of the word over the height of its capitals, tracking included. */
const WORD_ASPECT = 8.4;

/** The word SPECIMEN, as issuers overprint it. */
export function specimen(g: Context, place: OverprintPlace, color: string): void {
  const cap = place.cap * H;
  g.save();
  g.globalAlpha = place.alpha;
  g.translate(place.x * W, place.y * H);
  g.rotate(place.angle);
  text(g, 'SPECIMEN', 0, cap / 2, { face: 'sans-bold', cap, color, align: 'center', tracking: cap * 0.12 });
  g.restore();
}

/**
 * Picks a place that leaves the fields alone; now and then, unless `clear`, any place.
 * Where no place is free, the one listed first is taken.
 */
export function choosePlace(
  places: readonly (readonly [OverprintPlace, number])[],
  fields: Readonly<Record<string, readonly Box[]>>,
  random: Random,
  clear: boolean,
): OverprintPlace {
  const careless = random.chance(CARELESS) && !clear;
  const boxes = Object.values(fields).flat();
  const free = careless ? places : places.filter(([place]) => !boxes.some((box) => touches(place, box)));
  return free.length > 0 ? random.weighted(free) : places[0]![0];
}

/** Whether the word at `place` meets the box, by sampling points of the word's rectangle. */
function touches(place: OverprintPlace, box: Box): boolean {
  const half = (place.cap * H * WORD_ASPECT) / 2;
  const [cos, sin] = [Math.cos(place.angle), Math.sin(place.angle)];
  const air = 8;
  for (let i = -20; i <= 20; i++)
    for (const up of [-0.5, -0.25, 0, 0.25, 0.5]) {
      const [a, b] = [(i / 20) * half, up * place.cap * H];
      const x = place.x * W + a * cos - b * sin;
      const y = place.y * H + a * sin + b * cos;
      if (x > box.x - air && x < box.x + box.w + air && y > box.y - air && y < box.y + box.h + air)
        return true;
    }
  return false;
}
