import { join } from 'node:path';
import type { Hono } from 'hono';
import pino from 'pino';
import type { Engine } from '#src/engine/index.ts';
import { hostedUpstream } from '../compose.ts';
import type { EdgeDeps, Log } from '../deps.ts';
import { nodePost } from '../ocr/post.node.ts';
import type { Upstream } from '../ocr/upstream.ts';
import type { Settings } from '../settings.ts';
import type { ImageStore } from '../stores/images.ts';
import { diskImages } from '../stores/images-disk.node.ts';
import { s3Images } from '../stores/images-s3.ts';
import { openPostgres } from '../stores/postgres.ts';
import { openSqlite } from '../stores/sqlite.node.ts';
import type { Store } from '../stores/store.ts';
import { inSpan, type Traces } from '../traces/traces.ts';
import type { KeyUsage } from './metrics.node.ts';
import { keyNames, ocrAuthorisation } from './ocr-keys.node.ts';

export const openStore = ({ databaseUrl, dataDir }: Settings): Store =>
  databaseUrl ? openPostgres(databaseUrl) : openSqlite(join(dataDir, 'kenal.sqlite'));

export const openImages = async ({ s3, dataDir }: Settings): Promise<ImageStore> =>
  s3 ? s3Images(s3) : diskImages(join(dataDir, 'images'));

export interface Embedded {
  readonly engine: Engine;
  /** The OCR API as the BFF calls it, in this process. */
  readonly inside: Hono;
  /** The same for others, at `/v1/*`. */
  readonly outside: Hono;
  /** Answers at `/v1/*` so far, by key (its fingerprint) and status. */
  readonly usage: () => KeyUsage;
}

/** The engine is 500 MB: it is loaded only where it reads or serves. */
export async function startEmbedded(settings: Settings): Promise<Embedded | null> {
  const { hosted, ocrFallback, ocrApiKeys, ocrShadow, publicUrl } = settings;
  if (hosted && ocrFallback === 'none' && !ocrApiKeys && ocrShadow === 0) return null;
  const { createEngine, createOcrApi, createUsageCounter } = await import('#src/engine/index.ts');
  const engine = await createEngine();
  const usage = createUsageCounter();
  const nameOf = keyNames(ocrApiKeys);
  return {
    engine,
    inside: createOcrApi({ engine, authorise: () => true }),
    outside: createOcrApi({
      engine,
      authorise: ocrAuthorisation(ocrApiKeys, publicUrl),
      usage: (event) => usage.record({ ...event, key: nameOf(event.key) }),
    }),
    usage: usage.snapshot,
  };
}

/** The OCR API's answer to others, in a span of its own: `/v1` is not the BFF's, and has no log. */
export const servedOutside = (
  { outside }: Embedded,
  traces: Traces | null,
  request: Request,
  env: unknown,
): Promise<Response> =>
  inSpan(
    traces ?? undefined,
    `${request.method} /v1/*`,
    { kind: 'server', from: { request, env } },
    async (span) => {
      const response = await outside.fetch(request, env as object);
      span?.set({ 'http.request.method': request.method, 'http.response.status_code': response.status });
      return response;
    },
  );

const embeddedUpstream = ({ inside }: Embedded): Upstream => ({
  name: 'embedded',
  kind: 'embedded',
  operator: null,
  details: true,
  base: 'http://embedded.invalid',
  apiKey: null,
  fetch: async (request) => inside.fetch(request),
});

/** Who reads some of the images of a hosted API as well: our own engine, at the share of OCR_SHADOW. */
export const shadowOf = ({ ocrShadow }: Settings, own: Embedded | null): Pick<EdgeDeps, 'shadow'> =>
  own && ocrShadow > 0 ? { shadow: { share: ocrShadow, upstream: embeddedUpstream(own) } } : {};

/** The hosted API if there is one, the embedded engine otherwise or behind it. */
export function upstreamsOf(settings: Settings, own: Embedded | null): EdgeDeps['upstreams'] {
  const { hosted, ocrFallback } = settings;
  const embedded = own && embeddedUpstream(own);
  const remote = hosted && { ...hostedUpstream(hosted), post: nodePost(hosted.url) };
  const [first, fallback] = remote ? [remote, ocrFallback === 'embedded' ? embedded : null] : [embedded];
  if (!first) throw new Error('there is no upstream');
  return fallback ? [first, fallback] : [first];
}

/** JSON lines on standard output. */
export function pinoLog({ logLevel }: Settings): Log {
  const logger = pino({ level: logLevel, base: null });
  return {
    info: (fields, message) => logger.info(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
