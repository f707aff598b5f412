import type { Random } from '../random.ts';
import type { Card } from '../types.ts';

/** A photocopy of the card: grey, hard, with specks. Outside the corners the copy shows paper. */
export function photocopy(card: Card, random: Random): Card {
  const rgba = new Uint8ClampedArray(card.rgba);
  const steep = random.range(1.3, 2.1);
  const middle = random.range(105, 140);
  for (let i = 0; i < rgba.length; i += 4) {
    const grey = rgba[i]! * 0.35 + rgba[i + 1]! * 0.5 + rgba[i + 2]! * 0.15;
    const value = (grey - middle) * steep + middle + 40;
    rgba[i] = value;
    rgba[i + 1] = value;
    rgba[i + 2] = value;
  }
  for (let k = random.int(40, 400); k > 0; k--) {
    const x = random.int(0, card.width - 4);
    const y = random.int(0, card.height - 4);
    const size = random.int(1, 3);
    for (let dy = 0; dy < size; dy++)
      for (let dx = 0; dx < size; dx++)
        rgba.fill(30, ((y + dy) * card.width + x + dx) * 4, ((y + dy) * card.width + x + dx) * 4 + 3);
  }
  return { ...card, rgba };
}
