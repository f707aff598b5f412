import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { ApiError, call, errorOf, isPassing, parsed, parsedIfAny } from './client.ts';

const answer = (make: (init: RequestInit) => Promise<Response>): void => {
  vi.stubGlobal('fetch', (_path: string, init: RequestInit) => make(init));
};
const failing = (): Promise<string> =>
  call('/api/x').then(
    () => 'no error',
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  );
/** A server that never answers, and notices when it is given up. */
const never = (init: RequestInit): Promise<Response> =>
  new Promise((_resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('call', () => {
  it('sends token and JSON, and gives the JSON of the answer', async () => {
    let sent: RequestInit = {};
    answer(async (init) => {
      sent = init;
      return Response.json({ ok: true });
    });
    expect(await call('/api/x', { method: 'PUT', token: 't', json: { a: 1 } })).toEqual({ ok: true });
    expect(sent.body).toBe('{"a":1}');
    expect(new Headers(sent.headers).get('authorization')).toBe('Bearer t');
  });

  it('names every way to fail', async () => {
    answer(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failing()).toBe('offline');
    answer(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await failing()).toBe('not_ready');
    const body = { type: 't', title: 't', status: 409, code: 'conflict' };
    answer(async () => Response.json(body, { status: 409 }));
    expect(await failing()).toBe('conflict');
  });

  it('gives up after a while, and at once when it is told to', async () => {
    vi.useFakeTimers();
    answer(never);
    const late = failing();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await late).toBe('timeout');

    const stop = new AbortController();
    const stopped = call('/api/x', { signal: stop.signal });
    stop.abort(new Error('told to'));
    await expect(stopped).rejects.toThrow('told to');
  });
});

it('tells what may pass by itself from what will not', () => {
  expect(isPassing(new ApiError('offline'))).toBe(true);
  expect(isPassing(errorOf(503, undefined))).toBe(true);
  expect(isPassing(new ApiError('checks_failed'))).toBe(false);
  expect(isPassing(new Error('else'))).toBe(false);
});

it('takes a code of a newer server for a definite answer, and nothing else that a proxy says', () => {
  const newer = { type: 't', title: 't', status: 409, code: 'of_tomorrow' };
  expect(isPassing(errorOf(409, newer))).toBe(false);
  expect(isPassing(errorOf(409, { code: 'of_a_proxy' }))).toBe(true);
});

it('believes nothing that is not as the contract says', () => {
  expect(() => parsed(z.object({ a: z.string() }), { a: 1 })).toThrow('bad_answer');
});

it('takes 204 as nothing there, and a page in between as no answer', async () => {
  answer(async () => new Response(null, { status: 204 }));
  expect(parsedIfAny(z.object({}), await call('/api/x'))).toBeNull();
  answer(async () => new Response('<h1>Sign in to this network</h1>'));
  const page = await call('/api/x');
  expect(() => parsedIfAny(z.object({}), page)).toThrow('bad_answer');
});
