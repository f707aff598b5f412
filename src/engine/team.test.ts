import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const running = new Int32Array(new SharedArrayBuffer(4));
const gate = new Int32Array(new SharedArrayBuffer(4));
let workers: Worker[];

beforeEach(async () => {
  const channel = randomUUID();
  const script = new URL('./testing/team-worker.ts', import.meta.url);
  workers = [1, 2].map((number) => new Worker(script, { workerData: { channel, running, gate, number } }));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
});
afterEach(() => Promise.all(workers.map((worker) => worker.terminate())));

const given = ({ reading, open }: { reading: number; open: number }) => {
  Atomics.store(running, 0, reading);
  Atomics.store(gate, 0, open);
};
const ask = async (worker: Worker, firsts: number[]): Promise<number[][]> => {
  const answer = once(worker, 'message');
  worker.postMessage(firsts);
  return ((await answer) as [number[][]])[0];
};
const firstsOf = (results: number[][]) => results.map(([first]) => first);
const threadsOf = (results: number[][]) => new Set(results.map((result) => result.at(-1)));

describe('threads of one engine', () => {
  test('share the rasters of one reading while another is idle, each result in its place', async () => {
    given({ reading: 1, open: 0 });
    const results = await ask(workers[0]!, [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(firstsOf(results)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(threadsOf(results)).toEqual(new Set([1, 2]));
  });

  test('keep to their own while all are at a reading', async () => {
    given({ reading: 2, open: 1 });
    const [own, other] = await Promise.all([ask(workers[0]!, [1, 2, 3]), ask(workers[1]!, [4, 5, 6])]);
    expect([threadsOf(own), threadsOf(other)]).toEqual([new Set([1]), new Set([2])]);
  });

  test('a raster that a helper fails at is done by the one who reads', async () => {
    given({ reading: 1, open: 0 });
    const results = await ask(workers[0]!, [255, 255, 255, 255, 255, 255]);
    expect(firstsOf(results)).toEqual(new Array(6).fill(255));
    expect(threadsOf(results)).toEqual(new Set([1]));
  });

  test('a helper that is ended is not waited for', async () => {
    given({ reading: 1, open: 1 });
    const results = ask(workers[0]!, [1, 2, 3, 4, 5, 6]);
    await workers[1]!.terminate();
    expect(firstsOf(await results)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
