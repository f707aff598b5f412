/**
 * An upstream that fails in every way it can, over real sockets. What must hold: no image is sent again once
 * it is known to be charged, nor a third time when that is unknown; every request ends in its deadline with an
 * outcome or a problem.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { nodePost } from '#src/edge/ocr/post.node.ts';
import { bedsOf, client, SHORT_TIMING, sqliteStores } from '#src/edge/testing/bed.node.ts';
import { photo } from '#src/edge/testing/samples.node.ts';
import { DOCUMENTED } from '#src/edge/testing/upstream.node.ts';
import { spread } from './load.ts';

/** What an upstream may do, how often (of 100), and whether its client can know that it was charged. */
const BEHAVIOURS = [
  { name: 'ok', share: 58, known: true },
  { name: 'fail', share: 8, known: true },
  { name: 'wrong OK', share: 4, known: true },
  { name: 'inner error', share: 8, known: false },
  { name: 'reset at once', share: 6, known: false },
  { name: 'reset after the body', share: 5, known: false },
  { name: 'stall', share: 3, known: false },
  { name: 'half an answer', share: 4, known: false },
  { name: 'no JSON', share: 4, known: false },
] as const;
type Behaviour = (typeof BEHAVIOURS)[number];
const STALL_MS = 10_000;

export interface FaultFigures {
  readonly readings: number;
  readonly upstreamCalls: number;
  readonly calledAgainAfterKnownCharge: number;
  readonly calledAThirdTimeAfterUnknown: number;
  readonly untyped: number;
  /** Longest request; its deadline is 1,500 ms. */
  readonly longestMs: number;
  readonly unmetered: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

function drawn(): Behaviour {
  let at = Math.random() * 100;
  for (const behaviour of BEHAVIOURS) {
    at -= behaviour.share;
    if (at < 0) return behaviour;
  }
  return BEHAVIOURS[0];
}

function answer(behaviour: Behaviour, request: IncomingMessage, response: ServerResponse): void {
  const json = (body: unknown) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  switch (behaviour.name) {
    case 'ok':
      return void json(DOCUMENTED.my);
    case 'fail':
      return void json(DOCUMENTED.unreadable);
    case 'wrong OK':
      return void json({ status: 'OK', message: { idNumber: 7 } });
    case 'inner error':
      return void json(DOCUMENTED.innerError);
    case 'no JSON':
      return void response.writeHead(502).end('<h1>Bad gateway</h1>');
    case 'half an answer':
      response.writeHead(200, { 'content-length': '500' }).write('{"status":"OK","mess');
      return void setTimeout(() => request.socket.destroy(), 5);
    case 'stall':
      return void setTimeout(() => response.end(), STALL_MS).unref();
    default:
      return void request.socket.destroy();
  }
}

/** Reads `readings` images, each asked for up to three times until it has an outcome. */
export async function benchFaults(readings: number): Promise<FaultFigures> {
  const calls = new Map<string, Behaviour[]>();
  let upstreamCalls = 0;
  const server = createServer((request, response) => {
    const behaviour = drawn();
    const hash = createHash('sha256');
    upstreamCalls++;
    if (behaviour.name === 'reset at once') return void request.socket.destroy();
    request.on('data', (chunk: Buffer) => hash.update(chunk));
    request.on('end', () => {
      const image = hash.digest('hex');
      calls.set(image, [...(calls.get(image) ?? []), behaviour]);
      answer(behaviour, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const beds = bedsOf(sqliteStores);
  const bed = await beds.make({
    settings: { ocrTiming: SHORT_TIMING },
    upstream: {
      base: `http://127.0.0.1:${port}`,
      fetch: (request) => fetch(request),
      post: nodePost(`http://127.0.0.1:${port}`),
    },
  });
  const outcomes: Record<string, number> = {};
  let untyped = 0;
  let longestMs = 0;
  await spread(readings, 8, async (i) => {
    const { send } = await client(bed);
    for (let attempt = 0; attempt < 3; attempt++) {
      const started = performance.now();
      const response = await send('POST', '/api/readings/my', photo(i + 1, { bytes: 30_000 }));
      longestMs = Math.max(longestMs, performance.now() - started);
      const { outcome, code } = (await response.json()) as { outcome?: string; code?: string };
      const name = outcome ?? code;
      if (!name) untyped++;
      outcomes[name ?? 'untyped'] = (outcomes[name ?? 'untyped'] ?? 0) + 1;
      if (outcome) break;
    }
  });
  const metered = (await bed.store.meter.all()).length;
  await beds.closeAll();
  server.closeAllConnections();
  server.close();
  const behaviours = [...calls.values()];
  const unknown = new Set(['reset after the body', 'stall', 'half an answer', 'no JSON']);
  return {
    readings,
    upstreamCalls,
    calledAgainAfterKnownCharge: behaviours.filter((list) => list.slice(0, -1).some((each) => each.known))
      .length,
    calledAThirdTimeAfterUnknown: behaviours.filter(
      (list) => list.filter((each) => unknown.has(each.name)).length > 2,
    ).length,
    untyped,
    longestMs: Math.round(longestMs),
    // A retry on a fresh connection inside of fetch would be a call that nobody counted.
    unmetered: Math.max(0, upstreamCalls - metered),
    outcomes,
  };
}
