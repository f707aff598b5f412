import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../agent/audit/verify-all.ts';
import { signIn, type TestAgent, WITH_ADMIN } from '../agents.node.ts';
import { type Bed, type Beds, SECRET } from '../bed.node.ts';
import { temporaryFolder } from '../files.node.ts';
import { MINUTE, NOON } from '../samples.node.ts';
import { submitted } from './queue.node.ts';

/** Whether a change of the audit is found, on whatever stores the beds are made of. */
export function auditSuite(beds: Beds): void {
  describe('the audit', () => {
    let bed: Bed;
    let admin: TestAgent;
    let ids: string[];
    beforeEach(async () => {
      bed = await beds.make({ settings: WITH_ADMIN, folder: temporaryFolder() });
      admin = await signIn(bed);
      const made = [await submitted(bed, null), await submitted(bed, 1)];
      ids = made.map(({ id }) => id);
      for (const id of ids) {
        await admin.get('POST', `/api/agent/applications/${id}/claim`, {});
        await admin.get('GET', `/api/agent/applications/${id}`);
      }
      bed.pass(6 * MINUTE);
      await bed.runDue();
    });
    afterEach(beds.closeAll);

    const clock = { now: () => NOON + 60 * MINUTE, sleep: async () => {} };
    const verify = () => verifyAudit({ ...bed, clock });
    const faults = async () =>
      (await verify()).faults.map(({ chain, fault }) => `${chain === ids[0] ? 'first' : 'other'} ${fault}`);

    it('is whole, and anchored outside of the database', async () => {
      const report = await verify();
      expect(report).toMatchObject({ chains: 3, anchors: 1, faults: [] });
      expect(report.links).toBeGreaterThanOrEqual(8);
    });

    it('stays whole when SECRET_KEY changes and when an application is erased', async () => {
      await bed.store.erasure.application(ids[0] ?? '', 'request', Date.now());
      expect(await faults()).toEqual([]);
      const { createKeyring } = await import('../../crypto/keyring.ts');
      const { rewrapKeys } = await import('../../crypto/rewrap.ts');
      const next = 'the next secret, just as long as the first';
      const log = { info: () => {}, error: () => {} };
      await rewrapKeys({ store: bed.store, keys: await createKeyring(next, SECRET), log });
      const after = { ...bed, keys: await createKeyring(next), clock };
      expect((await verifyAudit(after)).faults).toEqual([]);
    });

    const db = () => bed.store.database.db;
    const first = () =>
      db()
        .updateTable('audit')
        .where('chain', '=', ids[0] ?? '');

    it.each([
      [
        'a link that was altered',
        () => first().set({ actor_id: 'somebody else' }).where('seq', '=', 2).execute(),
        ['first changed'],
      ],
      [
        'a time that was altered',
        () => first().set({ at: 1 }).where('seq', '=', 3).execute(),
        ['first changed'],
      ],
      [
        'a link that was dropped',
        () =>
          db()
            .deleteFrom('audit')
            .where('chain', '=', ids[0] ?? '')
            .where('seq', '=', 2)
            .execute(),
        ['first missing', 'first unanchored'],
      ],
      [
        'links that changed places',
        async () => {
          await first().set({ seq: 99 }).where('seq', '=', 2).execute();
          await first().set({ seq: 2 }).where('seq', '=', 1).execute();
          await first().set({ seq: 1 }).where('seq', '=', 99).execute();
        },
        ['first changed'],
      ],
      [
        'a chain that was cut off',
        () =>
          db()
            .deleteFrom('audit')
            .where('chain', '=', ids[0] ?? '')
            .where('seq', '>', 1)
            .execute(),
        ['first cut', 'first unanchored'],
      ],
      [
        'a chain that was cut off together with its head',
        async () => {
          const [link] = await bed.store.audit.chain(ids[0] ?? '');
          await db()
            .deleteFrom('audit')
            .where('chain', '=', ids[0] ?? '')
            .where('seq', '>', 1)
            .execute();
          await db()
            .updateTable('audit_heads')
            .set({ seq: 1, hash: link?.hash ?? '', anchored: 1 })
            .where('chain', '=', ids[0] ?? '')
            .execute();
        },
        ['first unanchored'],
      ],
      [
        'a chain that is gone altogether, with the note of the last anchor',
        async () => {
          await db()
            .deleteFrom('audit')
            .where('chain', '=', ids[0] ?? '')
            .execute();
          await db()
            .deleteFrom('audit_heads')
            .where('chain', '=', ids[0] ?? '')
            .execute();
          await db().deleteFrom('console_facts').where('name', '=', 'last-anchor').execute();
        },
        ['first unanchored'],
      ],
    ])('finds %s', async (_, meddle, expected) => {
      await meddle();
      const found = [...new Set(await faults())].sort();
      expect(found).toEqual([...expected].sort());
    });
  });
}
