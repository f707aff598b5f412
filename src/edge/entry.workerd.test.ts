import { createServer, type RequestListener, type Server } from 'node:http';
import type { Miniflare } from 'miniflare';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationReceipt, ReadingReply, SessionReply } from '#src/contract/index.ts';
import { startNode } from './node/start.node.ts';
import { readSettings } from './settings.ts';
import { openPostgres } from './stores/postgres.ts';
import type { Store } from './stores/store.ts';
import { problemOf } from './testing/bed.node.ts';
import { temporaryFolder } from './testing/files.node.ts';
import { startPostgres, type TestPostgres } from './testing/postgres.node.ts';
import { idempotent, MY_VALUES, photo, submission } from './testing/samples.node.ts';
import { DOCUMENTED } from './testing/upstream.node.ts';
import { deployedScript, startDeployed } from './testing/workerd/deployed.node.ts';
import { WRANGLER } from './testing/workerd/start.node.ts';

const SECRET = 'the secret of a worker, long enough to be one';
const NEXT = 'the next secret of that worker, as long as it';
const ORIGIN = 'https://kenal.example';

let postgres: TestPostgres;
let script: string;
let upstream: Server;
let answer: RequestListener;
let settings: Record<string, string>;
const ends: (() => Promise<unknown>)[] = [];
const lines: string[] = [];

beforeAll(async () => {
  [postgres, script] = await Promise.all([startPostgres(), deployedScript()]);
  upstream = createServer(
    (request, response) => void request.resume().on('end', () => answer(request, response)),
  );
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const address = upstream.address();
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  settings = { PUBLIC_URL: ORIGIN, SECRET_KEY: SECRET, OCR_API_URL: base, OCR_API_KEY: 'upstream-key' };
});
afterAll(async () => {
  upstream.closeAllConnections();
  upstream.close();
  await postgres.stop();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  lines.length = 0;
});

async function database(): Promise<{ url: string; store: Store }> {
  const url = await postgres.database();
  const store = openPostgres(url, { connections: 2 });
  ends.push(store.close);
  await store.migrate();
  return { url, store };
}

function worker(url: string, over: Record<string, string> = {}, floods = 1000): Miniflare {
  const miniflare = startDeployed(script, url, {
    settings: { ...settings, ...over },
    floods,
    line: (line) => void lines.push(line),
  });
  ends.push(() => miniflare.dispose());
  return miniflare;
}

const ask = (on: Miniflare, path: string, init: RequestInit = {}): Promise<Response> =>
  on.dispatchFetch(ORIGIN + path, { ...init, redirect: 'manual' } as never) as unknown as Promise<Response>;

async function session(on: Miniflare): Promise<SessionReply> {
  const response = await ask(on, '/api/sessions', { method: 'POST' });
  expect(response.status).toBe(201);
  return (await response.json()) as SessionReply;
}

const send = (
  on: Miniflare,
  token: string,
  path: string,
  body: BodyInit,
  headers: Record<string, string> = {},
) => ask(on, path, { method: 'POST', body, headers: { authorization: `Bearer ${token}`, ...headers } });

async function scheduled(on: Miniflare, cron: string): Promise<void> {
  const trigger = (await on.getWorker()) as unknown as {
    scheduled: (event: { cron: string }) => Promise<{ outcome: string }>;
  };
  expect(await trigger.scheduled({ cron })).toMatchObject({ outcome: 'ok' });
}

const YEAR_MS = 365 * 24 * 3600 * 1000;

