import { afterEach, expect, it, vi } from 'vitest';
import { ApiError } from './api/client.ts';
import { createSessionKeeper } from './session.ts';

let opened: (string | null)[] = [];
vi.stubGlobal('fetch', (_path: string, init: RequestInit) => {
  opened.push(new Headers(init.headers).get('authorization'));
  const body = {
    token: `t${opened.length}`,
    sessionId: 's',
    expiresAt: new Date(1_800_000).toISOString(),
    countries: ['my'],
    allowManual: true,
    reader: { kind: 'embedded', operator: null },
    partner: null,
  };
  return Promise.resolve(new Response(JSON.stringify(body), { status: 201 }));
});
afterEach(() => {
  opened = [];
});

it('opens one session for many callers, though every browser storage throws', async () => {
  const keeper = createSessionKeeper(() => 0);
  const [a, b] = await Promise.all([keeper.get(), keeper.get()]);
  expect(a).toBe(b);
  expect(opened).toEqual([null]);
  expect(keeper.remembered()).toBe('t1');
});

it('renews a token that is about to end, and one that is refused', async () => {
  let now = 0;
  const keeper = createSessionKeeper(() => now);
  await keeper.get();
  now = 1_790_000;
  await keeper.get();
  expect(opened).toEqual([null, 'Bearer t1']);

  now = 0;
  const used: string[] = [];
  const answer = await keeper.call((token) => {
    used.push(token);
    return used.length === 1 ? Promise.reject(new ApiError('unauthorized')) : Promise.resolve('done');
  });
  expect(answer).toBe('done');
  expect(used).toEqual(['t2', 't3']);
});

it('begins anew once forgotten', async () => {
  const keeper = createSessionKeeper(() => 0);
  await keeper.get();
  keeper.forget();
  await keeper.get();
  expect(opened).toEqual([null, null]);
});
