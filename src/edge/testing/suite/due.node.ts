import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApplicationReceipt } from '#src/contract/index.ts';
import { rewrapKeys } from '../../crypto/rewrap.ts';
import type { EdgeDeps } from '../../deps.ts';
import { type Bed, type Beds, client, problemOf, SECRET } from '../bed.node.ts';
import { temporaryFolder } from '../files.node.ts';
import { inFrame, partnerIn, SHOP } from '../partner.node.ts';
import { DRAFT, HOUR, idempotent, NOON, photo, submission } from '../samples.node.ts';

const DAY = 24 * HOUR;

/** What happens when its time has come, by request, on whatever stores the beds are made of. */
export function dueSuite(beds: Beds): void {
  describe('what is due', () => {
    let bed: Bed;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make();
    });
    afterEach(closeAll);

    const withDraft = async () => {
      const customer = await client(bed);
      const reading = await customer.read(photo());
      await customer.send('PUT', '/api/draft', DRAFT);
      return { ...customer, reading };
    };
    const submit = async () => {
      const customer = await client(bed);
      const retake = await customer.read(photo(5));
      const reading = await customer.read(photo());
      const body = submission(reading.readingId);
      const response = await customer.send('POST', '/api/applications', body, idempotent());
      return { retake, reading, receipt: (await response.json()) as ApplicationReceipt };
    };

    it('erases after a day what was not submitted', async () => {
      const { session, reading } = await withDraft();
      bed.pass(23 * HOUR);
      expect(await bed.runDue()).toBe(0);
      expect(await bed.images.get(reading.readingId)).not.toBeNull();
      bed.pass(2 * HOUR);
      expect(await bed.runDue()).toBeGreaterThan(0);
      await bed.runDue();
      expect(await bed.images.get(reading.readingId)).toBeNull();
      expect(await bed.store.sessions.find(session.sessionId)).toBeNull();
      expect(await bed.store.drafts.get(session.sessionId)).toBeNull();
      expect(await bed.store.readings.find(session.sessionId, reading.readingId)).toBeNull();
      expect(await bed.runDue()).toBe(0);
    });

    it('keeps an application and its photo for RETENTION_DAYS, and drops other photos after a day', async () => {
      const { retake, reading, receipt } = await submit();
      bed.pass(25 * HOUR);
      await bed.runDue();
      await bed.runDue();
      expect(await bed.images.get(retake.readingId)).toBeNull();
      expect(await bed.images.get(reading.readingId)).not.toBeNull();
      bed.pass(88 * DAY);
      await bed.runDue();
      expect(await bed.store.applications.find(receipt.id)).not.toBeNull();
      bed.pass(2 * DAY);
      await bed.runDue();
      await bed.runDue();
      expect(await bed.store.applications.find(receipt.id)).toBeNull();
      expect(await bed.images.get(reading.readingId)).toBeNull();
      const secret = receipt.statusPath.split('#')[1] ?? '';
      const headers = { authorization: `Bearer ${secret}` };
      expect(await problemOf(await bed.request(`/api/applications/${receipt.id}`, { headers }))).toEqual([
        404,
        'not_found',
      ]);
    });

    it('follows RETENTION_DAYS when it is shortened', async () => {
      const { receipt } = await submit();
      bed.pass(8 * DAY);
      await bed.runDue();
      expect(await bed.store.applications.find(receipt.id)).not.toBeNull();
      await bed.store.due.retainFor(7 * DAY);
      await bed.runDue();
      expect(await bed.store.applications.find(receipt.id)).toBeNull();
    });

    it('is done once, however many look for it, and again after a failure', async () => {
      await Promise.all(Array.from({ length: 6 }, withDraft));
      bed.pass(25 * HOUR);
      const counts = await Promise.all([bed.runDue(), bed.runDue(), bed.runDue()]);
      const rest = await bed.runDue();
      // Six sessions and their six photos.
      expect(counts.reduce((sum, count) => sum + count, rest)).toBe(12);

      const { reading } = await withDraft();
      bed.pass(25 * HOUR);
      bed.failImages(true);
      await bed.runDue();
      await bed.runDue();
      expect(bed.log.join('\n')).toContain('due work failed');
      bed.failImages(false);
      expect(await bed.runDue()).toBe(0);
      bed.pass(HOUR);
      expect(await bed.runDue()).toBe(1);
      expect(await bed.images.get(reading.readingId)).toBeNull();
    });

    it('tells each listener of a submission, again until it has worked, and only that one', async () => {
      const told: string[] = [];
      let down = true;
      const listeners: NonNullable<EdgeDeps['listeners']> = [
        { name: 'steady', tell: async (event) => void told.push(`steady ${event.type}`) },
        {
          name: 'shaky',
          tell: async (event) => {
            if (down) throw new Error('not there');
            told.push(`shaky ${event.application_id}`);
          },
        },
      ];
      bed = await make({ listeners });
      const { receipt } = await submit();
      await bed.runDue();
      await bed.runDue();
      expect(told).toEqual(['steady application.submitted']);
      down = false;
      bed.pass(HOUR);
      await bed.runDue();
      expect(told).toEqual(['steady application.submitted', `shaky ${receipt.id}`]);
    });

    it('wraps the data keys by the next SECRET_KEY, so that the previous one can go', async () => {
      const folder = temporaryFolder();
      const next = 'the next secret, just as long as the first';
      const before = await make({ folder });
      const customer = await client(before);
      const { readingId } = await customer.read(photo());
      await customer.send('POST', '/api/applications', submission(readingId), idempotent());
      const row = await before.store.applications.ofSession(customer.session.sessionId);
      const shop = await partnerIn(before);
      const ask = (on: Bed) =>
        inFrame(on, shop.key)('POST', '/api/sessions', { client: shop.client, origin: SHOP }, idempotent());
      const asked = await (await ask(before)).json();
      const between = await make({ folder, secret: [next, SECRET] });
      await rewrapKeys({ ...between, log: { info: () => {}, error: () => {} } });
      const after = await make({ folder, secret: [next] });
      const rewrapped = await after.store.applications.ofSession(customer.session.sessionId);
      expect(rewrapped?.data_key).not.toEqual(row?.data_key);
      await expect(after.keys.openDataKey(rewrapped!.data_key)).resolves.toBeDefined();
      await expect(after.keys.openDataKey(row!.data_key)).rejects.toThrow('not known any more');
      // A reply that is kept for repetitions too.
      const repeated = await ask(after);
      expect(repeated.headers.get('idempotency-replayed')).toBe('true');
      expect(await repeated.json()).toEqual(asked);
    });

    it('forgets failures and invitations in time', async () => {
      const { db } = bed.store.database;
      const rows = async () => [
        (await db.selectFrom('agent_failures').select('subject').execute()).map(({ subject }) => subject),
        (await db.selectFrom('invitations').select('id').execute()).map(({ id }) => id),
      ];
      for (const [name, age] of [
        ['old', 31 * DAY],
        ['new', 20 * DAY],
      ] as const) {
        const at = NOON - age;
        await db.insertInto('agent_failures').values({ subject: name, count: 1, last_at: at }).execute();
        const who = { email: `${name}@kenal.example`, role: 'agent', invited_by: 'Nur' } as const;
        const times = { created_at: at - 7 * DAY, expires_at: at };
        await bed.store.entrances.invite({ id: name, secret_hash: name, ...who, ...times });
      }
      await bed.runDue();
      expect(await rows()).toEqual([['new'], ['new']]);
    });
  });
}
