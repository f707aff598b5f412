import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleReceipt, sampleSession } from '#src/lib/samples.ts';
import { createGivenKeeper } from '#src/lib/session.ts';
import { loadBefore } from './before.ts';
import { keepSessionBy } from './session.ts';

const draft = {
  draft: { country: 'my', step: 'form', readingId: null, values: {}, confirmedWarnings: [], consent: null },
  reading: null,
};
/** How often the BFF is away before it answers, and whether the session has sent its application. */
let away = 0;
let sent = false;

vi.stubGlobal('window', new EventTarget());
vi.stubGlobal('location', { pathname: '/' });
vi.stubGlobal('fetch', async (path: string) => {
  if (away-- > 0) throw new TypeError('Failed to fetch');
  if (path === '/api/draft') return sent ? new Response(null, { status: 204 }) : Response.json(draft);
  return Response.json({ country: 'my', receipt: sampleReceipt('ABC') });
});

beforeEach(() => {
  vi.useFakeTimers();
  [away, sent] = [0, false];
  keepSessionBy(createGivenKeeper(sampleSession('s', 't')));
});
afterEach(() => {
  vi.useRealTimers();
});
const load = async () => {
  const loaded = loadBefore(new AbortController().signal, true).catch(() => null);
  await vi.advanceTimersByTimeAsync(60_000);
  return loaded;
};

it('finds the draft again though the BFF is away for a moment: another one would take its place', async () => {
  away = 3;
  expect(await load()).toMatchObject({ type: 'resumed', reply: { draft: { step: 'form' } } });
});

it('finds what was sent', async () => {
  sent = true;
  expect(await load()).toMatchObject({ type: 'sent', receipt: { reference: 'ABC' } });
});

it('does not hold anybody up for ever', async () => {
  away = 100;
  expect(await load()).toBeNull();
});
