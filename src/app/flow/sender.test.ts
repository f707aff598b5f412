import { beforeEach, expect, it, vi } from 'vitest';
import { sampleReceipt, sampleSession, sampleSubmission } from '#src/lib/samples.ts';
import { createSessionKeeper } from '#src/lib/session.ts';
import { createSender, type Sender } from './sender.ts';

/** A BFF as the real one: one application a session, whatever happens to its answers. */
let sessions = 0;
let stored: { body: string; session: string }[] = [];
let keys: string[] = [];
/** What happens to the answers, in turn; then they arrive. */
let fate: ('lost' | 'refused' | 'gone')[] = [];

function submitTo(session: string, body: string): Response {
  const mine = stored.find((row) => row.session === session);
  if (mine && mine.body !== body) return problem(409, 'conflict');
  if (!mine) stored.push({ session, body });
  return Response.json(receiptOf(body));
}
const receiptOf = (body: string) => sampleReceipt(JSON.parse(body).values.contact);
const problem = (status: number, code: string): Response =>
  Response.json({ type: 't', title: 't', status, code }, { status });

vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
  const headers = new Headers(init.headers);
  if (path === '/api/sessions') {
    sessions += 1;
    return Response.json(sampleSession(`s${sessions}`, `s${sessions}`));
  }
  init.signal?.throwIfAborted();
  const token = headers.get('authorization') ?? '';
  const mine = stored.find((row) => row.session === token);
  if (init.method === 'GET')
    return mine
      ? Response.json({ country: 'my', receipt: receiptOf(mine.body) })
      : new Response(null, { status: 204 });
  keys.push(headers.get('idempotency-key') ?? '');
  const now = fate.shift();
  if (now === 'refused') return problem(422, 'checks_failed');
  if (now === 'gone') return problem(409, 'conflict');
  const answer = submitTo(token, String(init.body));
  if (now === 'lost') throw new TypeError('Failed to fetch');
  return answer;
});

let sender: Sender;
let keeper: ReturnType<typeof createSessionKeeper>;
const signal = new AbortController().signal;
beforeEach(() => {
  [sessions, stored, keys, fate] = [0, [], [], []];
  keeper = createSessionKeeper();
  sender = createSender(keeper);
});

it('repeats a lost answer under the same key', async () => {
  fate = ['lost', 'lost'];
  await expect(sender.send(sampleSubmission('a'), signal)).rejects.toThrow('offline');
  await expect(sender.send(sampleSubmission('a'), signal)).rejects.toThrow('offline');
  expect((await sender.send(sampleSubmission('a'), signal)).reference).toBe('a');
  expect(new Set(keys).size).toBe(1);
  expect(stored).toHaveLength(1);
});

it('gives the receipt of what had arrived when something else is sent afterwards', async () => {
  fate = ['lost'];
  await expect(sender.send(sampleSubmission('a'), signal)).rejects.toThrow('offline');
  expect((await sender.send(sampleSubmission('b'), signal)).reference).toBe('a');
  expect(stored).toHaveLength(1);
});

it('gives the receipt of what the other device of a hand-off has sent', async () => {
  const { token } = await keeper.get();
  submitTo(`Bearer ${token}`, JSON.stringify(sampleSubmission('of the phone')));
  expect((await sender.send(sampleSubmission('of the desktop'), signal)).reference).toBe('of the phone');
  expect(stored).toHaveLength(1);
});

it('is refused where the session has sent nothing', async () => {
  fate = ['gone'];
  await expect(sender.send(sampleSubmission('a'), signal)).rejects.toThrow('conflict');
});

it('sends what was changed after a refusal as something new', async () => {
  fate = ['refused'];
  await expect(sender.send(sampleSubmission('a'), signal)).rejects.toThrow('checks_failed');
  expect((await sender.send(sampleSubmission('b'), signal)).reference).toBe('b');
  expect(new Set(keys).size).toBe(2);
});

it('sends nothing twice into two sessions', async () => {
  fate = ['lost'];
  await expect(sender.send(sampleSubmission('a'), signal)).rejects.toThrow('offline');
  keeper.forget();
  await expect(sender.send(sampleSubmission('a'), signal)).rejects.toThrow('session_changed');
  expect(stored).toHaveLength(1);
});
