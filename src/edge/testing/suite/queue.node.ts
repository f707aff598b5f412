import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueChanges, QueuePage, Review, SearchReply } from '#src/contract/agent/index.ts';
import type { ApplicationReceipt } from '#src/contract/index.ts';
import { agentOf, signIn, type TestAgent, WITH_ADMIN } from '../agents.node.ts';
import { type Bed, type Beds, client, problemOf } from '../bed.node.ts';
import { HOUR, idempotent, MINUTE, MY_VALUES, photo, submission } from '../samples.node.ts';

/** Submits an application, with a photo of that seed, or typed by hand without one. */
export async function submitted(
  bed: Bed,
  seed: number | null = 1,
  values: Record<string, string> = {},
): Promise<ApplicationReceipt & { secret: string }> {
  const customer = await client(bed);
  const readingId = seed === null ? null : (await customer.read(photo(seed))).readingId;
  const body = submission(readingId, { values: { ...MY_VALUES, ...values } });
  const response = await customer.send('POST', '/api/applications', body, idempotent(`key-of-${seed}-x`));
  if (response.status !== 201) throw new Error(await response.text());
  const receipt = (await response.json()) as ApplicationReceipt;
  return { ...receipt, secret: receipt.statusPath.split('#')[1] ?? '' };
}

const NEXT = '/api/agent/queue/next';

