import type { Raster } from '#src/imaging/index.ts';
import { detectText } from './detect.ts';
import type { Models } from './models.ts';
import { createRecogniser } from './recognise.ts';

/**
 * What one network says about a grey raster. detect: [height, width] probability of text per pixel, sides multiples
 * of 32; recognise: [steps, COLUMNS] probabilities of characters along a line of LINE_HEIGHT px.
 */
export type Network = 'detect' | 'recognise';
export type RunNetwork = (network: Network, raster: Raster) => Promise<Float32Array>;

/** The same for several rasters, in their order; who runs them, and how many at once, is the caller's to decide. */
export type Networks = (network: Network, rasters: readonly Raster[]) => Promise<Float32Array[]>;

/** Both networks behind one function. */
export function createRunner(models: Models): RunNetwork {
  const run = { detect: detectText(models), recognise: createRecogniser(models) };
  return (network, raster) => run[network](raster);
}

/** One after the other, in this thread. */
export const inTurn =
  (run: RunNetwork): Networks =>
  async (network, rasters) => {
    const results: Float32Array[] = [];
    for (const raster of rasters) results.push(await run(network, raster));
    return results;
  };
