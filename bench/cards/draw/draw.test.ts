import { describe, expect, it } from 'vitest';
import { malaysianPerson } from '../people/my-person.ts';
import { pakistaniPerson } from '../people/pk-person.ts';
import { randomFrom } from '../random.ts';
import { FAMILY_NAMES, regular } from '../type/faces.ts';
import { breakLines } from './flow.ts';
import { drawMyKad } from './mykad.ts';
import type { Drawn } from './parts.ts';
import { drawSnic } from './snic.ts';
import { lineWidth, rasterize } from './svg.ts';

const CARDS = 400;
const family = (seed: number) => FAMILY_NAMES[seed % FAMILY_NAMES.length]!;
const myCard = (seed: number): Drawn => {
  const random = randomFrom(`draw${seed}`);
  return drawMyKad(random.fork('card'), malaysianPerson(random.fork('person')), family(seed));
};
const pkCard = (seed: number): Drawn => {
  const random = randomFrom(`draw${seed}`);
  return drawSnic(random.fork('card'), pakistaniPerson(random.fork('person')), family(seed));
};
const variantsOf = (draw: (seed: number) => Drawn): Set<string> =>
  new Set(Array.from({ length: CARDS }, (_, seed) => draw(seed).variants).flat());

describe('drawn cards', () => {
  it('show every Malaysian variant', () => {
    const seen = variantsOf(myCard);
    for (const variant of [
      'mykad',
      'mypr',
      'mykas',
      'names-1',
      'names-2',
      'names-3',
      'address-3',
      'address-4',
      'address-5',
      'corner-H',
      'corner-K',
      'islam',
      'no-religion',
      'identity-card-title',
      'old-title',
      'ghost',
      'specimen-portrait',
      'specimen-free',
      'specimen-across',
    ])
      expect(seen).toContain(variant);
  });

  it('show every Pakistani variant', () => {
    const seen = variantsOf(pkCard);
    for (const variant of [
      'snic',
      'nicop',
      'Father Name',
      "Father's Name",
      'Husband Name',
      "Husband's Name",
      'gender-M',
      'gender-F',
      'gender-X',
      'grey-portrait',
      'colour-portrait',
      'lifetime',
      'dated',
    ])
      expect(seen).toContain(variant);
  });

  it('bear SPECIMEN, always', () => {
    for (let seed = 0; seed < CARDS; seed++) {
      expect(myCard(seed).svg).toContain('>SPECIMEN</text>');
      expect(pkCard(seed).svg).toContain('>SPECIMEN</text>');
    }
  });

  it('keep all text on the card', () => {
    for (let seed = 0; seed < CARDS; seed++)
      for (const [left, top, right, bottom] of [...myCard(seed).text, ...pkCard(seed).text]) {
        expect(Math.min(left, top)).toBeGreaterThan(0);
        expect(Math.max(right, bottom)).toBeLessThan(1);
      }
  });

  it('really print the text: every family sets dark pixels where the number stands', () => {
    for (let seed = 0; seed < FAMILY_NAMES.length; seed++) {
      const card = myCard(seed);
      const [left, top, right, bottom] = card.text[0]!;
      const { width, height, data } = rasterize(card.svg, card.faces, 500);
      let dark = 0;
      for (let y = Math.floor(top * height); y < bottom * height; y++)
        for (let x = Math.floor(left * width); x < right * width; x++)
          if (data[(y * width + x) * 4 + 1]! < 80) dark++;
      expect(dark / ((bottom - top) * height * (right - left) * width)).toBeGreaterThan(0.15);
    }
  });
});

describe('breakLines', () => {
  const style = { face: regular('roboto'), cap: 20, fill: '#000' };

  it('breaks at spaces alone and loses nothing', () => {
    const text = 'NURUL HIDAYAH BINTI MOHAMAD SHAHRIL @ ABDULLAH';
    const lines = breakLines(text, style, 260, 3);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(0, -1)) expect(lineWidth(line, style)).toBeLessThanOrEqual(260);
  });

  it('never makes more lines than it may', () => {
    expect(breakLines('A B C D E F G H', style, 10, 3)).toEqual(['A', 'B', 'C D E F G H']);
  });
});
