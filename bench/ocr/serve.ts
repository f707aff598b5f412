import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Sample } from './sample.ts';
import { quantile } from './score.ts';
import type { ServerMessage } from './server.ts';

const TARGET_BYTES = 200_000;
/** Times that memory is looked at over the whole run. */
const LOOKS = 20;

interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly requests: number;
}

export interface Served {
  /** One request at a time, ms from the first byte sent to the last received; photos of up to 200 KB. */
  readonly latency: Latency;
  /** Processor time of the serving process for one photo of up to 200 KB, all threads, ms: other load leaves it nearly alone. */
  readonly cpuMs: number;
  /** Photos per second at so many requests at once. */
  readonly throughput: Readonly<Record<string, number>>;
  /** How many of all these answers had which status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** From the process's first line to the last worker's first reading, ms. */
  readonly warmMs: number;
  /** Resident MB of the serving process, [after so many readings, MB], over photos of every size. */
  readonly memory: readonly (readonly [readings: number, megabytes: number])[];
}

interface Asked {
  readonly url: string;
  readonly body: string;
}

/**
 * Asks the OCR API over real HTTP on the loopback address, served by a process of its own.
 * @param soak readings after which memory is looked at for the last time
 */
export async function measureServing(
  samples: readonly Sample[],
  requests: number,
  soak: number,
): Promise<Served> {
  const child = fork(new URL('./server.ts', import.meta.url), { serialization: 'json' });
  try {
    const listening = await next(child, 'listening');
    const toAsk = ({ country, bytes }: Sample): Asked => ({
      url: `http://127.0.0.1:${listening.port}/v1/${country}_ocr/general?token=bench`,
      body: new URLSearchParams({ img: Buffer.from(bytes).toString('base64') }).toString(),
    });
    const small = samples
      .filter(({ bytes, message }) => message !== null && bytes.length <= TARGET_BYTES)
      .map(toAsk);
    for (let i = 0; i < 6; i++) await ask(small[i % small.length]!);
    const times: number[] = [];
    const before = (await memoryOf(child)).cpuMs;
    for (let i = 0; i < requests; i++) times.push(await ask(small[i % small.length]!));
    const cpuMs = ((await memoryOf(child)).cpuMs - before) / requests;
    times.sort((a, b) => a - b);
    const throughput: Record<string, number> = {};
    for (const at of [1, 2, 4, 8]) throughput[at] = await rate(small, at, requests);
    const read = 6 + requests * 5;
    const memory = await soaked(child, samples.map(toAsk), read, Math.max(soak, read));
    const [p50, p95, p99] = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 0.99)];
    const { statuses } = await memoryOf(child);
    const latency = { p50, p95, p99, requests };
    return { latency, cpuMs, throughput, statuses, warmMs: listening.warmMs, memory };
  } finally {
    child.kill();
  }
}

async function soaked(
  child: ReturnType<typeof fork>,
  all: readonly Asked[],
  from: number,
  to: number,
): Promise<[number, number][]> {
  const memory: [number, number][] = [];
  let read = from;
  memory.push([read, (await memoryOf(child)).megabytes]);
  const step = Math.ceil((to - from) / LOOKS);
  while (read < to) {
    const count = Math.min(step, to - read);
    await rate(all, 2, count, read);
    read += count;
    memory.push([read, (await memoryOf(child)).megabytes]);
  }
  return memory;
}

async function memoryOf(child: ReturnType<typeof fork>) {
  const answer = next(child, 'memory');
  child.send('memory');
  return answer;
}

async function next<T extends ServerMessage['type']>(
  child: ReturnType<typeof fork>,
  type: T,
): Promise<Extract<ServerMessage, { type: T }>> {
  const [message] = (await once(child, 'message')) as [ServerMessage];
  if (message.type !== type) throw new Error(`the server said ${message.type} instead of ${type}`);
  return message as Extract<ServerMessage, { type: T }>;
}

async function ask({ url, body }: Asked): Promise<number> {
  const started = performance.now();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const response = await fetch(url, { method: 'POST', body, headers });
  await response.text();
  return performance.now() - started;
}

/** Answers per second with `parallel` requests under way. */
async function rate(bodies: readonly Asked[], parallel: number, requests: number, from = 0): Promise<number> {
  let index = 0;
  const started = performance.now();
  const client = async () => {
    while (index < requests) await ask(bodies[(from + index++) % bodies.length]!);
  };
  await Promise.all(Array.from({ length: parallel }, client));
  return (requests * 1000) / (performance.now() - started);
}
