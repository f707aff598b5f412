/**
 * The real server, without the engine, in a process of its own: settings from the environment, no limits per
 * address (all of the load comes from one). Tells its parent what it used, and each reading's own time.
 */
import { limitsFor } from '#src/edge/limits/limits.ts';
import { startNode } from '#src/edge/node/start.node.ts';
import { readSettings } from '#src/edge/settings.ts';

const started = performance.now();
let call = 0;
let own: number[] = [];
const unlimited = 1e9;
const kenal = await startNode(readSettings(process.env), {
  limits: { ...limitsFor(unlimited), readingsPerSession: unlimited },
  log: {
    info: (fields, message) => {
      const ms = Number(fields.ms);
      // With one reading at a time, the call that was logged last is the request's own.
      if (message === 'ocr call') call = ms;
      else if (fields.route === '/api/readings/:country' && fields.status === 200) {
        own.push(ms - call);
        call = 0;
      }
    },
    error: (fields, message) => console.error(message, fields),
  },
});
await kenal.ready;
process.send?.({ ready: performance.now() - started, url: kenal.url });

process.on('message', (message) => {
  if (message === 'usage') {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss(), own });
    own = [];
  }
  if (message === 'collect') {
    global.gc?.();
    process.send?.({ rss: process.memoryUsage.rss(), heap: process.memoryUsage().heapUsed });
  }
});
process.on('SIGTERM', () => kenal.close().then(() => process.exit(0)));
