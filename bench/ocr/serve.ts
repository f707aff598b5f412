import { serve } from '@hono/node-server';
import { createOcrApi, createUsageCounter, type Engine } from '#src/engine/index.ts';
import type { Sample } from './sample.ts';
import { quantile } from './score.ts';

const PORT = 8290;
const TARGET_BYTES = 200_000;

interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly requests: number;
}

export interface Served {
  /** One request at a time, ms from the first byte sent to the last received; photos of up to 200 KB. */
  readonly latency: Latency;
  /** Photos per second at so many requests at once. */
  readonly throughput: Readonly<Record<string, number>>;
  /** How many of all these answers had which status. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** Asks the OCR API over real HTTP on the loopback address. */
export async function measureServing(
  engine: Engine,
  samples: readonly Sample[],
  requests: number,
): Promise<Served> {
  const small = samples.filter(({ bytes, message }) => message !== null && bytes.length <= TARGET_BYTES);
  const bodies = small.map(({ country, bytes }) => ({
    url: `http://127.0.0.1:${PORT}/v1/${country}_ocr/general?token=bench`,
    body: new URLSearchParams({ img: Buffer.from(bytes).toString('base64') }).toString(),
  }));
  const usage = createUsageCounter();
  const server = serve({
    fetch: createOcrApi({ engine, authorise: () => true, usage: usage.record }).fetch,
    port: PORT,
    hostname: '127.0.0.1',
  });
  const ask = async (i: number): Promise<number> => {
    const { url, body } = bodies[i % bodies.length]!;
    const started = performance.now();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const response = await fetch(url, { method: 'POST', body, headers });
    await response.text();
    return performance.now() - started;
  };
  try {
    for (let i = 0; i < 6; i++) await ask(i);
    const times: number[] = [];
    for (let i = 0; i < requests; i++) times.push(await ask(i));
    times.sort((a, b) => a - b);
    const throughput: Record<string, number> = {};
    for (const at of [1, 2, 4, 8]) throughput[at] = await rate(ask, at, requests);
    const [p50, p95, p99] = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 0.99)];
    return {
      latency: { p50, p95, p99, requests },
      throughput,
      statuses: usage.snapshot().bench?.byStatus ?? {},
    };
  } finally {
    server.close();
  }
}

async function rate(
  ask: (i: number) => Promise<number>,
  parallel: number,
  requests: number,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  const client = async () => {
    while (next < requests) await ask(next++);
  };
  await Promise.all(Array.from({ length: parallel }, client));
  return (requests * 1000) / (performance.now() - started);
}
