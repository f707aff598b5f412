import { type Context, Hono } from 'hono';
import { failure, isCharged, type OcrStatus } from '#src/contract/index.ts';
import type { Engine, OcrReply } from '../engine.ts';
import { QueueFullError } from '../pool.ts';
import { parseRequest } from './parse-request.ts';

/** One answered request, for per-key counting. Free of anything that was on the card. */
export interface UsageEvent {
  readonly key: string | null;
  readonly country: string;
  readonly status: OcrStatus;
  readonly charged: boolean;
  readonly milliseconds: number;
}

interface OcrApiOptions {
  readonly engine: Pick<Engine, 'read' | 'countries'>;
  /** Whether this key may read. `peer` is the address of the direct peer where the server tells it. */
  readonly authorise: (key: string | null, request: Request, peer?: string) => boolean | Promise<boolean>;
  readonly usage?: (event: UsageEvent) => void;
}

/** Seconds after which a caller who found the queue full should come again: a few readings' time. */
const RETRY_AFTER_SECONDS = '2';

/**
 * The OCR API of the embedded engine: `POST /v1/{xx}_ocr/general` for every country that has a reader.
 * Every outcome is the documented object under HTTP 200, but a bad key: 401 with INVALID_REQUEST.
 *
 * @example
 * const api = createOcrApi({ engine, authorise: (key) => keys.has(key ?? '') });
 * const response = await api.request('/v1/my_ocr/general', { method: 'POST', body: form });
 */
export function createOcrApi({ engine, authorise, usage }: OcrApiOptions): Hono {
  const api = new Hono();
  for (const country of engine.countries) {
    // Every key of the answer in the documented order: Hono writes objects as they are.
    api.post(`/v1/${country}_ocr/general`, async (c) => {
      const started = performance.now();
      const { key, allowed } = await authorised(c, authorise);
      const reply: OcrReply = allowed
        ? await read(c, engine, country).catch((error: unknown) => {
            if (error instanceof QueueFullError) c.header('Retry-After', RETRY_AFTER_SECONDS);
            return failure('INNER_ERROR');
          })
        : failure('INVALID_REQUEST');
      const { status } = reply;
      const milliseconds = performance.now() - started;
      usage?.({ key, country, status, charged: isCharged(status), milliseconds });
      c.header('Cache-Control', 'no-store');
      return c.json(reply, allowed ? 200 : 401);
    });
  }
  api.notFound((c) => c.json(failure('INVALID_REQUEST'), 404));
  return api;
}

/** The header or the query token alone suffices; where both are sent, one that is accepted. */
async function authorised(c: Context, authorise: OcrApiOptions['authorise']) {
  const keys = [c.req.header('X-API-Key'), c.req.query('token')].filter((key) => key !== undefined);
  const peer = peerOf(c.env);
  for (const key of keys.length > 0 ? keys : [null]) {
    if (await authorise(key, c.req.raw, peer)) return { key, allowed: true };
  }
  // An unknown key is not counted under its own name: anyone could make up any number of them.
  return { key: null, allowed: false };
}

/** Where @hono/node-server serves the app, its bindings hold the incoming message. */
function peerOf(env: unknown): string | undefined {
  const bindings = env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return bindings?.incoming?.socket?.remoteAddress;
}

async function read(c: Context, engine: OcrApiOptions['engine'], country: string): Promise<OcrReply> {
  const parsed = await parseRequest(c.req.raw);
  if ('status' in parsed) return parsed;
  const { image, details } = parsed;
  return engine.read(country, image, { details, signal: c.req.raw.signal });
}
