import { readdirSync, readFileSync } from 'node:fs';
import { decode } from 'fast-bmp';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { MAX_IMAGE_BYTES } from '#src/contract/index.ts';
import { type FixtureEntry, makeFixture } from './fixture-files.ts';
import { FIXTURES } from './fixture-list.ts';

const folder = new URL('./fixtures/', import.meta.url);
const index = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as FixtureEntry[];

test('the index lists every photo, and none is too large', () => {
  const photos = readdirSync(folder).filter((name) => !name.endsWith('.json'));
  expect(photos.sort()).toEqual(index.map((entry) => entry.file).sort());
  for (const entry of index) {
    const bytes = readFileSync(new URL(entry.file, folder)).length;
    expect(bytes).toBe(entry.bytes);
    expect(bytes).toBeLessThanOrEqual(MAX_IMAGE_BYTES);
  }
  const megapixels = index.map((entry) => (entry.width * entry.height) / 1e6);
  expect(Math.max(...megapixels)).toBeGreaterThanOrEqual(12);
});

test('one is stored turned, with EXIF orientation 6', async () => {
  const entry = index.find((e) => e.file.includes('exif6'))!;
  const { orientation, width, height } = await sharp(new URL(entry.file, folder).pathname).metadata();
  expect(orientation).toBe(6);
  expect([height, width]).toEqual([entry.width, entry.height]);
});

test('the bitmap decodes to its size', () => {
  const entry = index.find((e) => e.file.endsWith('.bmp'))!;
  const { width, height, channels } = decode(readFileSync(new URL(entry.file, folder)));
  expect([width, height, channels]).toEqual([entry.width, entry.height, 3]);
});

test.each(['my-wood-1mp', 'pk-plain-1mp', 'not-bank'])('%s is what its recipe makes', async (name) => {
  const { bytes, entry } = await makeFixture(FIXTURES.find((f) => f.name === name)!);
  const stored = readFileSync(new URL(`${name}.jpg`, folder));
  const [a, b] = await Promise.all([sharp(bytes).raw().toBuffer(), sharp(stored).raw().toBuffer()]);
  expect(a.length).toBe(b.length);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  // Another build of libjpeg or Skia may round differently; another picture differs by tens.
  expect(sum / a.length).toBeLessThan(4);
  const { bytes: size, ...expected } = index.find((e) => e.file === `${name}.jpg`)!;
  expect(size).toBeGreaterThan(0);
  expect(entry).toMatchObject(expected);
});
