import type { Country } from '#src/countries/types.ts';
import type { Bytes } from '../crypto/bytes.ts';
import type { Clock, Log, Metrics } from '../deps.ts';
import type { CallEnd, MeterStore } from '../stores/meter.ts';
import type { Charge } from '../stores/schema.ts';
import { inSpan, type Traces } from '../traces/traces.ts';
import type { Answer } from './answer.ts';
import { createBreaker } from './breaker.ts';
import { type CallResult, callUpstream } from './call.ts';
import type { Upstream } from './upstream.ts';

export interface OcrTiming {
  /** One call, ms. */
  readonly callMs: number;
  /** All calls of one reading together, ms. */
  readonly totalMs: number;
  /** Kept for the last upstream, so that a stalled first one leaves it time, ms. */
  readonly reserveMs: number;
  /** First wait before another try; doubles, with full jitter, ms. */
  readonly backoffMs: number;
}

/** The hosted API answers within 2 s, the embedded one within 1; a person waits no longer than this anyway. */
export const OCR_TIMING: OcrTiming = { callMs: 10_000, totalMs: 25_000, reserveMs: 8_000, backoffMs: 200 };

/** Calls to one upstream that cost nothing, before the next one is asked. */
const MAX_FREE_CALLS = 3;
/** Calls for one image of which nobody knows whether they were charged. */
const MAX_UNKNOWN_CALLS = 2;

interface OcrRequest {
  readonly sessionId: string;
  readonly country: Country;
  readonly image: Bytes;
  readonly imageHash: string;
  /** Hash of the file that the image was made of, as a test session says it. */
  readonly fileHash?: string | undefined;
  /** Calls of unknown charge that were already made for this image. */
  readonly unknownCalls: number;
}

export type FinalAnswer = Exclude<Answer, { kind: 'inner_error' | 'refused' | 'malformed' }>;

interface OcrResult {
  /** Null: no upstream gave an outcome. */
  readonly answer: FinalAnswer | null;
  /** Some call of this reading is known to be charged. */
  readonly charged: boolean;
  readonly unknownCalls: number;
  /** Name of whose answer it is; null without one. */
  readonly upstream: string | null;
  /** The last call, whose row in the meter is ended by whoever stores the outcome; null if none was made. */
  readonly lastCall: CallEnd | null;
}

export type OcrClient = (request: OcrRequest) => Promise<OcrResult>;

interface ClientDeps {
  readonly upstreams: readonly Upstream[];
  readonly meter: MeterStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: OcrTiming;
  readonly metrics: Metrics | undefined;
  readonly traces: Traces | undefined;
}

type Called = CallResult & { readonly end: CallEnd };

type Next = { done: FinalAnswer } | 'again' | 'next upstream';

/** What to do after a call: the retry rules of the whole project, in one place. */
function decide(result: CallResult, calls: number, unknownCalls: number): Next {
  if (result.kind === 'failed') {
    const limit = result.charge === 'free' ? calls < MAX_FREE_CALLS : unknownCalls < MAX_UNKNOWN_CALLS;
    return limit ? 'again' : 'next upstream';
  }
  const { answer, charge } = result;
  switch (answer.kind) {
    case 'inner_error':
      return calls < MAX_FREE_CALLS ? 'again' : 'next upstream';
    case 'refused':
      return 'next upstream';
    case 'malformed':
      // Known to be charged: the same image is not sent there again, however useless the answer was.
      return charge === 'unknown' && unknownCalls < MAX_UNKNOWN_CALLS ? 'again' : 'next upstream';
    default:
      return { done: answer };
  }
}

/** Reads an image with the first upstream, and with the others where that fails. Every call is metered. */
export function createOcrClient(deps: ClientDeps): OcrClient {
  const { upstreams, meter, clock, log, timing, metrics, traces } = deps;
  const send = async (upstream: Upstream, request: OcrRequest, timeoutMs: number): Promise<Called> => {
    const id = crypto.randomUUID();
    const at = clock.now();
    const { sessionId, country, image, imageHash, fileHash = imageHash } = request;
    await meter.begin({
      id,
      at,
      session_id: sessionId,
      country: country.code,
      upstream: upstream.name,
      image_hash: imageHash,
    });
    const sent = performance.now();
    const more = upstream.kind === 'embedded' ? traces?.headers() : {};
    const result = await callUpstream(upstream, country, image, timeoutMs, fileHash, more);
    const ms = performance.now() - sent;
    const status = result.kind === 'answered' ? result.status : null;
    // Our own engine costs nothing, whatever it answers.
    const charge: Charge = upstream.kind === 'embedded' ? 'free' : result.charge;
    const outcome = result.kind === 'answered' ? result.answer.kind : 'failed';
    metrics?.ocrCall(upstream.name, outcome, charge, ms / 1000);
    log.info({ upstream: upstream.name, country: country.code, status, outcome, charge, ms }, 'ocr call');
    return { ...result, charge, end: { id, status, charge, ms } } as Called;
  };

  const call = (upstream: Upstream, request: OcrRequest, timeoutMs: number): Promise<Called> => {
    const attributes = { 'kenal.ocr.upstream': upstream.name, 'kenal.country': request.country.code };
    return inSpan(traces, 'ocr call', { kind: 'client', attributes }, async (span) => {
      const called = await send(upstream, request, timeoutMs);
      const outcome = called.kind === 'answered' ? called.answer.kind : 'failed';
      const status = called.end.status ?? 'none';
      span?.set({
        'kenal.ocr.status': status,
        'kenal.ocr.outcome': outcome,
        'kenal.ocr.charge': called.charge,
      });
      if (outcome === 'failed') span?.fail();
      return called;
    });
  };

  const breakers = upstreams.map((upstream) =>
    createBreaker(upstream, (state) => {
      log.info({ upstream: upstream.name, state }, 'circuit breaker');
      metrics?.breaker(upstream.name, state === 'open');
    }),
  );

  return async (request) => {
    const start = clock.now();
    let charged = false;
    let unknownCalls = 0;
    let lastCall: CallEnd | null = null;
    for (const [i, upstream] of upstreams.entries()) {
      const last = i === upstreams.length - 1;
      const until = start + timing.totalMs - (last ? 0 : timing.reserveMs);
      // Once it is known what this image cost, or twice unknown, only what is free may still read it.
      const spent = charged || request.unknownCalls + unknownCalls >= MAX_UNKNOWN_CALLS;
      if (spent && upstream.kind === 'hosted') continue;
      for (let calls = 1; ; calls++) {
        const left = until - clock.now();
        if (left <= 0) break;
        const timeout = Math.min(left, timing.callMs);
        const result = await breakers[i]!(async () => {
          if (lastCall) await meter.end(lastCall);
          return call(upstream, request, timeout);
        });
        if (!result) break;
        lastCall = result.end;
        if (result.charge === 'charged') charged = true;
        if (result.charge === 'unknown') unknownCalls++;
        const next = decide(result, calls, request.unknownCalls + unknownCalls);
        if (typeof next === 'object')
          return { answer: next.done, charged, unknownCalls, lastCall, upstream: upstream.name };
        if (next === 'next upstream') break;
        await clock.sleep(Math.random() * timing.backoffMs * 2 ** (calls - 1));
      }
    }
    return { answer: null, charged, unknownCalls, lastCall, upstream: null };
  };
}
