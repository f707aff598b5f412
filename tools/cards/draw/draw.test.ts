import { expect, test } from 'vitest';
import { type Card, OTHER_KINDS } from '../types.ts';
import { drawCard, negative } from './index.ts';

const luma = (card: Card, x: number, y: number) => {
  const i = (Math.round(y) * card.width + Math.round(x)) * 4;
  return (card.rgba[i]! * 299 + card.rgba[i + 1]! * 587 + card.rgba[i + 2]! * 114) / 1000;
};

test('equal seeds draw equal pixels', () => {
  const [a, b, c] = [
    drawCard('s', { country: 'my' }),
    drawCard('s', { country: 'my' }),
    drawCard('t', { country: 'my' }),
  ];
  expect(Buffer.compare(Buffer.from(a.rgba.buffer), Buffer.from(b.rgba.buffer))).toBe(0);
  expect(Buffer.compare(Buffer.from(a.rgba.buffer), Buffer.from(c.rgba.buffer))).not.toBe(0);
});

test.each(['my', 'pk'] as const)(
  '%s: each field has ink in its box, and corners are transparent',
  (country) => {
    for (let seed = 0; seed < 4; seed++) {
      const card = drawCard(seed, { country, clear: true });
      expect(Object.keys(card.fields)).toEqual(Object.keys(card.message!));
      expect(card.rgba[3]).toBe(0);
      for (const [field, boxes] of Object.entries(card.fields))
        for (const box of boxes) {
          let dark = 0;
          for (let x = box.x; x < box.x + box.w; x++) if (luma(card, x, box.y + box.h * 0.4) < 90) dark++;
          expect(dark / box.w, `${seed} ${field}`).toBeGreaterThan(0.06);
          expect(box.x).toBeGreaterThan(0);
          expect(box.x + box.w).toBeLessThan(card.width);
          expect(box.y + box.h).toBeLessThan(card.height * 1.005);
        }
    }
  },
);

test('columns stay apart: Malaysian lines end before the portrait, Pakistani dates before theirs', () => {
  for (let seed = 0; seed < 5; seed++) {
    const my = drawCard(seed, { country: 'my' });
    for (const box of [...my.fields.Name!, ...my.fields.Address!])
      expect(box.x + box.w).toBeLessThan(my.width * 0.65);
    const pk = drawCard(seed, { country: 'pk' });
    expect(pk.fields.idNumber![0]!.x + pk.fields.idNumber![0]!.w).toBeLessThan(pk.fields.birthDay![0]!.x);
  }
});

test('what is no card has no message', () => {
  for (const kind of OTHER_KINDS) {
    const other = negative(1, kind);
    expect(other.kind).toBe(kind);
    expect(other.message).toBeNull();
  }
});
