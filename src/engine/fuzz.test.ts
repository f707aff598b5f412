import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ocrFailure } from '#src/contract/index.ts';
import { createEngine, createOcrApi, type Engine } from './index.ts';
import { mutate, randomSource, wildFiles } from './testing/wild-files.ts';

/** `bench/ocr/fuzz.ts` sends 20,000 of the same. */
const REQUESTS = 150;
const PHOTO = new URL('../../tools/cards/fixtures/my-wood-1mp.jpg', import.meta.url);

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ threads: 1 });
  await engine.warm;
});
afterAll(() => engine.close());

async function ask(file: Uint8Array): Promise<{ http: number; reply: { status: string } }> {
  const api = createOcrApi({ engine, authorise: () => true });
  const body = new URLSearchParams({ img: Buffer.from(file).toString('base64') }).toString();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const response = await api.request('/v1/my_ocr/general', { method: 'POST', body, headers });
  return { http: response.status, reply: (await response.json()) as { status: string } };
}

test('formats other than JPEG, PNG and BMP, and promises of too many pixels, are IMAGE_INVALID_FORMAT', async () => {
  const files = await wildFiles(readFileSync(PHOTO));
  for (const name of [
    'webp',
    'gif',
    'tiff',
    'svg',
    'png-30000x30000',
    'png-huge',
    'bmp-huge',
    'empty-jpeg',
  ]) {
    expect((await ask(files.get(name)!)).reply.status, name).toBe('IMAGE_INVALID_FORMAT');
  }
  for (const [name, file] of files) {
    if (/^(exif|bmp-\d|png-1|cmyk|grey|png-20000|jpeg)/.test(name)) {
      expect((await ask(file)).reply.status, name).toMatch(/^(OK|FAIL)$/);
    }
  }
});

test('a cut off photo is IMAGE_INVALID_FORMAT', async () => {
  const photo = readFileSync(PHOTO);
  for (const share of [0.02, 0.3, 0.9]) {
    expect((await ask(photo.subarray(0, photo.length * share))).reply.status).toBe('IMAGE_INVALID_FORMAT');
  }
});

test(`${REQUESTS} mutated files each end in a documented status other than INNER_ERROR`, async () => {
  const random = randomSource(1);
  const files = [...(await wildFiles(readFileSync(PHOTO))).values()];
  for (let i = 0; i < REQUESTS; i++) {
    const { http, reply } = await ask(mutate(files[i % files.length]!, random));
    expect(http).toBe(200);
    expect(reply.status).not.toBe('INNER_ERROR');
    if (reply.status !== 'OK') expect(ocrFailure.safeParse(reply).success).toBe(true);
  }
});
