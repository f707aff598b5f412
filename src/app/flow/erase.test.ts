import { beforeEach, expect, it, vi } from 'vitest';
import type { ApplicationReceipt } from '#src/contract/index.ts';
import { ApiError } from '#src/lib/api/client.ts';
import { sampleReceipt, sampleSession } from '#src/lib/samples.ts';
import { createSessionKeeper, type SessionKeeper } from '#src/lib/session.ts';
import { createDraftSaver } from './draft-saver.ts';
import { eraseEverything, eraseLater } from './erase.ts';

/** What reached the BFF, in its order, with the token of each call. */
let reached: string[] = [];
let sessions = 0;
let down = false;
let sent = false;

vi.stubGlobal('window', new EventTarget());
vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
  if (path === '/api/sessions') {
    sessions += 1;
    return Response.json(sampleSession(`s${sessions}`, `t${sessions}`));
  }
  if (down) throw new TypeError('Failed to fetch');
  reached.push(`${init.method} ${path} ${new Headers(init.headers).get('authorization')}`);
  if (path !== '/api/applications') return new Response(null, { status: 204 });
  return Response.json({ country: 'my', receipt: sampleReceipt('ABC') });
});

let session: SessionKeeper;
let land: () => void;
const drafts = createDraftSaver(
  () =>
    new Promise<void>((resolve) => {
      land = () => {
        reached.push('PUT /api/draft');
        resolve();
      };
    }),
);
let trying = Promise.resolve(false);
let receipts: string[] = [];
const sending = { inDoubt: () => sent, landed: () => trying };
const onReceipt = ({ reference }: ApplicationReceipt) => void receipts.push(reference);
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  [reached, receipts, sessions, down, sent] = [[], [], 0, false, false];
  trying = Promise.resolve(false);
  session = createSessionKeeper();
  await session.get();
  drafts.want('');
});

it('erases after the last write, and what follows is another session', async () => {
  drafts.want('{"a":1}');
  drafts.save();
  const erased = eraseEverything({ session, drafts, sending, onReceipt });
  drafts.want('{"a":2}');
  drafts.save();
  await settled();
  expect(reached).toEqual([]);
  land();
  expect(await erased).toBe(true);
  expect(reached).toEqual(['PUT /api/draft', 'DELETE /api/draft Bearer t1']);
  expect((await session.get()).sessionId).toBe('s2');
});

it('leaves everything as it was where it cannot erase, and says so', async () => {
  down = true;
  await expect(eraseEverything({ session, drafts, sending, onReceipt })).rejects.toBeInstanceOf(ApiError);
  expect(session.current()?.sessionId).toBe('s1');
  drafts.want('{"a":3}');
  drafts.save();
  land();
  expect(reached).toEqual(['PUT /api/draft']);
});

it('gives the receipt where what was in doubt had arrived, and erases nothing of it', async () => {
  sent = true;
  expect(await eraseEverything({ session, drafts, sending, onReceipt })).toBe(false);
  expect(receipts).toEqual(['ABC']);
  expect(reached).toEqual(['GET /api/applications Bearer t1']);
});

it('erases nothing before a try that was given up has come to an end, and nothing of what it has sent', async () => {
  let arrive = (_: boolean): void => undefined;
  trying = new Promise((resolve) => {
    arrive = resolve;
  });
  const erased = eraseEverything({ session, drafts, sending, onReceipt });
  await settled();
  expect(reached).toEqual([]);
  arrive(true);
  expect(await erased).toBe(false);
  expect(reached).toEqual([]);
});

it('tries on for somebody who does not wait, under the session that was left', async () => {
  down = true;
  eraseLater({ session });
  const next = await session.get();
  await settled();
  down = false;
  window.dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(reached).toEqual(['DELETE /api/draft Bearer t1']));
  expect(session.current()).toBe(next);
});

it('erases nothing later where the session goes on', async () => {
  eraseLater({ session: { ...session, forget: () => null } });
  await settled();
  expect(reached).toEqual([]);
});
