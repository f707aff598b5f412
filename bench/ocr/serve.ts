import { fork } from 'node:child_process';
import { once } from 'node:events';
import { MALLOC, NODE_FLAGS } from '#tools/process.ts';
import { startLoad } from './load.ts';
import type { Sample } from './sample.ts';
import { quantile } from './score.ts';
import type { ServerMessage } from './server.ts';

const TARGET_BYTES = 200_000;
/** Requests before anything is measured: compilers settle. */
const WARM_UP = 24;
/** Times that memory is looked at over the whole run. */
const LOOKS = 20;

interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly requests: number;
  /** What other processes took of all processors meanwhile, 0..1: what "idle" means. */
  readonly otherLoad: number;
}

export interface Served {
  /** One request at a time, ms from the first byte sent to the last received; photos of up to 200 KB. */
  readonly latency: Latency;
  /** The same with `details=true`, for which doubtful fields are looked at again. */
  readonly detailed: Latency;
  /** Processor time of the serving process for one photo, all threads, ms: other load leaves it nearly alone. */
  readonly cpuMs: number;
  readonly detailedCpuMs: number;
  /** Photos per second at so many requests at once. */
  readonly throughput: Readonly<Record<string, number>>;
  /** How many of all these answers had which status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** From the process's first line to the last worker's first reading, ms. */
  readonly warmMs: number;
}

export interface Soaked {
  /** Resident MB of the serving process, [after so many readings, MB], over photos of every size. */
  readonly memory: readonly (readonly [readings: number, megabytes: number])[];
  readonly statuses: Readonly<Record<string, number>>;
}

interface Asked {
  readonly url: string;
  readonly body: string;
}

type Child = ReturnType<typeof fork>;
type ToAsk = (sample: Pick<Sample, 'country' | 'bytes'>) => Asked;

/** Serves the OCR API over real HTTP on the loopback address, from a process of its own, started as `npm start` does. */
export async function withServer<T>(
  use: (child: Child, toAsk: ToAsk, warmMs: number) => Promise<T>,
): Promise<T> {
  const child = fork(new URL('./server.ts', import.meta.url), {
    serialization: 'json',
    execArgv: NODE_FLAGS,
    env: { ...process.env, ...MALLOC },
  });
  try {
    const { port, warmMs } = await next(child, 'listening');
    const toAsk: ToAsk = ({ country, bytes }) => ({
      url: `http://127.0.0.1:${port}/v1/${country}_ocr/general?token=bench`,
      body: new URLSearchParams({ img: Buffer.from(bytes).toString('base64') }).toString(),
    });
    return await use(child, toAsk, warmMs);
  } finally {
    child.kill();
  }
}

/** Latency, processor time and throughput over photos of up to TARGET_BYTES. */
export const measureServing = (samples: readonly Sample[], requests: number): Promise<Served> =>
  withServer(async (child, toAsk, warmMs) => {
    const small = samples
      .filter(({ bytes, message }) => message !== null && bytes.length <= TARGET_BYTES)
      .map(toAsk);
    for (let i = 0; i < WARM_UP; i++) await ask(small[i % small.length]!);
    const { latency, cpuMs } = await timed(child, small, requests);
    const { latency: detailed, cpuMs: detailedCpuMs } = await timed(child, small.map(withDetails), requests);
    const throughput: Record<string, number> = {};
    for (const at of [1, 2, 4, 8]) throughput[at] = await rate(small, at, requests);
    const { statuses } = await memoryOf(child);
    return { latency, detailed, cpuMs, detailedCpuMs, throughput, statuses, warmMs };
  });

const withDetails = ({ url, body }: Asked): Asked => ({ url, body: `${body}&details=true` });

/** So many requests, one at a time. */
async function timed(
  child: Child,
  asked: readonly Asked[],
  requests: number,
): Promise<{ latency: Latency; cpuMs: number }> {
  const times: number[] = [];
  const before = (await memoryOf(child)).cpuMs;
  const load = startLoad();
  for (let i = 0; i < requests; i++) times.push(await ask(asked[i % asked.length]!));
  const spent = (await memoryOf(child)).cpuMs - before;
  const otherLoad = load.others(spent);
  times.sort((a, b) => a - b);
  const [p50, p95, p99] = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 0.99)];
  return { latency: { p50, p95, p99, requests, otherLoad }, cpuMs: spent / requests };
}

/** Memory while so many photos of every size are read, two at a time. */
export const measureSoak = (samples: readonly Sample[], readings: number): Promise<Soaked> =>
  withServer(async (child, toAsk) => {
    const memory = await soaked(child, samples.map(toAsk), Math.min(WARM_UP, readings), readings);
    return { memory, statuses: (await memoryOf(child)).statuses };
  });

async function soaked(
  child: Child,
  all: readonly Asked[],
  from: number,
  to: number,
): Promise<[number, number][]> {
  const memory: [number, number][] = [];
  let read = from;
  await rate(all, 2, from);
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

/** What the serving process tells of itself. */
export async function memoryOf(child: Child) {
  const answer = next(child, 'memory');
  child.send('memory');
  return answer;
}

async function next<T extends ServerMessage['type']>(
  child: Child,
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
