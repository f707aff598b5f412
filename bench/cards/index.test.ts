import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { myMessage } from '#src/countries/my/wire.ts';
import { pkMessage } from '#src/countries/pk/wire.ts';
import { makeSample } from './index.ts';
import { drawNegative, NEGATIVE_NAMES } from './negatives/index.ts';
import { planSet } from './plan.ts';
import { randomFrom } from './random.ts';
import { rendererVersion } from './version.ts';

describe('makeSample', () => {
  it('draws the same bytes for the same seed, others for another', async () => {
    const kind = { country: 'my', level: 'hard' } as const;
    const [a, b, c] = [await makeSample(3, kind), await makeSample(3, kind), await makeSample(4, kind)];
    expect(a.image.equals(b.image)).toBe(true);
    expect(a.quad).toEqual(b.quad);
    expect(a.image.equals(c.image)).toBe(false);
  });

  it('says the truth in the shape of the wire, and nothing for a negative', async () => {
    const my = await makeSample(1, { country: 'my', level: 'scan' });
    const pk = await makeSample(1, { country: 'pk', level: 'good' });
    const none = await makeSample(1, { negative: true });
    expect(myMessage.safeParse(my.truth).success).toBe(true);
    expect(pkMessage.safeParse(pk.truth).success).toBe(true);
    expect([none.truth, none.quad]).toEqual([null, null]);
  });

  it('sends JPEG files within the size that the API takes', async () => {
    for (const level of ['scan', 'good', 'hard'] as const) {
      const { image } = await makeSample(7, { country: 'pk', level });
      expect((await sharp(image).metadata()).format).toBe('jpeg');
      expect(image.length).toBeLessThan(2_097_152);
    }
  });

  it('keeps what it drew and reads it back as it was', async () => {
    const cacheDir = mkdtempSync(join(tmpdir(), 'cards-'));
    try {
      const kind = { country: 'pk', level: 'scan' } as const;
      const fresh = await makeSample(2, kind, { cacheDir });
      const files = readdirSync(join(cacheDir, rendererVersion()));
      expect(files.sort()).toEqual(['pk-scan-2.jpg', 'pk-scan-2.json']);
      expect(await makeSample(2, kind, { cacheDir })).toEqual(fresh);
    } finally {
      rmSync(cacheDir, { recursive: true });
    }
  });
});

it('every kind of negative occurs, for both endpoints, and bears SPECIMEN', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 600; seed++) {
    const { name, country, drawn } = drawNegative(randomFrom(`n${seed}`), 'roboto');
    seen.add(`${name} ${country}`);
    if (!drawn.isAbsent) expect(drawn.svg).toMatch(/specimen/i);
  }
  for (const name of NEGATIVE_NAMES)
    for (const country of ['my', 'pk']) expect(seen).toContain(`${name} ${country}`);
});

it('a longer set begins with a shorter one and holds a quarter of negatives', () => {
  const set = planSet(4000);
  expect(set.slice(0, 100)).toEqual(planSet(100));
  expect(set.filter(({ kind }) => 'negative' in kind)).toHaveLength(1000);
  expect(new Set(set.map((entry) => JSON.stringify(entry))).size).toBe(4000);
});
