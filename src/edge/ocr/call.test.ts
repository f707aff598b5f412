import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { freePort } from '../testing/port.node.ts';
import { photo } from '../testing/samples.node.ts';
import { DOCUMENTED, scriptedUpstream } from '../testing/upstream.node.ts';
import { callUpstream } from './call.ts';
import { nodePost } from './post.node.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

describe.each(['fetch', 'node:http'])('a call over a real socket by %s', (way) => {
  const call = async (base: string, timeoutMs = 5000, image = photo()) => {
    const post = way === 'fetch' ? {} : { post: nodePost(base) };
    const { upstream } = scriptedUpstream({ base, fetch: (request) => fetch(request), ...post });
    const country = await COUNTRIES[0]!.load();
    return callUpstream(upstream, country, image, timeoutMs, 'hash');
  };

  it('sends the form, the key and nothing else, and takes the answer', async () => {
    const seen: unknown[] = [];
    const base = await listen((request, response) => {
      let body = '';
      request.setEncoding('latin1').on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        seen.push(request.method, request.url, request.headers['x-api-key'], request.headers['content-type']);
        seen.push(Buffer.from(new URLSearchParams(body).get('img') ?? '', 'base64').equals(photo()));
        response.setHeader('content-type', 'application/json').end(JSON.stringify(DOCUMENTED.my));
      });
    });
    expect(await call(base)).toMatchObject({ kind: 'answered', charge: 'charged', answer: { kind: 'read' } });
    expect(seen).toEqual([
      'POST',
      '/v1/my_ocr/general',
      'upstream-key',
      'application/x-www-form-urlencoded',
      true,
    ]);
  });

  it('does not know what half an answer has cost', async () => {
    const base = await listen((request, response) => {
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-length': '500' }).write('{"status":"OK","mess');
        setTimeout(() => request.socket.destroy(), 5);
      });
    });
    expect(await call(base)).toMatchObject({ kind: 'failed', charge: 'unknown' });
  });

  it('does not follow a redirect: the photo goes where people were told, and nowhere else', async () => {
    let elsewhere = 0;
    const other = await listen((_, response) => {
      elsewhere++;
      response.end();
    });
    const base = await listen((request, response) => {
      request.resume().on('end', () => response.writeHead(307, { location: `${other}/v1` }).end());
    });
    expect((await call(base)).kind).toBe('failed');
    expect(elsewhere).toBe(0);
  });

  it('sends each photo whole, whoever is answered before theirs has gone', async () => {
    const whole: string[] = [];
    const base = await listen((request, response) => {
      // Most are answered at their first byte, while the rest of them is still to be sent.
      const early = whole.length % 4 !== 0;
      if (early) response.end(JSON.stringify(DOCUMENTED.my));
      const hash = createHash('sha256');
      request.on('data', (chunk) => {
        hash.update(chunk);
        request.pause();
        setImmediate(() => request.resume());
      });
      request.on('end', () => {
        whole.push(hash.digest('hex'));
        if (!early) response.end(JSON.stringify(DOCUMENTED.my));
      });
    });
    const photos = Array.from({ length: 40 }, (_, i) => photo(i + 1, { bytes: 200_000 }));
    const sent = photos.map((each) => {
      const img = Buffer.from(each).toString('base64');
      return createHash('sha256')
        .update(`${new URLSearchParams({ img })}`)
        .digest('hex');
    });
    for (let i = 0; i < photos.length; i += 4)
      await Promise.all(photos.slice(i, i + 4).map((each) => call(base, 5000, each)));
    // A connection may be closed at its answer; what came whole is what was sent.
    expect(whole.length).toBeGreaterThanOrEqual(10);
    expect(whole.filter((hash) => !sent.includes(hash))).toEqual([]);
    expect(new Set(whole).size).toBe(whole.length);
  });

  it('knows that nothing was sent where nobody listens', async () => {
    expect(await call(`http://127.0.0.1:${await freePort()}`)).toMatchObject({
      kind: 'failed',
      charge: 'free',
    });
  });

  it('does not know what a reset after the body has cost', async () => {
    const base = await listen((request) => void request.resume().on('end', () => request.socket.destroy()));
    expect(await call(base)).toMatchObject({ kind: 'failed', charge: 'unknown' });
  });

  it('does not wait longer than it was told', async () => {
    const base = await listen(() => {});
    expect(await call(base, 200)).toMatchObject({ kind: 'failed', charge: 'unknown' });
  });

  it('reads no more of an answer than one can have', async () => {
    const base = await listen((request, response) => {
      request.resume();
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`{"status":"OK","message":"${'x'.repeat(2_000_000)}"}`);
    });
    expect(await call(base)).toMatchObject({ answer: { kind: 'malformed' }, charge: 'unknown' });
  });
});
