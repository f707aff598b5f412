import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorId, windowOf, writeAnchor } from '../../agent/audit/anchor.ts';
import { verifyAudit } from '../../agent/audit/verify-all.ts';
import { createVault } from '../../crypto/vault.ts';
import { signIn, type TestAgent, WITH_ADMIN } from '../agents.node.ts';
import { type Bed, type Beds, client, SECRET } from '../bed.node.ts';
import { temporaryFolder } from '../files.node.ts';
import { partnerIn } from '../partner.node.ts';
import { HOUR, idempotent, MINUTE, NOON, submission } from '../samples.node.ts';
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
      await bed.store.erasure.application(ids[0] ?? '', 'request', bed.now());
      expect(await faults()).toEqual([]);
      const { createKeyring } = await import('../../crypto/keyring.ts');
      const { rewrapKeys } = await import('../../crypto/rewrap.ts');
      const next = 'the next secret, just as long as the first';
      const log = { info: () => {}, error: () => {} };
      await rewrapKeys({ store: bed.store, keys: await createKeyring(next, SECRET), log });
      const after = { ...bed, keys: await createKeyring(next), clock };
      expect((await verifyAudit(after)).faults).toEqual([]);
    });

    /** Something happens, and its window passes. */
    const secondAnchor = async () => {
      await admin.get('GET', `/api/agent/applications/${ids[0]}`);
      bed.pass(6 * MINUTE);
      await bed.runDue();
    };
    const idOf = (window: number) => anchorId(createVault(bed.store.secrets, bed.keys), window);
    const FIRST = windowOf(NOON);

    it('keeps anchors in a row when a window is tried again after a later one', async () => {
      await secondAnchor();
      const later = await bed.store.audit.lastAnchor();
      await admin.get('GET', `/api/agent/applications/${ids[1]}`);
      const { store, images, keys } = bed;
      expect(await writeAnchor({ store, images, keys, clock }, later - 1)).toBeNull();
      expect(await bed.store.audit.lastAnchor()).toBe(later);
      expect(await verify()).toMatchObject({ anchors: 2, faults: [] });
      // What came too late is vouched for as well.
      await db()
        .deleteFrom('audit')
        .where('chain', '=', ids[1] ?? '')
        .where('seq', '=', (await bed.store.audit.head(ids[1] ?? ''))?.seq ?? 0)
        .execute();
      expect(await faults()).toContain('other unanchored');
    });

    it('makes an anchor of two processes at once, and none of them is lost', async () => {
      for (const id of ids) await admin.get('GET', `/api/agent/applications/${id}`);
      const { store, images, keys } = bed;
      const window = windowOf(NOON + 30 * MINUTE);
      const write = (at: number) => writeAnchor({ store, images, keys, clock }, at);
      const again = await Promise.all([write(window), write(window + 1)]);
      for (const [i, at] of again.entries()) if (at !== null) await write(window + i);
      expect((await verify()).faults).toEqual([]);
      expect(await bed.store.audit.loose(10)).toEqual([]);
    });

    it('cries no wolf while the server goes on writing', async () => {
      const { store } = bed;
      // Each look at the links finds one more than the heads told, and a chain that had no head.
      const busy: typeof store = {
        ...store,
        audit: {
          ...store.audit,
          links: async (...given) => {
            await admin.get('GET', `/api/agent/applications/${ids[0]}`);
            ids.push((await submitted(bed, 40 + ids.length)).id);
            return store.audit.links(...given);
          },
        },
      };
      const { links, faults: found } = await verifyAudit({ ...bed, store: busy, clock });
      expect([links > 8, found]).toEqual([true, []]);
    });

    it('ends the history of what is erased, whoever erases it', async () => {
      const { send } = await client(bed);
      const made = await send('POST', '/api/applications', submission(null), idempotent());
      const back = (await made.json()) as { id: string };
      const withdrawn = await send('DELETE', `/api/applications/${back.id}`);
      expect(withdrawn.status).toBe(204);
      const shop = await partnerIn(bed);
      const { id: sold } = await shop.submit(await shop.session());
      expect((await shop.call('DELETE', `/api/partner/applications/${sold}`)).status).toBe(204);
      bed.pass(91 * 24 * HOUR);
      await bed.runDue();
      const last = async (id: string) => (await bed.store.audit.chain(id)).at(-1);
      const action = 'application.erased';
      expect(await last(back.id)).toMatchObject({ action, actor_kind: 'customer' });
      expect(await last(sold)).toMatchObject({
        action,
        actor_kind: 'partner',
        actor_id: shop.id,
        detail: JSON.stringify({ key: shop.keyId, reason: 'request' }),
      });
      expect(await last(ids[0] ?? '')).toMatchObject({ action, detail: '{"reason":"retention"}' });
      expect(await faults()).toEqual([]);
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
      [
        'an audit that is empty altogether, with every note of anchors in the database',
        async () => {
          for (const table of ['audit', 'audit_heads', 'console_facts'] as const)
            await db().deleteFrom(table).execute();
        },
        ['first unanchored', 'other unanchored'],
      ],
      [
        'an anchor that is gone',
        async () => {
          await secondAnchor();
          await bed.images.erase(await idOf(FIRST));
        },
        ['other anchor_gone'],
      ],
    ])('finds %s', async (_, meddle, expected) => {
      await meddle();
      const found = [...new Set(await faults())].sort();
      expect(found).toEqual([...expected].sort());
    });
  });
}
