import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
import type { Running } from '../team.ts';
import { createTeam } from '../team.ts';

/**
 * A thread for tests of the team: a raster's result is its pixels and this thread's number. Who reads goes on only
 * when the gate is open; a helper opens it.
 */
const { channel, running, gate, number } = workerData as {
  channel: string;
  running: Running;
  gate: Running;
  number: number;
};
let busy = false;

const networks = createTeam({
  run: async (_, { data }) => {
    if (busy) while (Atomics.load(gate, 0) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    else {
      Atomics.store(gate, 0, 1);
      if (data[0] === 255) throw new Error('helpers fail at this one');
    }
    return Float32Array.from([...data, number]);
  },
  channel: new BroadcastChannel(channel),
  running,
  threads: 2,
  busy: () => busy,
});

parentPort?.on('message', async (firsts: number[]) => {
  busy = true;
  const rasters = firsts.map((first) => ({
    data: Uint8Array.of(first, 7),
    width: 2,
    height: 1,
    channels: 1 as const,
  }));
  const results = await networks('recognise', rasters);
  busy = false;
  parentPort?.postMessage(results.map((result) => [...result]));
});
parentPort?.postMessage('ready');
