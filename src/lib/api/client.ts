import type * as z from 'zod/mini';
import { type Problem, type ProblemCode, problemSeen } from '#src/contract/index.ts';
import { commonHeaders } from './headers.ts';

/** Why a call failed: a problem of the BFF, no usable answer at all, or a session that was not to change. */
export type ApiErrorCode = ProblemCode | 'offline' | 'timeout' | 'bad_answer' | 'session_changed';

/** A failed call. `code` decides what the person is told; no card data is in it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly fields: NonNullable<Problem['fields']>;
  constructor(code: ApiErrorCode, fields: Problem['fields'] = [], cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.fields = fields;
  }
}

/** Failures that may pass by themselves: the same call may be made again. */
const PASSING: readonly ApiErrorCode[] = [
  'offline',
  'timeout',
  'bad_answer',
  'not_ready',
  'upstream_unavailable',
];

export const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && (PASSING.includes(error.code) || error.code === 'rate_limited');

/** The error that an answer which is not 2xx stands for. */
export function errorOf(status: number, body: unknown): ApiError {
  const { data } = problemSeen.safeParse(body);
  // A code that this page does not know yet is a definite answer too: each has its own words or those of the rest.
  if (data) return new ApiError(data.code as ProblemCode, data.fields);
  // A proxy in between answers in its own words.
  return new ApiError(status >= 500 ? 'not_ready' : 'bad_answer');
}

/** Parses what came over the wire by its contract. */
export function parsed<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new ApiError('bad_answer', [], result.error);
  return result.data;
}

/** Longest wait for a small JSON answer, in ms: a slow phone network answers within 10 s or not at all. */
const TIMEOUT_MS = 15_000;

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  token?: string | null;
  json?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  /** Lets the call outlive the page (drafts on leaving). */
  keepalive?: boolean;
}

/** A signal that ends with the caller's or when the time is up, whichever comes first. */
function deadline(signal: AbortSignal | undefined, ms: number) {
  // By hand: AbortSignal.any is younger than the oldest browsers supported.
  const stop = new AbortController();
  const abort = (): void => stop.abort(signal?.reason);
  const timer = setTimeout(() => stop.abort(new ApiError('timeout')), ms);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  const end = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  };
  return { signal: stop.signal, end };
}

/**
 * One call of the BFF: the JSON of a 2xx answer, null for 204, undefined for what is no JSON (a portal's page).
 * @throws ApiError; the signal's reason when it was aborted.
 */
export async function call(path: string, options: CallOptions = {}): Promise<unknown> {
  const { method = 'GET', token, json, headers, keepalive } = options;
  const { signal, end } = deadline(options.signal, TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      method,
      ...(keepalive && { keepalive }),
      signal,
      headers: {
        ...commonHeaders(),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const body = response.status === 204 ? null : toJson(await response.text());
    if (!response.ok) throw errorOf(response.status, body);
    return body;
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ApiError ? error : new ApiError('offline', [], error);
  } finally {
    end();
  }
}

/** The value of a JSON text; undefined for any other. */
export function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Parses an answer that may be none: null for 204. */
export const parsedIfAny = <T>(schema: z.ZodMiniType<T>, body: unknown): T | null =>
  body === null ? null : parsed(schema, body);
