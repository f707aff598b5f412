import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { DEFAULT_CACHE_DIR, makeSample } from './index.ts';
import { planSet } from './plan.ts';

/**
 * Fills the cache with the first N samples of the report set:
 * `node bench/cards/make.ts --count 4000 [--workers 2] [--cache DIR]`.
 */
interface Share {
  readonly count: number;
  readonly cacheDir: string;
  readonly worker: number;
  readonly workers: number;
}

async function work({ count, cacheDir, worker, workers }: Share): Promise<void> {
  sharp.concurrency(1);
  const mine = planSet(count).filter((_, i) => i % workers === worker);
  for (const { seed, kind } of mine) {
    const { image } = await makeSample(seed, kind, { cacheDir });
    parentPort?.postMessage(image.length);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '4000' },
      workers: { type: 'string', default: String(availableParallelism()) },
      cache: { type: 'string', default: DEFAULT_CACHE_DIR },
    },
  });
  const [count, workers] = [Number(values.count), Number(values.workers)];
  const started = performance.now();
  let [done, bytes] = [0, 0];
  await Promise.all(
    Array.from({ length: workers }, (_, worker) => {
      const share: Share = { count, cacheDir: values.cache, worker, workers };
      const thread = new Worker(new URL(import.meta.url), { workerData: share });
      return new Promise<void>((resolve, reject) => {
        thread.on('message', (size: number) => {
          done++;
          bytes += size;
          if (done % 200 === 0) console.log(`${done} of ${count}`);
        });
        thread.on('error', reject);
        thread.on('exit', () => resolve());
      });
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${done} samples in ${seconds.toFixed(1)} s (${((seconds / done) * 1000 * workers).toFixed(0)} ms each on one of ${workers} workers), ${(bytes / done / 1000).toFixed(0)} KB on average`,
  );
}

if (isMainThread) await main();
else await work(workerData as Share);
