import { parentPort } from 'node:worker_threads';
import type { WorkerMessage } from '../pool.ts';

/** A worker for tests of the pool: answers each job after the ms that it names, or dies at a negative one. */
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ ms }: { ms: number }) => {
  if (ms < 0) process.exit(1);
  setTimeout(() => send({ type: 'done', value: ms }), ms);
});

send({ type: 'ready' });
