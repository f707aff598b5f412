import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { webhookFetch } from './fetch.node.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function listen(handle: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A name server that gives these answers, one after the other, and counts how often it is asked. */
function names(...answers: readonly string[][]) {
  let asked = 0;
  const resolve = ((_: string, __: object, done: (error: null, all: object[]) => void) => {
    const answer = answers[Math.min(asked++, answers.length - 1)] ?? [];
    done(
      null,
      answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as typeof lookup;
  return { resolve, asked: () => asked };
}

const init = (signal = AbortSignal.timeout(5000)) => ({
  headers: { 'x-test': '1' },
  body: '{"a":1}',
  signal,
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'sent',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );

describe('webhooks on Node', () => {
  it('are not sent to a name that leads to this machine, not even as one address among others', async () => {
    let reached = 0;
    const port = await listen((_, response) => {
      reached++;
      response.end();
    });
    for (const answer of [
      ['127.0.0.1'],
      ['10.0.0.7'],
      ['8.8.8.8', '127.0.0.1'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      [],
    ]) {
      const send = webhookFetch({ allowPrivate: false, resolve: names(answer).resolve });
      expect([answer, await codeOf(send(`https://shop.example:${port}/`, init()))]).toEqual([
        answer,
        'private_address',
      ]);
    }
    expect(reached).toBe(0);
  });

  it('connect to the address that was judged: a second answer of the name server is never asked for', async () => {
    // A public address that nothing answers at here, then this machine: the classic rebinding.
    const rebinding = names(['203.0.114.1'], ['127.0.0.1']);
    const send = webhookFetch({ allowPrivate: false, resolve: rebinding.resolve });
    const code = await codeOf(send('https://shop.example:9/', init(AbortSignal.timeout(300))));
    expect(code).not.toBe('sent');
    expect(code).not.toBe('private_address');
    expect(rebinding.asked()).toBe(1);
  });

  it('judge an address that needs no name server as well', async () => {
    const send = webhookFetch({ allowPrivate: false, resolve: names(['8.8.8.8']).resolve });
    expect(await codeOf(send('https://127.0.0.1:9/', init()))).toBe('private_address');
    expect(await codeOf(send('http://shop.example/', init()))).toBe('not_https');
  });

  it('carry body and headers, follow no redirect, and read no answer', async () => {
    const seen: string[] = [];
    const port = await listen(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      seen.push(`${request.method} ${request.headers['x-test']} ${body}`);
      response.writeHead(302, { location: `http://127.0.0.1:${port}/elsewhere` });
      // Without an end: whoever reads this hangs.
      response.write('x');
    });
    const send = webhookFetch({ allowPrivate: true });
    expect(await send(`http://127.0.0.1:${port}/hook`, init())).toEqual({ status: 302 });
    expect(seen).toEqual(['POST 1 {"a":1}']);
  });

  it('end with their signal', async () => {
    const port = await listen(() => {});
    const send = webhookFetch({ allowPrivate: true });
    const code = await codeOf(send(`http://127.0.0.1:${port}/`, init(AbortSignal.timeout(100))));
    expect(['ABORT_ERR', 'AbortError', 'TimeoutError', '23']).toContain(String(code));
  });
});
