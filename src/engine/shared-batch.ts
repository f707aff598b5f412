import type { Raster } from '#src/imaging/index.ts';
import { COLUMNS } from './pipeline/charset.ts';
import type { Network } from './pipeline/networks.ts';

/** Grey rasters for one network in memory that all threads share, and room for what it says about each. */
export interface SharedBatch {
  readonly network: Network;
  /** How many rasters have been taken; then, for each, its state. */
  readonly states: Int32Array<SharedArrayBuffer>;
  readonly tasks: readonly Task[];
}

interface Task {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<SharedArrayBuffer>;
  readonly result: Float32Array<SharedArrayBuffer>;
}

const OPEN = 0;
const FAILED = -1;
/** The recogniser makes one step of this many px. */
const STEP = 8;

/** Copies the rasters into shared memory. */
export function createBatch(network: Network, rasters: readonly Raster[]): SharedBatch {
  return {
    network,
    states: new Int32Array(new SharedArrayBuffer(4 * (rasters.length + 1))),
    tasks: rasters.map(({ data, width, height }) => {
      const floats = network === 'detect' ? width * height : Math.ceil(width / STEP) * COLUMNS;
      const pixels = new Uint8Array(new SharedArrayBuffer(data.length));
      pixels.set(data);
      return { width, height, pixels, result: new Float32Array(new SharedArrayBuffer(4 * floats)) };
    }),
  };
}

/** Takes the next raster for the calling thread; null once all are taken. */
export function claim({ states, tasks }: SharedBatch): number | null {
  const next = Atomics.add(states, 0, 1);
  return next < tasks.length ? next : null;
}

/** Whether something is left to take. */
export const isOpen = ({ states, tasks }: SharedBatch): boolean => Atomics.load(states, 0) < tasks.length;

export function rasterOf({ tasks }: SharedBatch, index: number): Raster {
  const { width, height, pixels } = tasks[index]!;
  return { data: pixels, width, height, channels: 1 };
}

/** Writes a result, null for none, and wakes who waits for it. */
export function finish({ states, tasks }: SharedBatch, index: number, result: Float32Array | null): void {
  const { result: room } = tasks[index]!;
  const fits = result !== null && result.length <= room.length;
  if (fits) room.set(result);
  Atomics.store(states, index + 1, fits ? result.length : FAILED);
  Atomics.notify(states, index + 1);
}

/**
 * The result that some thread wrote, its own memory; null where there is none after so many ms. Blocks the thread.
 */
export function resultOf(
  { states, tasks }: SharedBatch,
  index: number,
  patience: number,
): Float32Array | null {
  Atomics.wait(states, index + 1, OPEN, patience);
  const length = Atomics.load(states, index + 1);
  return length > 0 ? Float32Array.from(tasks[index]!.result.subarray(0, length)) : null;
}
