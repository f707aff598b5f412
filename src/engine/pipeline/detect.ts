import type { Raster } from '#src/imaging/index.ts';
import type { Models } from './models.ts';

/** Per-pixel probability of text: [height, width] float32. */
export interface TextMap {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Mean and deviation per channel that PP-OCRv4's detector was trained with (ImageNet's). */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/** Runs the detector over a grey raster whose sides are multiples of 32. */
export async function detectText(models: Pick<Models, 'detect'>, raster: Raster): Promise<TextMap> {
  const { width, height, data } = raster;
  const plane = width * height;
  const input = new Float32Array(plane * 3);
  for (let c = 0; c < 3; c++) {
    const scale = 1 / (255 * DEVIATION[c]!);
    const shift = MEAN[c]! / DEVIATION[c]!;
    for (let i = 0, o = c * plane; i < plane; i++, o++) input[o] = data[i]! * scale - shift;
  }
  const output = await models.detect({ data: input, dims: [1, 3, height, width] });
  return { data: output.data, width, height };
}
