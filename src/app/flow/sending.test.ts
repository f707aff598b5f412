import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ApplicationReceipt } from '#src/contract/index.ts';
import { sampleReceipt, sampleSession, sampleSubmission } from '#src/lib/samples.ts';
import { createSessionKeeper } from '#src/lib/session.ts';
import { createSending } from './sending.ts';

/** What goes out, until the test lets it arrive or fail. */
interface Out {
  readonly contact: string;
  readonly arrive: () => void;
  readonly fail: () => void;
}
let out: Out[] = [];

vi.stubGlobal('window', new EventTarget());
vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
  if (path === '/api/sessions') return Promise.resolve(Response.json(sampleSession('s', 't')));
  return new Promise((resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    const { contact } = JSON.parse(String(init.body)).values;
    out.push({
      contact,
      fail: () => reject(new TypeError('Failed to fetch')),
      arrive: () => resolve(Response.json(sampleReceipt(contact))),
    });
  });
});

let sending: ReturnType<typeof createSending>;
let receipts: string[];
const take = ({ reference }: ApplicationReceipt) => void receipts.push(reference);
/** Everything that can happen now has happened. */
const settled = () => vi.advanceTimersByTimeAsync(0);
/** Longer than any pause between two tries. */
const longAfter = () => vi.advanceTimersByTimeAsync(10_000);

beforeEach(() => {
  vi.useFakeTimers();
  [out, receipts] = [[], []];
  sending = createSending(createSessionKeeper());
});
afterEach(() => {
  vi.useRealTimers();
});

it('tries until an answer comes, and says how far that is', async () => {
  const told: string[] = [];
  sending.subscribe(() => told.push(sending.now().state));
  sending.submit(sampleSubmission('a'), take);
  await settled();
  out[0]?.fail();
  await longAfter();
  out[1]?.arrive();
  await settled();
  expect(told).toEqual(['sending', 'waiting', 'idle']);
  expect(receipts).toEqual(['a']);
});

it('sends nothing more once it is stopped, though the line comes back', async () => {
  sending.submit(sampleSubmission('a'), take);
  await settled();
  out[0]?.fail();
  await settled();
  expect(sending.now().state).toBe('waiting');
  sending.stop();
  expect(sending.now().state).toBe('idle');
  window.dispatchEvent(new Event('online'));
  await longAfter();
  expect(out).toHaveLength(1);
  expect(sending.inDoubt()).toBe(true);
});

it('takes the receipt of a try that was under way when it was stopped', async () => {
  sending.submit(sampleSubmission('a'), take);
  await settled();
  sending.stop();
  out[0]?.arrive();
  await settled();
  expect(receipts).toEqual(['a']);
  expect(sending.inDoubt()).toBe(false);
});

it('says whether a try that was given up in the middle came to a receipt, and forgets it with the application', async () => {
  sending.submit(sampleSubmission('a'), take);
  await settled();
  sending.stop();
  const landed = sending.landed();
  out[0]?.arrive();
  expect(await landed).toBe(true);
  expect(await sending.landed()).toBe(false);
  sending.submit(sampleSubmission('b'), take);
  await settled();
  sending.stop();
  out[1]?.fail();
  expect(await sending.landed()).toBe(false);
});

it('does not speak of the failure of what was stopped', async () => {
  sending.submit(sampleSubmission('a'), take);
  await settled();
  sending.stop();
  out[0]?.fail();
  await longAfter();
  expect(out).toHaveLength(1);
  expect(sending.now().state).toBe('idle');
});

it('begins with nothing in doubt for another application', async () => {
  sending.submit(sampleSubmission('a'), take);
  await settled();
  out[0]?.fail();
  await settled();
  sending.reset();
  expect(sending.inDoubt()).toBe(false);
  await longAfter();
  expect(out).toHaveLength(1);
  expect(receipts).toEqual([]);
});
