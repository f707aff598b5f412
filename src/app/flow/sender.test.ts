import { beforeEach, expect, it, vi } from 'vitest';
import type { ApplicationSubmission } from '#src/contract/index.ts';
import { createSessionKeeper } from '#src/lib/session.ts';
import { createSender, type Sender } from './sender.ts';

const submission = (contact: string): ApplicationSubmission => ({
  country: 'my',
  readingId: null,
  values: { contact },
  confirmedWarnings: [],
  consent: { version: '1', locale: 'en', acceptedAt: '2026-11-22T03:00:00Z' },
  locale: 'en',
});

/** A BFF as the real one: one application a session, whatever happens to its answers. */
let sessions = 0;
let stored: { body: string; session: string }[] = [];
let keys: string[] = [];
/** What happens to the answers, in turn; then they arrive. */
let fate: ('lost' | 'refused')[] = [];

function submitTo(session: string, body: string): Response {
  const mine = stored.find((row) => row.session === session);
  if (mine && mine.body !== body) return problem(409, 'conflict');
  if (!mine) stored.push({ session, body });
  const receipt = { id: 'a', reference: JSON.parse(body).values.contact, status: 'submitted' };
  return Response.json({ ...receipt, submittedAt: '2026-11-22T03:00:00Z', statusPath: '/status/a#s' });
}
const problem = (status: number, code: string): Response =>
  Response.json({ type: 't', title: 't', status, code }, { status });

vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
  const headers = new Headers(init.headers);
  if (path === '/api/sessions') {
    sessions += 1;
    const reply = { token: `s${sessions}`, sessionId: `s${sessions}`, countries: ['my'], allowManual: true };
    const expiresAt = new Date(Date.now() + 1_800_000).toISOString();
    return Response.json({
      ...reply,
      expiresAt,
      reader: { kind: 'embedded', operator: null },
      partner: null,
    });
  }
  init.signal?.throwIfAborted();
  keys.push(headers.get('idempotency-key') ?? '');
  const now = fate.shift();
  if (now === 'refused') return problem(422, 'checks_failed');
  const answer = submitTo(headers.get('authorization') ?? '', String(init.body));
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
  await expect(sender.send(submission('a'), signal)).rejects.toThrow('offline');
  await expect(sender.send(submission('a'), signal)).rejects.toThrow('offline');
  expect((await sender.send(submission('a'), signal)).reference).toBe('a');
  expect(new Set(keys).size).toBe(1);
  expect(stored).toHaveLength(1);
});

it('gives the receipt of what had arrived when something else is sent afterwards', async () => {
  fate = ['lost'];
  await expect(sender.send(submission('a'), signal)).rejects.toThrow('offline');
  expect((await sender.send(submission('b'), signal)).reference).toBe('a');
  expect(stored).toHaveLength(1);
});

it('sends what was changed after a refusal as something new', async () => {
  fate = ['refused'];
  await expect(sender.send(submission('a'), signal)).rejects.toThrow('checks_failed');
  expect((await sender.send(submission('b'), signal)).reference).toBe('b');
  expect(new Set(keys).size).toBe(2);
});

it('sends nothing twice into two sessions', async () => {
  fate = ['lost'];
  await expect(sender.send(submission('a'), signal)).rejects.toThrow('offline');
  keeper.forget();
  await expect(sender.send(submission('a'), signal)).rejects.toThrow('session_changed');
  expect(stored).toHaveLength(1);
});
