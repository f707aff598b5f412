import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it } from 'vitest';
import { type ApplicationReceipt, CARD_END_HEADER } from '#src/contract/index.ts';
import { bedsOf, client, problemOf, sqliteStores } from '../testing/bed.node.ts';
import { temporaryFolder } from '../testing/files.node.ts';
import { CARD_END, HOUR, idempotent, submission } from '../testing/samples.node.ts';

const { make, closeAll } = bedsOf(sqliteStores);
afterEach(closeAll);

it.each([
  ['in_review', 204],
  ['resubmission_requested', 204],
  ['approved', 409],
  ['declined', 409],
])('an application that is %s is taken back with %i', async (status, expected) => {
  const folder = temporaryFolder();
  const bed = await make({ folder });
  const { send } = await client(bed);
  const sent = await send('POST', '/api/applications', submission(null), idempotent());
  const receipt = (await sent.json()) as ApplicationReceipt;
  const db = new DatabaseSync(join(folder, 'kenal.sqlite'));
  db.prepare('update applications set status = ?').run(status);
  db.close();
  const response = await bed.request(`/api/applications/${receipt.id}`, {
    method: 'DELETE',
    headers: {
      authorization: `Bearer ${receipt.statusPath.split('#')[1]}`,
      [CARD_END_HEADER]: CARD_END,
    },
  });
  expect(response.status).toBe(expected);
  if (expected === 409) expect(await problemOf(response)).toEqual([409, 'conflict']);
  expect(await bed.store.applications.count()).toBe(expected === 204 ? 0 : 1);
});

it('the secret of a page is good until 30 days after the decision', async () => {
  const folder = temporaryFolder();
  const bed = await make({ folder });
  const { send } = await client(bed);
  const sent = await send('POST', '/api/applications', submission(null), idempotent());
  const receipt = (await sent.json()) as ApplicationReceipt;
  const { submitted_at } = (await bed.store.applications.find(receipt.id)) ?? { submitted_at: 0 };
  const db = new DatabaseSync(join(folder, 'kenal.sqlite'));
  db.prepare("update applications set status = 'approved', decided_at = ?").run(submitted_at);
  db.close();
  const follow = async () => {
    const headers = { authorization: `Bearer ${receipt.statusPath.split('#')[1]}` };
    return (await bed.request(`/api/applications/${receipt.id}`, { headers })).status;
  };
  bed.pass(30 * 24 * HOUR - HOUR);
  expect(await follow()).toBe(200);
  bed.pass(2 * HOUR);
  expect(await follow()).toBe(404);
});
