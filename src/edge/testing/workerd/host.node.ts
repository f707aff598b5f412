import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { BedNews } from '../bed-deps.ts';
import type { News } from './orders.ts';
import { decode, encode, failureOf, WIRE } from './wire.ts';

export interface TestHost {
  readonly url: string;
  /** Data and functions as a worker takes them; the functions are called here. */
  readonly lend: (value: unknown) => string;
  /** Where the news of a bed goes. */
  readonly listen: (bed: string, news: BedNews) => void;
  readonly close: () => void;
}

const noFunctions = (): never => {
  throw new Error('A function of the tests is given and gives data alone');
};

async function argsOf(incoming: IncomingMessage): Promise<unknown[]> {
  const body = await buffer(incoming);
  const { [WIRE.url]: url, [WIRE.method]: method, ...headers } = incoming.headers;
  if (typeof url !== 'string') return decode(body.toString(), noFunctions) as unknown[];
  const init = { method: String(method), headers: headers as Record<string, string> };
  return [new Request(url, { ...init, ...(body.length > 0 && { body }) })];
}

function answer(outgoing: ServerResponse, result: unknown): void {
  if (!(result instanceof Response)) {
    outgoing.writeHead(200, { [WIRE.kind]: 'value' }).end(encode(result, noFunctions));
    return;
  }
  outgoing.writeHead(result.status, { ...Object.fromEntries(result.headers), [WIRE.kind]: 'response' });
  outgoing.flushHeaders();
  if (result.body) Readable.fromWeb(result.body as NodeStream).pipe(outgoing);
  else outgoing.end();
}

/** Where a worker calls functions of the tests and tells them what has happened in it. */
export async function startHost(): Promise<TestHost> {
  const functions: CallableFunction[] = [];
  const listeners = new Map<string, BedNews>();
  const hear = (bed: string, news: readonly News[]) => {
    const listener = listeners.get(bed);
    for (const [kind, what] of news)
      if (kind === 'line') listener?.line(what);
      else listener?.image(kind, what);
  };
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const [, kind, name = ''] = (incoming.url ?? '').split('/');
    if (kind === 'news') {
      hear(name, JSON.parse((await buffer(incoming)).toString()) as News[]);
      return void outgoing.writeHead(204).end();
    }
    try {
      answer(outgoing, await functions[Number(name)]!(...(await argsOf(incoming))));
    } catch (error) {
      outgoing.writeHead(200, { [WIRE.kind]: 'failure' }).end(JSON.stringify(failureOf(error)));
    }
  };
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    lend: (value) => encode(value, (work) => String(functions.push(work) - 1)),
    listen: (bed, news) => void listeners.set(bed, news),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
