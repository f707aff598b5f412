import type { Raster } from '#src/imaging/index.ts';
import { COLUMNS, columnsOfClasses, SPACE_COLUMN } from './charset.ts';
import type { Models } from './models.ts';

/** The recogniser's input height, px (PP-OCRv4). */
export const LINE_HEIGHT = 48;

/**
 * The model gives the space class far too little: measured on 768 drawn address and name lines, a factor of
 * 20–40 before the argmax recovers most spaces, 100 makes too many (`shared` trial; checked by `bench/ocr`).
 */
const SPACE_FACTOR = 30;

/** The recogniser for grey rasters of LINE_HEIGHT px: [steps, COLUMNS], a lattice's data. */
export function createRecogniser(models: Pick<Models, 'recognise' | 'classes'>) {
  const columns = columnsOfClasses(models.classes);
  return async (raster: Raster): Promise<Float32Array> => {
    const output = await models.recognise({
      data: normalise(raster),
      dims: [1, 3, LINE_HEIGHT, raster.width],
    });
    const [, steps = 0, classes = 0] = output.dims;
    return toLattice(output.data, steps, classes, columns);
  };
}

/** Grey levels to −1..1, the same in all three planes. */
function normalise({ data, width, height }: Raster): Float32Array {
  const plane = width * height;
  const out = new Float32Array(plane * 3);
  for (let i = 0; i < plane; i++) out[i] = data[i]! / 127.5 - 1;
  out.copyWithin(plane, 0, plane);
  out.copyWithin(plane * 2, 0, plane);
  return out;
}

/** Keeps blank and ASCII, with the space class raised and each step scaled back to what it had in sum. */
function toLattice(scores: Float32Array, steps: number, classes: number, columns: Int16Array): Float32Array {
  const out = new Float32Array(steps * COLUMNS);
  for (let t = 0; t < steps; t++) {
    const from = t * classes;
    const to = t * COLUMNS;
    out[to] = scores[from]!;
    for (let k = 1; k < classes; k++) {
      const column = columns[k - 1]!;
      if (column > 0) out[to + column]! += scores[from + k]!;
    }
    const added = out[to + SPACE_COLUMN]! * (SPACE_FACTOR - 1);
    out[to + SPACE_COLUMN]! += added;
    for (let c = 0; c < COLUMNS; c++) out[to + c]! /= 1 + added;
  }
  return out;
}
