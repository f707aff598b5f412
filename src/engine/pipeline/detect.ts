import type { Raster } from '#src/imaging/index.ts';
import type { Models } from './models.ts';

/** Per-pixel probability of text: [height, width] float32. */
export interface TextMap {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** The detector's answer to a raster. */
export const textMap = (data: Float32Array, { width, height }: Raster): TextMap => ({ data, width, height });

/** Mean and deviation per channel that PP-OCRv4's detector was trained with (ImageNet's). */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/** The detector for grey rasters whose sides are multiples of 32: [height, width] probability of text. */
export const detectText =
  (models: Pick<Models, 'detect'>) =>
  async ({ width, height, data }: Raster): Promise<Float32Array> => {
    const plane = width * height;
    const input = new Float32Array(plane * 3);
    for (let c = 0; c < 3; c++) {
      const scale = 1 / (255 * DEVIATION[c]!);
      const shift = MEAN[c]! / DEVIATION[c]!;
      for (let i = 0, o = c * plane; i < plane; i++, o++) input[o] = data[i]! * scale - shift;
    }
    return (await models.detect({ data: input, dims: [1, 3, height, width] })).data;
  };
