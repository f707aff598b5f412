import { client, freshPhoto, spread } from './load.ts';
import { type BenchServer, startServer, startStub, type Usage } from './processes.ts';

/** A session reads a few photos in its life. */
const READINGS_PER_SESSION = 3;

export interface ReadingFigures {
  readonly ownP50Ms: number;
  readonly ownP99Ms: number;
  readonly perSecond: number;
  readonly cpuMsPerReading: number;
  /** 1000 / CPU milliseconds: what one core could do if it did nothing else. */
  readonly perSecondPerCore: number;
}

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;

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

/** The BFF's own time with one reading at a time, and its throughput with many. */
export async function benchReadings(quick: boolean): Promise<ReadingFigures> {
  const stub = await startStub();
  const server = await startServer(stub.url);
  await read(server, quick ? 100 : 500, 8);
  const alone = await read(server, quick ? 200 : 2000, 1);
  const many = await read(server, quick ? 500 : 5000, 16);
  await server.stop();
  stub.stop();
  const own = [...alone.own].sort((a, b) => a - b);
  const count = quick ? 500 : 5000;
  const cpuMsPerReading = many.cpuMs / count;
  return {
    ownP50Ms: quantile(own, 0.5),
    ownP99Ms: quantile(own, 0.99),
    perSecond: (count / many.ms) * 1000,
    cpuMsPerReading,
    perSecondPerCore: 1000 / cpuMsPerReading,
  };
}
