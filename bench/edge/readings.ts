import { quantile, round } from '../lib/stats.ts';
import { onOneCore } from './cores.ts';
import { client, freshPhoto, spread } from './load.ts';
import { type BenchServer, startServer, startStub, type Usage } from './processes.ts';

/** A session reads a few photos in its life. */
const READINGS_PER_SESSION = 3;

export interface ReadingFigures {
  readonly ownP50Ms: number;
  readonly ownP99Ms: number;
  /** Whether the server had one core to itself, and everything else the other: then `perSecond` is one core's. */
  readonly oneCore: boolean;
  readonly perSecond: number;
  /** Processor time of the whole process, a third of a new session in it. */
  readonly cpuMsPerReading: number;
  /** 1000 / CPU milliseconds: what one core could do if it did nothing else. */
  readonly perSecondPerCore: number;
}

/** Reads `count` fresh photos of 150 KB, `width` at once, in new sessions every few readings. */
export async function read(
  server: BenchServer,
  count: number,
  width: number,
): Promise<Usage & { ms: number }> {
  const http = client(server.url, width);
  const tokens: Promise<string>[] = [];
  await server.ask('usage');
  const before = await server.ask('usage');
  const start = performance.now();
  await spread(count, width, async (i) => {
    const session = Math.floor(i / READINGS_PER_SESSION);
    tokens[session] ??= http.token();
    const headers = { authorization: `Bearer ${await tokens[session]}`, 'content-type': 'image/jpeg' };
    const { status, body } = await http.send('POST', '/api/readings/my', headers, freshPhoto());
    if (status !== 200) throw new Error(`A reading ended in ${status}: ${body}`);
  });
  const ms = performance.now() - start;
  const after = await server.ask('usage');
  http.close();
  return { ...after, cpuMs: after.cpuMs - before.cpuMs, ms };
}

/**
 * The BFF's own time with one reading at a time, and its throughput with many. Before, as many as it takes until its
 * code is compiled and its heap has found its size.
 */
export async function benchReadings(quick: boolean): Promise<ReadingFigures> {
  const [warmUp, one, count] = quick ? [1000, 400, 1500] : [3000, 2000, 10_000];
  const stub = await startStub();
  const server = await startServer(stub.url);
  let [alone, many] = [[] as number[], { cpuMs: Number.NaN, ms: Number.NaN }];
  const oneCore = await onOneCore(server.pid, [stub.pid], async () => {
    await read(server, warmUp, 16);
    alone = [...(await read(server, one, 1)).own].sort((a, b) => a - b);
    many = await read(server, count, 16);
  });
  await server.stop();
  stub.stop();
  const cpuMsPerReading = many.cpuMs / count;
  return {
    ownP50Ms: round(quantile(alone, 0.5), 2),
    ownP99Ms: round(quantile(alone, 0.99), 2),
    oneCore,
    perSecond: round((count / many.ms) * 1000, 0),
    cpuMsPerReading: round(cpuMsPerReading, 2),
    perSecondPerCore: round(1000 / cpuMsPerReading, 0),
  };
}
