import { hash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { prepareConsole } from '../agent/index.ts';
import { createEdge } from '../app.ts';
import { composeDeps } from '../compose.ts';
import { createKeyring } from '../crypto/keyring.ts';
import { rewrapKeys } from '../crypto/rewrap.ts';
import type { Log } from '../deps.ts';
import { pollDue } from '../due/poller.ts';
import type { Limits } from '../limits/limits.ts';
import { smtpMailer } from '../notices/smtp.ts';
import { BadSettingError, type Settings } from '../settings.ts';
import { webhookFetch } from '../webhooks/fetch.node.ts';
import {
  openImages,
  openStore,
  pinoLog,
  servedOutside,
  shadowOf,
  startEmbedded,
  upstreamsOf,
} from './compose.node.ts';
import { nodeMetrics } from './metrics.node.ts';
import { metricsRoute } from './metrics-route.node.ts';
import { clientAddress, isTrusted, parseProxies, peerOf } from './peer.node.ts';
import { generatedSecret } from './secret.node.ts';
import { webFiles } from './web-files.node.ts';

/** Requests under way at SIGTERM get this long to end, ms. */
const DRAIN_MS = 10_000;
/** Slowest upload that is waited for: 2 MB in a minute is 280 kbit/s, ms. */
const REQUEST_TIMEOUT_MS = 60_000;
const DAY_MS = 24 * 3600 * 1000;
const DIST = join(import.meta.dirname, '../../../dist');

export interface RunningNode {
  /** Where it really listens. */
  readonly url: string;
  /** Resolves when readings can be served. */
  readonly ready: Promise<void>;
  /** Takes no more requests, ends those under way, closes everything. */
  readonly close: () => Promise<void>;
}

/**
 * The whole of Kenal in this process: BFF, web app, engine and OCR API on one port. It listens when this
 * resolves; `/readyz` says 503 until `ready` does.
 * @throws BadSettingError; whatever keeps the stores from opening or the port from being listened at.
 */
export async function startNode(
  settings: Settings,
  { log = pinoLog(settings), limits }: { log?: Log; limits?: Limits } = {},
): Promise<RunningNode> {
  const proxies = parseProxies(settings.trustProxy);
  if (!proxies)
    throw new BadSettingError('TRUST_PROXY must be none, or addresses, networks, loopback, private');
  const secret = settings.secretKey ?? generatedSecret(settings.dataDir);
  const store = openStore(settings);
  const [own, keys, images] = await Promise.all([
    startEmbedded(settings),
    createKeyring(secret, settings.secretKeyPrevious ?? undefined),
    openImages(settings),
    store.migrate(),
  ]);
  await store.due.retainFor(settings.retentionDays * DAY_MS);
  // Some 3 MB of code, and work for each request: only where somebody collects it.
  const traces = settings.otlpEndpoint
    ? (await import('./traces.node.ts')).otlpTraces({
        endpoint: settings.otlpEndpoint,
        log,
        trusts: (env) => isTrusted(peerOf(env), proxies),
      })
    : null;
  const metrics = nodeMetrics(
    () => own?.engine.stats() ?? null,
    () => own?.usage() ?? {},
    async () => {
      const now = Date.now();
      const { rows, since } = await store.due.waiting(now);
      return { rows, seconds: since === null ? 0 : (now - since) / 1000 };
    },
  );
  const deps = composeDeps(settings, {
    upstreams: upstreamsOf(settings, own),
    ...shadowOf(settings, own),
    store,
    images,
    keys,
    // Half the time of WebCrypto's, which hands it to another thread and back.
    digest: (bytes) => hash('sha256', bytes, 'hex'),
    log,
    metrics,
    ...(traces && { traces }),
    mailer: settings.mail && smtpMailer(settings.mail),
    limits,
    webhookFetch: webhookFetch({ allowPrivate: settings.webhookAllowPrivate }),
    ready: () => own?.engine.ready ?? true,
    addressOf: (request, env) => clientAddress(request, peerOf(env), proxies),
    web: webFiles(DIST),
  });
  await prepareConsole(deps);
  const edge = createEdge(deps);
  const showMetrics = metricsRoute(settings, metrics);
  const server = createAdaptorServer({
    fetch: (request, env) => {
      const { pathname } = new URL(request.url);
      if (own && pathname.startsWith('/v1/')) return servedOutside(own, traces, request, env);
      if (pathname === '/metrics') return showMetrics(request, env);
      return edge.fetch(request, env);
    },
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const stopPolling = pollDue(deps);
  const rewrapping = settings.secretKeyPrevious ? rewrapKeys(deps) : Promise.resolve();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    ready: own?.engine.warm ?? Promise.resolve(),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), DRAIN_MS);
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      await Promise.all([closed, stopPolling(), rewrapping]);
      clearTimeout(cut);
      await own?.engine.close();
      await store.close();
      await traces?.close();
    },
  };
}
