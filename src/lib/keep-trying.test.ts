import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepTrying, pauseAfter } from './keep-trying.ts';

const page = new EventTarget();
vi.stubGlobal('window', page);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const passes = (): boolean => true;

it('tries again after 1, 2, 4 and then every 8 seconds', () => {
  expect([1, 2, 3, 4, 5, 50].map(pauseAfter)).toEqual([1000, 2000, 4000, 8000, 8000, 8000]);
});

it('goes on until it succeeds, and says that it waits', async () => {
  const work = vi.fn(async () => {
    if (work.mock.calls.length < 3) throw new Error('no line');
    return 'there';
  });
  const onWait = vi.fn();
  const done = keepTrying(work, { signal: new AbortController().signal, passes, onWait });
  await vi.advanceTimersByTimeAsync(1000 + 2000);
  expect(await done).toBe('there');
  expect(onWait).toHaveBeenCalledTimes(2);
});

it('tries at once when the line is back', async () => {
  const work = vi.fn(async () => {
    if (work.mock.calls.length < 2) throw new Error('no line');
    return 'there';
  });
  const done = keepTrying(work, { signal: new AbortController().signal, passes });
  await vi.advanceTimersByTimeAsync(10);
  page.dispatchEvent(new Event('online'));
  expect(await done).toBe('there');
});

it('gives up what cannot pass, and what nobody wants any more', async () => {
  const work = vi.fn(() => Promise.reject(new Error('refused')));
  const stop = new AbortController();
  await expect(keepTrying(work, { signal: stop.signal, passes: (_, times) => times < 1 })).rejects.toThrow(
    'refused',
  );
  expect(work).toHaveBeenCalledOnce();
  const waiting = keepTrying(work, { signal: stop.signal, passes });
  const ended = expect(waiting).rejects.toThrow('nobody');
  await vi.advanceTimersByTimeAsync(10);
  stop.abort(new Error('nobody'));
  await ended;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(2);
});
