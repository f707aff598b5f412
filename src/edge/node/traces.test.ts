import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadingReply, SessionReply } from '#src/contract/index.ts';
import { createEdge } from '../app.ts';
import { composeDeps } from '../compose.ts';
import { createKeyring } from '../crypto/keyring.ts';
import { runDue } from '../due/run.ts';
import { readSettings } from '../settings.ts';
import { SECRET, sqliteStores } from '../testing/bed.node.ts';
import { type Collector, startCollector } from '../testing/collector.node.ts';
import { temporaryFolder } from '../testing/files.node.ts';
import { idempotent, MY_VALUES, photo, submission } from '../testing/samples.node.ts';
import { DOCUMENTED, scriptedUpstream } from '../testing/upstream.node.ts';
import { startNode } from './start.node.ts';
import { otlpTraces } from './traces.node.ts';

/** Somebody else's trace. */
const FOREIGN = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };
const TRACEPARENT = { traceparent: `00-${FOREIGN.trace}-${FOREIGN.span}-01` };
const ADDRESS = '198.51.100.77';

describe('traces by OpenTelemetry', () => {
  let collector: Collector;
  let ocr: Server;
  beforeEach(async () => {
    collector = await startCollector();
    ocr = createServer((incoming, outgoing) => {
      incoming.resume().on('end', () => outgoing.end(JSON.stringify(DOCUMENTED.my)));
    });
    await new Promise<void>((resolve) => ocr.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    collector.close();
    ocr.closeAllConnections();
    ocr.close();
  });

  /** A person's whole way through a real server; then it ends, which sends what it has. */
  async function onboard(env: Record<string, string>) {
    const lines: { message: string; trace?: string; route?: string }[] = [];
    const write = (fields: object, message: string) => void lines.push({ ...fields, message });
    const settings = readSettings({
      PORT: '0',
      DATA_DIR: temporaryFolder(),
      OCR_API_URL: `http://127.0.0.1:${(ocr.address() as AddressInfo).port}`,
      OCR_API_KEY: 'key',
      ...env,
    });
    const kenal = await startNode(settings, { log: { info: write, error: write } });
    const post = (path: string, token: string, body: string | Uint8Array<ArrayBuffer>, more = {}) =>
      fetch(kenal.url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': ADDRESS, ...TRACEPARENT, ...more },
        body,
      });
    const session = (await (
      await fetch(`${kenal.url}/api/sessions`, { method: 'POST' })
    ).json()) as SessionReply;
    const { token } = session;
    const reading = (await (await post('/api/readings/my', token, photo())).json()) as ReadingReply;
    const json = { 'content-type': 'application/json', ...idempotent() };
    const sent = submission(reading.readingId);
    const made = await post('/api/applications', token, JSON.stringify(sent), json);
    expect(made.status).toBe(201);
    await fetch(`${kenal.url}/api/${encodeURIComponent(MY_VALUES.name)}?q=${MY_VALUES.number}`);
    await kenal.close();
    return { lines, token };
  }

  it('show requests, calls and transactions, one below the other, and nothing of a person', async () => {
    const { lines, token } = await onboard({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` });
    const named = (name: string) => collector.spans.filter((span) => span.name === name);
    const [read] = named('POST /api/readings/:country');
    expect(read).toMatchObject({
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/api/readings/:country',
        'http.response.status_code': 200,
      },
    });
    expect(read!.parentSpanId).toBeUndefined();
    const [call] = named('ocr call');
    expect(call).toMatchObject({
      traceId: read!.traceId,
      parentSpanId: read!.spanId,
      attributes: {
        'kenal.ocr.upstream': expect.stringContaining('127.0.0.1'),
        'kenal.ocr.status': 'OK',
        'kenal.ocr.outcome': 'read',
        'kenal.ocr.charge': 'charged',
      },
    });
    const [submitted] = named('POST /api/applications');
    expect(submitted).toMatchObject({ attributes: { 'http.response.status_code': 201 } });
    expect(named('store applications.submit')).toMatchObject([{ parentSpanId: submitted!.spanId }]);
    expect(collector.resource()).toMatchObject({ 'service.name': 'kenal' });

    const line = lines.find(({ route }) => route === '/api/readings/:country');
    expect(line?.trace).toBe(read!.traceId);
    expect(lines.find(({ message }) => message === 'ocr call')?.trace).toBe(read!.traceId);

    // Whoever is no trusted proxy cannot have a trace go on.
    const raw = collector.raw();
    expect(raw).not.toContain(FOREIGN.trace);
    for (const value of [...Object.values(MY_VALUES).filter((it) => it.length > 3), ADDRESS, token])
      expect(raw.includes(value) || raw.includes(encodeURIComponent(value)), value).toBe(false);
  });

  it('go on from a trusted proxy, and are not there without the setting', async () => {
    await onboard({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, TRUST_PROXY: 'loopback' });
    const read = collector.spans.find(({ name }) => name === 'POST /api/readings/:country');
    expect(read).toMatchObject({ traceId: FOREIGN.trace, parentSpanId: FOREIGN.span });
    const { raw } = collector;
    const before = raw();
    const { lines } = await onboard({ TRUST_PROXY: 'loopback' });
    expect(lines.some((line) => 'trace' in line)).toBe(false);
    expect(raw()).toBe(before);
  });

  it('reach our own engine, and show what was due', async () => {
    const seen: (string | null)[] = [];
    const embedded = scriptedUpstream({ name: 'embedded', kind: 'embedded', operator: null, details: true });
    embedded.script((request) => {
      seen.push(request.headers.get('traceparent'));
      return Response.json(DOCUMENTED.my);
    });
    const log = { info: () => {}, error: () => {} };
    const traces = otlpTraces({ endpoint: collector.url, log, trusts: () => false });
    const stores = await sqliteStores({});
    await stores.store.migrate();
    const deps = composeDeps(readSettings({}), {
      ...stores,
      upstreams: [embedded.upstream],
      keys: await createKeyring(SECRET),
      log,
      traces,
      mailer: null,
      ready: () => true,
    });
    const app = createEdge(deps);
    const session = (await (await app.request('/api/sessions', { method: 'POST' })).json()) as SessionReply;
    const headers = { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' };
    const read = await app.request('/api/readings/my', { method: 'POST', headers, body: photo() });
    const { readingId } = (await read.json()) as ReadingReply;
    await app.request('/api/applications', {
      method: 'POST',
      headers: { ...headers, ...idempotent() },
      body: JSON.stringify(submission(readingId)),
    });
    await runDue(deps);
    await traces.close();
    await stores.close();
    const call = collector.spans.find(({ name }) => name === 'ocr call');
    expect(seen).toEqual([`00-${call?.traceId}-${call?.spanId}-01`]);
    const run = collector.spans.find(({ name }) => name === 'due run');
    const event = collector.spans.find(({ name }) => name === 'due event');
    expect(run).toMatchObject({ attributes: { 'kenal.due.rows': expect.anything() } });
    expect(event).toMatchObject({ parentSpanId: run?.spanId, attributes: { 'kenal.due.through': true } });
  });

  it('keep no request from its answer where the collector refuses them, and the log says so', async () => {
    const { lines } = await onboard({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/elsewhere` });
    expect(collector.spans).toEqual([]);
    expect(lines.filter(({ message }) => message === 'traces were not sent')).toHaveLength(1);
  });
});
