import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import pino from 'pino';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import type { Engine } from '#src/engine/index.ts';
import { createEdge } from '../app.ts';
import { createKeyring } from '../crypto/keyring.ts';
import { type EdgeDeps, type Log, systemClock } from '../deps.ts';
import type { Upstream } from '../ocr/upstream.ts';
import type { Settings } from '../settings.ts';
import { diskImages } from '../stores/images-disk.node.ts';
import { openSqlite } from '../stores/sqlite.node.ts';
import { ocrAuthorisation } from './ocr-keys.node.ts';
import { generatedSecret } from './secret.node.ts';
import { webFiles } from './web-files.node.ts';

/** Requests under way at SIGTERM get this long to end, ms. */
const DRAIN_MS = 10_000;
/** Slowest upload that is waited for: 2 MB in a minute is 280 kbit/s, ms. */
const REQUEST_TIMEOUT_MS = 60_000;
const DIST = join(import.meta.dirname, '../../../dist');

export interface RunningNode {
  /** Where it really listens. */
  readonly url: string;
  /** Resolves when readings can be served. */
  readonly ready: Promise<void>;
  /** Takes no more requests, ends those under way, closes everything. */
  readonly close: () => Promise<void>;
}

interface Embedded {
  readonly engine: Engine;
  /** The OCR API as the BFF calls it, in this process. */
  readonly inside: Hono;
  /** The same for others, at `/v1/*`. */
  readonly outside: Hono;
}

/** The engine is 500 MB: it is loaded only where it reads or serves. */
async function startEmbedded({ hosted, ocrFallback, ocrApiKeys }: Settings): Promise<Embedded | null> {
  if (hosted && ocrFallback === 'none' && !ocrApiKeys) return null;
  const { createEngine, createOcrApi } = await import('#src/engine/index.ts');
  const engine = await createEngine();
  return {
    engine,
    inside: createOcrApi({ engine, authorise: () => true }),
    outside: createOcrApi({ engine, authorise: ocrAuthorisation(ocrApiKeys) }),
  };
}

function upstreamsOf({ hosted, ocrFallback }: Settings, own: Embedded | null): EdgeDeps['upstreams'] {
  const embedded: Upstream | null = own && {
    name: 'embedded',
    kind: 'embedded',
    operator: null,
    details: true,
    base: 'http://embedded.invalid',
    apiKey: null,
    fetch: async (request) => own.inside.fetch(request),
  };
  const remote: Upstream | null = hosted && {
    name: new URL(hosted.url).host,
    kind: 'hosted',
    operator: new URL(hosted.url).hostname,
    details: false,
    base: hosted.url,
    apiKey: hosted.key,
    fetch: (request) => fetch(request),
  };
  const [first, fallback] = remote ? [remote, ocrFallback === 'embedded' ? embedded : null] : [embedded];
  if (!first) throw new Error('there is no upstream');
  return fallback ? [first, fallback] : [first];
}

/**
 * The whole of Kenal in this process: BFF, web app, engine and OCR API on one port. It listens when this
 * resolves; `/readyz` says 503 until `ready` does.
 */
export async function startNode(settings: Settings, log: Log = pinoLog(settings)): Promise<RunningNode> {
  const secret = settings.secretKey ?? generatedSecret(settings.dataDir);
  const store = openSqlite(join(settings.dataDir, 'kenal.sqlite'));
  const [own, keys, images] = await Promise.all([
    startEmbedded(settings),
    createKeyring(secret, settings.secretKeyPrevious ?? undefined),
    diskImages(join(settings.dataDir, 'images')),
    store.migrate(),
  ]);
  const edge = createEdge({
    upstreams: upstreamsOf(settings, own),
    countries: COUNTRIES,
    store,
    images,
    keys,
    clock: systemClock,
    settings: { publicUrl: settings.publicUrl, allowManual: settings.allowManual },
    log,
    ready: () => own?.engine.ready ?? true,
    web: webFiles(DIST),
  });
  const server = createAdaptorServer({
    fetch: (request, env) =>
      own && new URL(request.url).pathname.startsWith('/v1/')
        ? own.outside.fetch(request, env)
        : edge.fetch(request, env),
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    ready: own?.engine.warm ?? Promise.resolve(),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), DRAIN_MS);
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
      await own?.engine.close();
      await store.close();
    },
  };
}

function pinoLog({ logLevel }: Settings): Log {
  // Errors go where everything goes: one stream in order, as log collectors expect.
  const logger = pino({ level: logLevel, base: null });
  return {
    info: (fields, message) => logger.info(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
