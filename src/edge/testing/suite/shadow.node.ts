import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Review } from '#src/contract/agent/index.ts';
import { signIn, WITH_ADMIN } from '../agents.node.ts';
import { type Bed, type Beds, client } from '../bed.node.ts';
import { idempotent, photo, submission } from '../samples.node.ts';
import { DOCUMENTED } from '../upstream.node.ts';

const DAY = 24 * 3600 * 1000;

/** What is noted of each image that was read twice. */
async function compared({ store }: Bed) {
  const rows = await store.database.db
    .selectFrom('shadow_readings')
    .select(['country', 'outcome', 'shadow_outcome', 'differs'])
    .orderBy('shadow_outcome')
    .execute();
  return rows.map((row) => ({ ...row, differs: (JSON.parse(row.differs) as string[]).sort() }));
}

/** A second reader behind the first, by request. */
export function shadowSuite(beds: Beds): void {
  describe('shadow readings', () => {
    const { make, closeAll } = beds;
    afterEach(closeAll);

    it('note which fields a second reader reads otherwise, by name alone, for nothing, after the answer', async () => {
      const bed = await make({ shadow: 1 });
      const message = { ...DOCUMENTED.my.message, Name: 'ABD RAUF BIN SOMEBODY', Gender: 'PEREMPUAN' };
      bed.fallback.script({ status: 'OK', message }, DOCUMENTED.unreadable, () =>
        Promise.reject(new Error('gone')),
      );
      const { read } = await client(bed);
      for (let i = 1; i <= 3; i++) {
        const reply = await read(photo(i));
        expect(reply).toMatchObject({ outcome: 'read', fields: { name: { value: 'ABD RAUF BIN HAMSAH' } } });
        await vi.waitFor(async () => expect(await compared(bed)).toHaveLength(i), { timeout: 20_000 });
      }
      expect(await compared(bed)).toEqual([
        { country: 'my', outcome: 'read', shadow_outcome: 'failed', differs: [] },
        { country: 'my', outcome: 'read', shadow_outcome: 'read', differs: ['gender', 'name'] },
        { country: 'my', outcome: 'read', shadow_outcome: 'unreadable', differs: [] },
      ]);
      expect(await bed.store.meter.all()).toHaveLength(3);
      expect((await bed.dump()).includes('SOMEBODY')).toBe(false);
      expect(bed.log.join()).not.toContain('SOMEBODY');
    });

    it('show the agent what the second reader made of it, and go with the application', async () => {
      const bed = await make({ shadow: 1, settings: WITH_ADMIN });
      const message = { ...DOCUMENTED.my.message, Name: 'ABD RAUF BIN SOMEBODY' };
      bed.fallback.script({ status: 'OK', message });
      const { read, send } = await client(bed);
      const { readingId } = await read(photo());
      await vi.waitFor(async () => expect(await compared(bed)).toHaveLength(1), { timeout: 20_000 });
      const made = await send('POST', '/api/applications', submission(readingId), idempotent());
      const { id } = (await made.json()) as { id: string };
      const admin = await signIn(bed);
      const { second } = await admin.get<Review>('GET', `/api/agent/applications/${id}`);
      expect(second).toEqual({
        reader: 'embedded',
        fields: { name: { first: 'ABD RAUF BIN HAMSAH', second: 'ABD RAUF BIN SOMEBODY' } },
      });
      expect((await bed.dump()).includes('SOMEBODY')).toBe(false);
      expect(await bed.store.shadow.second(readingId)).not.toBeNull();
      expect((await send('DELETE', `/api/applications/${id}`)).status).toBe(204);
      expect(await bed.store.shadow.second(readingId)).toBeNull();

      // Counts and events stay as long as an application would have.
      const events = async () =>
        (await bed.store.database.db.selectFrom('events').select('id').execute()).length;
      bed.pass(89 * DAY);
      await bed.runDue();
      expect([(await compared(bed)).length, (await events()) > 0]).toEqual([1, true]);
      bed.pass(2 * DAY);
      await bed.runDue();
      expect([(await compared(bed)).length, await events()]).toEqual([0, 0]);
    });

    it('keep nobody waiting, and no more images than a few', async () => {
      const bed = await make({ shadow: 1 });
      bed.fallback.script(() => new Promise(() => {}));
      const { read } = await client(bed);
      for (let i = 1; i <= 8; i++) expect((await read(photo(i))).outcome).toBe('read');
      expect(bed.fallback.calls.length).toBeLessThanOrEqual(1);
    });
  });
}
