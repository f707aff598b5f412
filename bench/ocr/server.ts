/** Serves the engine's HTTP API in a process of its own, as a deployment does: its memory is the engine's alone. */
import { serve } from '@hono/node-server';
import { createEngine, createOcrApi, createUsageCounter } from '#src/engine/index.ts';

/** What this process tells its parent: once where it listens, then its memory and time whenever it is asked. */
export type ServerMessage =
  | { readonly type: 'listening'; readonly port: number; readonly warmMs: number }
  | {
      readonly type: 'memory';
      readonly megabytes: number;
      /** Time on processors so far, all threads, ms. */
      readonly cpuMs: number;
      readonly statuses: Readonly<Record<string, number>>;
    };

const send = (message: ServerMessage): void => {
  process.send?.(message);
};

const began = performance.now();
const engine = await createEngine();
await engine.warm;
const warmMs = performance.now() - began;
const usage = createUsageCounter();
const { fetch } = createOcrApi({ engine, authorise: () => true, usage: usage.record });
serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => send({ type: 'listening', port, warmMs }));

process.on('message', () => {
  const megabytes = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const { user, system } = process.cpuUsage();
  const cpuMs = (user + system) / 1000;
  send({ type: 'memory', megabytes, cpuMs, statuses: usage.snapshot().bench?.byStatus ?? {} });
});
process.on('disconnect', () => process.exit());
