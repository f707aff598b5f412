import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** Opens a model on one thread, from a file or from its bytes. */
export function open(
  model: string | Uint8Array,
  more: InferenceSession.SessionOptions = {},
): Promise<InferenceSession> {
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3, ...more } as const;
  return typeof model === 'string'
    ? InferenceSession.create(model, options)
    : InferenceSession.create(model, options);
}

/** An input image: [1, 3, height, width] float32 planes. */
export interface Input {
  readonly height: number;
  readonly width: number;
  readonly data: Float32Array;
}

export async function run(session: InferenceSession, { data, height, width }: Input) {
  const input = new Tensor('float32', data, [1, 3, height, width]);
  const results = await session.run({ [session.inputNames[0]!]: input });
  const output = results[session.outputNames[0]!]!;
  return { data: output.data as Float32Array, dims: output.dims };
}

/** Reproducible numbers in [0, 1): a linear congruential generator (Numerical Recipes' constants). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Noise in [-1, 1), the range that the models are fed. */
export function noise(height: number, width: number, seed: number): Input {
  const next = random(seed);
  return { height, width, data: Float32Array.from({ length: 3 * height * width }, () => next() * 2 - 1) };
}

/** Dark lines of text on a pale ground, scaled to [-1, 1]; `font` is a CSS font string. */
export function drawn(height: number, width: number, lines: readonly string[], font: string): Input {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#dfe9e4';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#1c1c1c';
  context.font = font;
  context.textBaseline = 'middle';
  for (const [i, line] of lines.entries()) {
    context.fillText(line, 6, (height * (i + 0.5)) / lines.length);
  }
  return fromCanvas(canvas);
}

/** A canvas's pixels as planes of blue, green and red, in [-1, 1]. */
export function fromCanvas(canvas: Canvas): Input {
  const { width, height } = canvas;
  const { data: pixels } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const area = height * width;
  const data = Float32Array.from({ length: 3 * area }, (_, at) => {
    const [plane, pixel] = [Math.floor(at / area), at % area];
    return pixels[pixel * 4 + 2 - plane]! / 127.5 - 1;
  });
  return { height, width, data };
}

/** The largest difference of two results of the same length. */
export function difference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new Error(`lengths differ: ${a.length} and ${b.length}`);
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);
}
