import type { BroadcastChannel } from 'node:worker_threads';
import type { Raster } from '#src/imaging/index.ts';
import { inTurn, type Network, type Networks, type RunNetwork } from './pipeline/networks.ts';
import { claim, createBatch, finish, isOpen, rasterOf, resultOf, type SharedBatch } from './shared-batch.ts';

/** How many readings are under way in all threads: one shared number, kept by the pool. */
export type Running = Int32Array<SharedArrayBuffer>;

interface TeamOptions {
  readonly run: RunNetwork;
  /** All threads of one engine hear one another on it. */
  readonly channel: BroadcastChannel;
  readonly running: Running;
  readonly threads: number;
  /** Whether this thread has a reading of its own, which comes before helping others. */
  readonly busy: () => boolean;
}

/** A helper that is silent for so long after it took a raster was given a reading of its own: it is done here. ms */
const PATIENCE = 100;

/**
 * While threads are idle, they help one that reads: it puts the rasters in shared memory and calls out, and each
 * takes the next that nobody has taken. With every thread at a reading of its own nothing is shared.
 */
export function createTeam({ run, channel, running, threads, busy }: TeamOptions): Networks {
  channel.onmessage = ({ data }) => void help(data as SharedBatch);
  channel.unref();

  async function work(batch: SharedBatch, mayGoOn: () => boolean): Promise<void> {
    for (let i = claim(batch); i !== null; i = claim(batch)) {
      const result = await run(batch.network, rasterOf(batch, i)).catch(() => null);
      finish(batch, i, result);
      if (!mayGoOn()) return;
    }
  }

  const help = async (batch: SharedBatch): Promise<void> => {
    if (!busy() && isOpen(batch)) await work(batch, () => !busy());
  };

  async function together(network: Network, rasters: readonly Raster[]): Promise<Float32Array[]> {
    const batch = createBatch(network, rasters);
    channel.postMessage(batch);
    await work(batch, () => true);
    const results: Float32Array[] = [];
    for (const [i, raster] of rasters.entries()) {
      // What a helper failed at fails here too, where the error belongs.
      results.push(resultOf(batch, i, PATIENCE) ?? (await run(network, raster)));
    }
    return results;
  }

  return (network, rasters) =>
    rasters.length > 1 && Atomics.load(running, 0) < threads
      ? together(network, rasters)
      : inTurn(run)(network, rasters);
}
