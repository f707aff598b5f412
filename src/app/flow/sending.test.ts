import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ApplicationReceipt, ApplicationSubmission } from '#src/contract/index.ts';
import { createSessionKeeper } from '#src/lib/session.ts';
import { createSending } from './sending.ts';

const submission = (contact: string): ApplicationSubmission => ({
  country: 'my',
  readingId: null,
  values: { contact },
  confirmedWarnings: [],
  consent: { version: '1', locale: 'en', acceptedAt: '2026-11-22T03:00:00Z' },
  locale: 'en',
});

/** What goes out, until the test lets it arrive or fail. */
interface Out {
  readonly contact: string;
  readonly arrive: () => void;
  readonly fail: () => void;
}
let out: Out[] = [];

vi.stubGlobal('window', new EventTarget());
vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
  if (path === '/api/sessions')
    return Promise.resolve(
      Response.json({
        token: 't',
        sessionId: 's',
        countries: ['my'],
        allowManual: true,
        reader: { kind: 'embedded', operator: null },
        partner: null,
        expiresAt: new Date(Date.now() + 1_800_000).toISOString(),
      }),
    );
  return new Promise((resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    const { contact } = JSON.parse(String(init.body)).values;
    out.push({
      contact,
      fail: () => reject(new TypeError('Failed to fetch')),
      arrive: () =>
        resolve(
          Response.json({
            id: 'a',
            reference: contact,
            status: 'submitted',
            submittedAt: '2026-11-22T03:00:00Z',
            statusPath: '/status/a#s',
          }),
        ),
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
  sending.submit(submission('a'), take);
  await settled();
  out[0]?.fail();
  await longAfter();
  out[1]?.arrive();
  await settled();
  expect(told).toEqual(['sending', 'waiting', 'idle']);
  expect(receipts).toEqual(['a']);
});

it('sends nothing more once it is stopped, though the line comes back', async () => {
  sending.submit(submission('a'), take);
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
  sending.submit(submission('a'), take);
  await settled();
  sending.stop();
  out[0]?.arrive();
  await settled();
  expect(receipts).toEqual(['a']);
  expect(sending.inDoubt()).toBe(false);
});

it('does not speak of the failure of what was stopped', async () => {
  sending.submit(submission('a'), take);
  await settled();
  sending.stop();
  out[0]?.fail();
  await longAfter();
  expect(out).toHaveLength(1);
  expect(sending.now().state).toBe('idle');
});

it('begins with nothing in doubt for another application', async () => {
  sending.submit(submission('a'), take);
  await settled();
  out[0]?.fail();
  await settled();
  sending.reset();
  expect(sending.inDoubt()).toBe(false);
  await longAfter();
  expect(out).toHaveLength(1);
  expect(receipts).toEqual([]);
});
