import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './api/client.ts';
import { sampleSession } from './samples.ts';
import { createGivenKeeper, createSessionKeeper } from './session.ts';

let opened: (string | null)[] = [];
/** The session that the BFF opens; null: it takes no token. */
let session: string | null = 's';
const replyOf = (id: string, token: string) => sampleSession(id, token, 0);
vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
  opened.push(new Headers(init.headers).get('authorization'));
  if (session !== null) return Response.json(replyOf(session, `t${opened.length}`), { status: 201 });
  const problem = { type: 't', title: 't', status: 401, code: 'unauthorized' };
  return Response.json(problem, { status: 401 });
});
afterEach(() => {
  opened = [];
  session = 's';
});

it('opens one session for many callers, though every browser storage throws', async () => {
  const keeper = createSessionKeeper(() => 0);
  const [a, b] = await Promise.all([keeper.get(), keeper.get()]);
  expect(a).toBe(b);
  expect(opened).toEqual([null]);
  expect(keeper.current()?.token).toBe('t1');
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

it('begins anew once forgotten, and leaves a keeper of what was', async () => {
  let now = 0;
  const keeper = createSessionKeeper(() => now);
  await keeper.get();
  const left = keeper.forget();
  await keeper.get();
  expect(opened).toEqual([null, null]);
  now = 1_790_000;
  await left?.get();
  expect(opened.at(-1)).toBe('Bearer t1');
  expect(keeper.current()?.token).toBe('t2');
});

it('is not taken back by an answer to before it was forgotten', async () => {
  const keeper = createSessionKeeper(() => 0);
  const late = keeper.get();
  keeper.forget();
  expect((await late).token).toBe('t1');
  expect(keeper.current()).toBeNull();
});

describe('a session that was begun elsewhere', () => {
  const given = replyOf('partners', 'p1');
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'none',
      (error: ApiError) => error.code,
    );

  it('goes on after it was forgotten, and never as a session of nobody', async () => {
    const keeper = createGivenKeeper(given, () => 0);
    expect(keeper.forget()).toBeNull();
    expect((await keeper.get()).token).toBe('p1');
    expect(opened).toEqual([]);
    const refused = () => Promise.reject(new ApiError('unauthorized'));
    expect(await codeOf(keeper.call(refused))).toBe('unauthorized');
    expect(opened).toEqual(['Bearer p1']);
    expect(keeper.current()).toBe(given);
  });

  it('is over when its token is', async () => {
    session = null;
    const keeper = createGivenKeeper(given, () => 1_800_000);
    expect(await codeOf(keeper.call(() => Promise.resolve()))).toBe('unauthorized');
    expect(await codeOf(keeper.get())).toBe('unauthorized');
    expect(opened).toEqual(['Bearer p1', 'Bearer p1']);
  });

  it('goes on under another token where there is one', async () => {
    session = 'partners';
    const keeper = createGivenKeeper(given, () => 1_800_000);
    expect((await keeper.get()).token).toBe('t1');
  });
});
