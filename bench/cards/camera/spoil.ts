import { H, n, type Raster, W } from '../draw/svg.ts';
import type { Random } from '../random.ts';
import { type Strength, within } from './conditions.ts';

/** Scratches, fading and smudges of a card that was carried for years, as SVG in the card's units. */
export function wear(random: Random, level: Strength): string {
  if (level === 0) return '';
  const fade = within(random, level, [
    [0, 0],
    [0.03, 0.1],
    [0.1, 0.2],
    [0.2, 0.32],
  ]);
  const scratches = Array.from({ length: random.int(2, 5) * level }, () => {
    const [x, y] = [random.between(0, W), random.between(0, H)];
    const [dx, dy] = [random.between(-140, 140), random.between(-90, 90)];
    const ink = random.chance(0.75) ? '#fff' : '#555';
    return `<path d="M${n(x)} ${n(y)}q${n(dx / 2 + random.between(-9, 9))} ${n(dy / 2)} ${n(dx)} ${n(dy)}" stroke="${ink}" stroke-width="${n(random.between(0.5, 1.6))}" opacity="${n(random.between(0.25, 0.6))}" fill="none"/>`;
  });
  const smudges = Array.from({ length: level }, () => {
    const r = random.between(20, 70);
    return `<ellipse cx="${n(random.between(0, W))}" cy="${n(random.between(0, H))}" rx="${n(r)}" ry="${n(r * 0.6)}" fill="${random.pick(['#7a6a50', '#fff', '#40382c'])}" opacity="${n(random.between(0.04, 0.12))}"/>`;
  });
  return `<rect width="${W}" height="${H}" fill="#f4f2ec" opacity="${n(fade)}"/>${smudges.join('')}${scratches.join('')}`;
}

/** A photocopy of the card: grey, steep contrast, toner specks; a new raster. */
export function photocopy(random: Random, card: Raster, level: Strength): Raster {
  const steep = within(random, level, [
    [1, 1],
    [1.15, 1.5],
    [1.5, 2.1],
    [2.1, 2.8],
  ]);
  const middle = random.between(0.4, 0.48);
  const specks = 0.0006 * level ** 2;
  const curve = Uint8Array.from({ length: 256 }, (_, i) => {
    const value = (i / 255 - middle) * steep + middle + 0.12;
    return Math.max(22, Math.min(250, value * 255));
  });
  const data = Buffer.allocUnsafe(card.data.length);
  for (let i = 0; i < data.length; i += 4) {
    const luma = (card.data[i]! * 77 + card.data[i + 1]! * 150 + card.data[i + 2]! * 29) >> 8;
    const value = specks > 0 && random.next() < specks ? random.int(0, 255) : curve[luma]!;
    data[i] = data[i + 1] = data[i + 2] = value;
    data[i + 3] = 255;
  }
  return { ...card, data };
}
