import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildModels, MODELS_DIR } from './build.ts';
import { noise, open, run } from './testing.ts';

it('writes models that fit their character set, and nothing when they are up to date', async () => {
  await buildModels();
  expect(await buildModels()).toEqual({ built: false });
  const { characters, other } = JSON.parse(await readFile(join(MODELS_DIR, 'charset.json'), 'utf8'));
  const { dims } = await run(await open(join(MODELS_DIR, 'rec.onnx')), noise(48, 160, 1));
  expect(dims).toEqual([1, 20, characters.length]);
  expect(other).toBe(characters.length - 1);
  expect((await run(await open(join(MODELS_DIR, 'det.onnx')), noise(96, 64, 1))).dims).toEqual([
    1, 1, 96, 64,
  ]);
});
