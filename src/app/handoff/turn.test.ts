import { beforeEach, expect, it, vi } from 'vitest';
import { sampleSession } from '#src/lib/samples.ts';
import { createGivenKeeper } from '#src/lib/session.ts';
import { awaitTurn } from './turn.ts';

/** What the BFF has: whether it was sent, and who has the turn. */
let sent = false;
let holder: 'desktop' | 'phone' | null = 'phone';
/** What happens when the hand-off is looked at again. */
let next = (): void => undefined;

const turn = () => ({
  id: 'h',
  state: sent ? 'done' : 'joined',
  holder,
  draftAt: 1,
  applicationId: sent ? 'a' : null,
  expiresAt: '2026-11-22T03:00:00Z',
});
const none = () => new Response(null, { status: 204 });

vi.stubGlobal('fetch', async (path: string) => {
  switch (path) {
    case '/api/handoffs':
      return holder ? Response.json(turn()) : none();
    case '/api/handoffs/h':
      return Response.json(turn());
    case '/api/handoffs/h/events':
      next();
      return new Response(`data: ${JSON.stringify(turn())}\n\n`, {
        headers: { 'content-type': 'text/event-stream' },
      });
    default:
      throw new Error(path);
  }
});

let waited: string[] = [];
const wait = (side: 'desktop' | 'phone') =>
  awaitTurn(
    createGivenKeeper(sampleSession('s', 't')),
    side,
    (id) => waited.push(id),
    new AbortController().signal,
  );
beforeEach(() => {
  [sent, holder, waited] = [false, 'phone', []];
  next = () => undefined;
});

it('waits until the other device has sent it', async () => {
  next = () => {
    sent = true;
  };
  await wait('desktop');
  expect(waited).toEqual(['h']);
});

it('waits until the turn is taken back, through a line that breaks', async () => {
  next = () => {
    holder = 'desktop';
    throw new TypeError('Failed to fetch');
  };
  await wait('desktop');
  expect(waited).toEqual(['h']);
});

it('does not wait where this device has the turn, where it was sent, or where no other device is', async () => {
  holder = 'desktop';
  await wait('desktop');
  [holder, sent] = ['phone', true];
  await wait('desktop');
  [holder, sent] = [null, false];
  await wait('desktop');
  expect(waited).toEqual([]);
});