describe('the worker that is deployed', () => {
  it('takes a customer from a photo to an application, through a real socket to the upstream', async () => {
    const { url, store } = await database();
    const on = worker(url);
    answer = (_, response) => void response.end(JSON.stringify(DOCUMENTED.my));
    const { token, sessionId } = await session(on);
    const reading = (await (await send(on, token, '/api/readings/my', photo())).json()) as ReadingReply;
    expect(reading).toMatchObject({ outcome: 'read', fields: { number: { value: '460619-12-5087' } } });
    const consent = { version: '2026-11', locale: 'en' as const, acceptedAt: new Date().toISOString() };
    const response = await send(
      on,
      token,
      '/api/applications',
      JSON.stringify(submission(reading.readingId, { consent })),
      { 'content-type': 'application/json', ...idempotent() },
    );
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as ApplicationReceipt;
    expect((await store.applications.ofSession(sessionId))?.id).toBe(id);
    expect(await store.meter.all()).toMatchObject([{ status: 'OK', charge: 'charged' }]);
    const logged = lines.join('\n');
    expect(logged).toContain('"route":"/api/applications","status":201');
    for (const value of Object.values(MY_VALUES)) expect(logged).not.toContain(`"${value}"`);
  });

  it.each([
    ['a reset after the body', (request) => void request.socket.destroy()],
    ['a redirect', (_, response) => void response.writeHead(307, { location: `${ORIGIN}/v1` }).end()],
  ] satisfies [string, RequestListener][])(
    'after %s sends an image once more and no third time',
    async (_, listener) => {
      const { url, store } = await database();
      const on = worker(url);
      let calls = 0;
      answer = (request, response) => {
        calls++;
        listener(request, response);
      };
      const { token } = await session(on);
      for (let i = 0; i < 2; i++)
        expect(await problemOf(await send(on, token, '/api/readings/my', photo()))).toEqual([
          502,
          'upstream_unavailable',
        ]);
      expect(calls).toBe(2);
      expect((await store.meter.all()).map(({ charge }) => charge)).toEqual(['unknown', 'unknown']);
    },
  );

  it('serves the app with the headers that Node gives it', async () => {
    const { url } = await database();
    const on = worker(url);
    const node = await startNode(
      readSettings({ ...settings, PORT: '0', DATA_DIR: temporaryFolder(), LOG_LEVEL: 'silent' }),
    );
    ends.push(node.close);
    const page = await (await ask(on, '/')).text();
    expect(page).toContain('<!doctype html>');
    const script_ = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    const paths = [
      '/',
      '/agent/queue',
      '/status/x',
      '/embed',
      '/index.html',
      script_,
      '/icon.svg',
      '/.stamp',
    ];
    // What differs by its nature: each request's own, and how the body came.
    const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'x-request-id', 'etag']);
    own.add('content-length').add('content-encoding').add('vary');
    const seen = async (response: Response) => {
      await response.body?.cancel();
      const headers = [...response.headers].filter(([name]) => !own.has(name) && !/^(?:cf|mf)-/.test(name));
      return [response.status, Object.fromEntries(headers)];
    };
    for (const path of [...paths, '/nowhere', '/api/nothing'])
      expect(await seen(await ask(on, path)), path).toEqual(await seen(await fetch(node.url + path)));
    const first = await ask(on, '/icon.svg');
    const again = await ask(on, '/icon.svg', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('does by its schedule what is due, and once a day what a change of the settings means', async () => {
    const { url, store } = await database();
    answer = (_, response) => void response.end(JSON.stringify(DOCUMENTED.my));
    const before = worker(url);
    const { token, sessionId } = await session(before);
    await send(before, token, '/api/readings/my', photo());
    const key = (await store.sessions.find(sessionId))?.data_key;
    const after = worker(url, { SECRET_KEY: NEXT, SECRET_KEY_PREVIOUS: SECRET });
    const [often, daily] = WRANGLER.triggers.crons;
    await scheduled(after, daily!);
    const rewrapped = (await store.sessions.find(sessionId))?.data_key;
    expect(rewrapped).not.toEqual(key);
    await scheduled(after, often!);
    expect(await store.sessions.find(sessionId)).not.toBeNull();
    await store.due.postpone({ kind: 'session', subject: sessionId }, Date.now() - YEAR_MS);
    await scheduled(after, often!);
    expect(await store.sessions.find(sessionId)).toBeNull();
  });

  it('says in the log, by its schedule, how the first admin is made', async () => {
    const { url, store } = await database();
    const on = worker(url);
    const [often = ''] = WRANGLER.triggers.crons;
    await scheduled(on, often);
    await scheduled(on, often);
    const said = lines.filter((line) => line.includes('no account yet'));
    expect(said).toHaveLength(1);
    const { code } = JSON.parse(said[0] ?? '') as { code: string };
    const person = {
      email: 'first@kenal.example',
      name: 'First',
      password: 'a long pass phrase of the tests',
    };
    const setUp = (given: string) =>
      ask(on, '/api/agent/setup', {
        method: 'POST',
        body: JSON.stringify({ ...person, code: given }),
        headers: { 'content-type': 'application/json', origin: ORIGIN },
      });
    expect((await setUp('1111-1111-1111')).status).toBe(403);
    expect((await setUp(code)).status).toBe(201);
    expect(await store.agents.any()).toBe(true);
  });

  it('ends a flood before the database hears of it', async () => {
    const { url, store } = await database();
    const on = worker(url, {}, 3);
    const from = (address: string) => ({ method: 'POST', headers: { 'cf-connecting-ip': address } });
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await ask(on, '/api/sessions', from('198.51.100.1'))).status);
    expect(statuses).toEqual([201, 201, 201, 429, 429]);
    expect((await ask(on, '/api/sessions', from('198.51.100.2'))).status).toBe(201);
    expect(await store.dataKeys.page('sessions', '', 100)).toHaveLength(4);
  });

  it.each([
    [{ SECRET_KEY: '' }, 'SECRET_KEY'],
    [{ OCR_FALLBACK: 'embedded' }, 'OCR_FALLBACK'],
    [{ OCR_SHADOW: '0.1' }, 'OCR_SHADOW'],
    [{ DATABASE_URL: 'postgres://elsewhere.example/kenal' }, 'DATABASE_URL'],
    [{ METRICS_TOKEN: SECRET }, 'METRICS_TOKEN'],
    [{ PUBLIC_URL: 'http://kenal.example' }, 'PUBLIC_URL'],
  ])('is not ready with %o, and tells the client nothing of it', async (over, name) => {
    const { url } = await database();
    const response = await ask(worker(url, over as Record<string, string>), '/readyz');
    expect(await response.clone().text()).not.toContain(name);
    expect(await problemOf(response)).toEqual([503, 'not_ready']);
    expect(lines.at(-1)).toMatch(new RegExp(`^Bad setting: ${name} [^\n]+$`));
  });
});
