import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyAudit } from '../agent/audit/verify-all.ts';
import { createKeyring } from '../crypto/keyring.ts';
import { systemClock } from '../deps.ts';
import { diskImages } from '../stores/images-disk.node.ts';
import { openSqlite } from '../stores/sqlite.node.ts';
import { SECRET } from '../testing/bed.node.ts';
import { temporaryFolder } from '../testing/files.node.ts';
import { shellManager } from './partners.node.ts';

it('writes what a shell does with partners into the audit', async () => {
  const folder = temporaryFolder();
  const shell = await shellManager({ DATA_DIR: folder, SECRET_KEY: SECRET });
  const { id } = await shell.partners.create('A shop');
  const key = await shell.partners.addKey(id, 'live', 'server');
  const hook = await shell.endpoints.add(id, 'live', 'https://shop.example/hook');
  await expect(shell.partners.revokeKey(id, 'another')).rejects.toThrow();
  await shell.partners.disable(id, true);
  await shell.close();
  const store = openSqlite(join(folder, 'kenal.sqlite'));
  const links = await store.audit.chain('console');
  expect(links.map(({ action, actor_kind }) => [action, actor_kind])).toEqual(
    Array.from({ length: 4 }, () => ['partner.changed', 'system']),
  );
  expect(links.map(({ detail }) => JSON.parse(detail))).toEqual([
    { partner: id, what: 'created', by: 'shell' },
    { partner: id, what: 'key_made', thing: key.id, by: 'shell' },
    { partner: id, what: 'webhook_made', thing: hook.id, by: 'shell' },
    { partner: id, what: 'disabled', by: 'shell' },
  ]);
  const deps = { store, keys: await createKeyring(SECRET), images: await diskImages(join(folder, 'images')) };
  expect((await verifyAudit({ ...deps, clock: systemClock })).faults).toEqual([]);
  await store.close();
});