/** The queue, by request, on whatever stores and runtime the beds are made of. */
export function queueSuite(beds: Beds): void {
  describe('the queue', () => {
    let bed: Bed;
    let admin: TestAgent;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make({ settings: WITH_ADMIN });
      admin = await signIn(bed);
    });
    afterEach(closeAll);
    const page = (query = '') => admin.get<QueuePage>('GET', `/api/agent/applications${query}`);
    const search = (text: string) =>
      admin.get<SearchReply>('POST', '/api/agent/applications/search', { text });

    it('lists what waits, oldest first, page by page, and names nobody', async () => {
      const receipts = [];
      for (let i = 0; i < 5; i++) {
        receipts.push(await submitted(bed, null, { name: `ALI BIN ABU ${'IVX'[i % 3]}` }));
        bed.pass(MINUTE);
      }
      const references = receipts.map(({ reference }) => reference);
      expect(await problemOf(await admin.send('GET', '/api/agent/applications?limit=1.5'))).toEqual([
        400,
        'invalid_request',
      ]);
      const first = await page('?limit=2');
      expect(first.items.map(({ reference }) => reference)).toEqual(references.slice(0, 2));
      const rest = await page(`?limit=10&after=${first.next}`);
      expect(rest.items.map(({ reference }) => reference)).toEqual(references.slice(2));
      expect(rest.next).toBeNull();
      const newest = await page('?order=newest');
      expect(newest.items.map(({ reference }) => reference)).toEqual([...references].reverse());
      expect(JSON.stringify(newest)).not.toMatch(/ALI|460619/);
      expect(newest.items[0]).toMatchObject({
        country: 'my',
        status: 'submitted',
        attempt: 1,
        hasImage: false,
      });
    });

    it('filters by doubts, duplicates, photo, country, age and claim', async () => {
      const read = await submitted(bed, 1);
      const edited = await submitted(bed, 2, { name: 'ABD RAUF BIN HAMZAH' });
      await submitted(bed, null, { number: '460619-12-5091', name: 'SITI BINTI AHMAD', gender: 'M' });
      bed.pass(5 * HOUR);
      const late = await submitted(bed, null, { name: 'ROSLAN BIN IDRIS', number: '460619-12-5093' });
      const listed = async (query: string) => (await page(query)).items.map(({ id }) => id);
      expect(await listed('')).toHaveLength(4);
      expect(await listed('?doubts=some')).toContain(edited.id);
      expect(await listed('?doubts=none')).not.toContain(edited.id);
      expect((await listed('?duplicates=some')).sort()).toEqual([read.id, edited.id].sort());
      expect(await listed('?due=overdue')).not.toContain(late.id);
      expect(await listed('?due=overdue')).toContain(read.id);
      expect(await listed('?country=pk')).toEqual([]);
      await admin.get('POST', `/api/agent/applications/${read.id}/claim`, {});
      expect(await listed('?claimed=me')).toEqual([read.id]);
      expect(await listed('?claimed=nobody')).not.toContain(read.id);
      expect((await admin.send('GET', '/api/agent/applications?country=Malaysia')).status).toBe(400);
    });

    it('links applications of the same number, photo or person, in both, and lets go when one is erased', async () => {
      const a = await submitted(bed, 1);
      const b = await submitted(bed, 1);
      const c = await submitted(bed, null, { number: '460619-12-5089' });
      const doubles = async () => new Map((await page()).items.map(({ id, duplicates }) => [id, duplicates]));
      expect([...(await doubles()).values()]).toEqual([2, 2, 2]);
      const review = await admin.get<Review>('GET', `/api/agent/applications/${a.id}`);
      const same = new Map(review.duplicates.map((each) => [each.id, [...each.same].sort()]));
      expect(same).toEqual(
        new Map([
          [b.id, ['image', 'number', 'person']],
          [c.id, ['person']],
        ]),
      );
      expect((await page('?duplicates=some')).items).toHaveLength(3);
      await bed.store.erasure.application(b.id, 'request', bed.now());
      expect(await doubles()).toEqual(
        new Map([
          [a.id, 1],
          [c.id, 1],
        ]),
      );
    });

    it('finds by reference, number and name, exactly, and stores none of them in the clear', async () => {
      const { id, reference } = await submitted(bed, 1);
      for (const [text, by] of [
        [reference.toLowerCase().replaceAll('-', ' '), 'reference'],
        ['460619125087', 'number'],
        ['460619-12-5087', 'number'],
        ['۴۶۰۶۱۹-۱۲-۵۰۸۷', 'number'],
        ['abd rauf  bin hamsah', 'name'],
      ] as const) {
        const found = await search(text);
        expect([found.by, found.items.map((item) => item.id)]).toEqual([by, [id]]);
      }
      for (const text of ['460619-12-508', 'ABD RAUF', 'AAA-AAA-AAA', '%'.repeat(5)])
        expect(await search(text)).toMatchObject({ by: null, items: [] });
      const bytes = await bed.dump();
      for (const secret of ['460619', 'RAUF', 'HAMSAH']) expect(bytes.includes(secret)).toBe(false);
    });

    it('tells what has changed since, and how much waits', async () => {
      const start = await admin.get<QueueChanges>('GET', '/api/agent/queue/changes');
      expect(start).toMatchObject({ items: [], more: false, counts: { open: 0, overdue: 0, mine: 0 } });
      const { id } = await submitted(bed, null);
      const since = (cursor: string) =>
        admin.get<QueueChanges>('GET', `/api/agent/queue/changes?since=${encodeURIComponent(cursor)}`);
      const one = await since(start.cursor);
      expect(one.items.map((item) => item.id)).toEqual([id]);
      expect(one.counts).toEqual({ open: 1, overdue: 0, mine: 0 });
      bed.pass(MINUTE);
      const quiet = await since((await since(one.cursor)).cursor);
      expect(quiet.items).toEqual([]);
      await admin.get('POST', `/api/agent/applications/${id}/claim`, {});
      const claimed = await since(quiet.cursor);
      expect(claimed.items[0]?.claim).toMatchObject({ mine: true });
      expect(claimed.counts).toEqual({ open: 1, overdue: 0, mine: 1 });
    });

    it('hands out the oldest free one, to one agent alone, and again after ten minutes', async () => {
      const old = await submitted(bed, null);
      bed.pass(MINUTE);
      const young = await submitted(bed, null, { name: 'SITI BINTI AHMAD' });
      const other = await agentOf(bed, admin, 'agent');
      const next = async (agent: TestAgent) => (await agent.get<Review>('POST', NEXT, { filters: {} })).id;
      expect(await next(admin)).toBe(old.id);
      expect(await next(admin)).toBe(old.id);
      expect(await next(other)).toBe(young.id);
      const claim = (agent: TestAgent, id: string, body = {}) =>
        agent.send('POST', `/api/agent/applications/${id}/claim`, body);
      expect(await problemOf(await claim(other, old.id))).toEqual([409, 'claimed']);
      expect(await problemOf(await claim(other, old.id, { takeOver: true }))).toEqual([403, 'forbidden']);
      bed.pass(9 * MINUTE);
      expect((await claim(admin, old.id)).status).toBe(200);
      bed.pass(9 * MINUTE);
      expect((await claim(other, old.id)).status).toBe(409);
      bed.pass(2 * MINUTE);
      expect((await claim(other, old.id)).status).toBe(200);
      expect((await claim(admin, old.id, { takeOver: true })).status).toBe(200);
      const release = await admin.send('DELETE', `/api/agent/applications/${old.id}/claim`);
      expect(release.status).toBe(204);
      expect((await page('?claimed=nobody')).items.map(({ id }) => id)).toContain(old.id);
    });

    it('never gives one application to two agents, however many ask at once', async () => {
      const SIZE = 12;
      for (let i = 0; i < SIZE; i++) await submitted(bed, null, { name: `ALI BIN ${'ABCDEFGHIJKLM'[i]}` });
      const people = await Promise.all(
        Array.from({ length: 50 }, async (_, i) => {
          const id = await bed.store.agents.add({
            email: `crowd-${i}@kenal.example`,
            name: `Crowd ${i}`,
            role: 'agent',
            passwordHash: null,
            now: bed.now(),
          });
          return id ?? '';
        }),
      );
      const now = bed.now() + 24 * HOUR;
      const { auditSign, byAgent } = await import('../../agent/desk.ts');
      const { createVault } = await import('../../crypto/vault.ts');
      const sign = await auditSign(createVault(bed.store.secrets, bed.keys));
      const view = (agentId: string) => ({ filters: {}, agentId, now, slaMs: HOUR });
      const rows = await Promise.all(
        people.map((agentId) =>
          bed.store.queue.next(view(agentId), { agentId, now, until: now + MINUTE }, [], (id) => ({
            sign,
            chain: id,
            action: 'application.claimed',
            actor: byAgent(agentId),
            at: now,
          })),
        ),
      );
      const given = rows.flatMap((row) => (row ? [row.application_id] : []));
      expect(given).toHaveLength(SIZE);
      expect(new Set(given).size).toBe(SIZE);
      // All of them decide all of it at once: each is decided once, by who holds it.
      const outcomes = await Promise.all(
        given.flatMap((id) =>
          people.slice(0, 8).map((agentId) =>
            bed.store.decisions.decide(
              {
                id: crypto.randomUUID(),
                application_id: id,
                attempt: 1,
                kind: 'approve',
                reasons: '[]',
                sealed: null,
                comment: null,
                agent_id: agentId,
                at: now,
                undoUntil: now,
              },
              { sign, chain: id, action: 'application.decided', actor: byAgent(agentId), at: now },
            ),
          ),
        ),
      );
      const holders = rows.slice(0, 8).filter((row) => row !== null).length;
      expect(outcomes.filter((refused) => refused === null)).toHaveLength(holders);
    });
  });
}
