import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
import { failure } from '#src/contract/index.ts';
import { READERS } from '#src/countries/readers.gen.ts';
import { ImageFormatError } from './decode/errors.ts';
import { decodeImage } from './decode/image.ts';
import { detailsOf } from './details.ts';
import type { OcrReply } from './engine.ts';
import type { Session } from './pipeline/models.ts';
import { createRunner } from './pipeline/networks.ts';
import { createPipeline } from './pipeline/read-card.ts';
import type { PoolData, WorkerMessage } from './pool.ts';
import { loadModels } from './sessions.ts';
import { createTeam } from './team.ts';
import { failureOf } from './verdict.ts';

interface Job {
  readonly country: string;
  readonly bytes: Uint8Array;
  readonly details: boolean;
}

const { modelsDir, jobTimeout, pool } = workerData as {
  modelsDir: string | null;
  jobTimeout: number;
  pool: PoolData;
};
/** When the present job's caller stops waiting: looked at before each run of a model, ms. */
let deadline = Number.POSITIVE_INFINITY;
let busy = false;

const inTime =
  (session: Session): Session =>
  (input) =>
    performance.now() > deadline ? Promise.reject(new Error('the reading took too long')) : session(input);

const models = await loadModels(modelsDir);
const networks = createTeam({
  run: createRunner({
    ...models,
    detect: inTime(models.detect),
    recognise: inTime(models.recognise),
  }),
  channel: new BroadcastChannel(pool.channel),
  running: pool.running,
  threads: pool.threads,
  busy: () => busy,
});
const pipeline = createPipeline(networks);
const readers = Object.fromEntries(
  await Promise.all(Object.entries(READERS).map(async ([code, load]) => [code, await load()] as const)),
);

async function read({ country, bytes, details }: Job): Promise<OcrReply> {
  const reader = readers[country];
  if (!reader) return failure('INVALID_REQUEST');
  const image = await decodeImage(bytes);
  const today = new Date().toISOString().slice(0, 10);
  const result = await pipeline.read(image.pixels, reader, today);
  const refused = failureOf(image.pixels, result);
  const message = result?.reading.message;
  if (refused || !result || !message) return refused ?? failure('INNER_ERROR');
  return details
    ? { status: 'OK', message, details: await detailsOf(bytes, image, result, reader, today) }
    : { status: 'OK', message };
}

const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

async function answer(job: Job): Promise<WorkerMessage> {
  try {
    return { type: 'done', value: await read(job) };
  } catch (error) {
    if (error instanceof ImageFormatError) return { type: 'done', value: failure('IMAGE_INVALID_FORMAT') };
    return { type: 'failed' };
  }
}

parentPort?.on('message', async (job: Job) => {
  busy = true;
  deadline = performance.now() + jobTimeout;
  const message = await answer(job);
  busy = false;
  deadline = Number.POSITIVE_INFINITY;
  send(message);
});

send({ type: 'ready' });
