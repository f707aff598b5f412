import { afterEach, expect, it } from 'vitest';
import { type Bed, bedsOf, client, sqliteStores } from '../testing/bed.node.ts';
import { idempotent, submission } from '../testing/samples.node.ts';

const beds = bedsOf(sqliteStores);
afterEach(beds.closeAll);

it('gives back what it could not begin while its lease was fresh, so that nobody is told twice', async () => {
  let bed: Bed | undefined;
  const told: string[] = [];
  const slow = async ({ application_id }: { application_id: string | null }) => {
    told.push(String(application_id));
    // A mail server that takes twenty seconds for each.
    bed?.pass(20_000);
    // Meanwhile another process looks for what is due, when the leases of the first look would have run out.
    if (told.length === 3) bed?.pass(30_000);
    if (told.length === 3) await bed?.runDue();
  };
  bed = await beds.make({ listeners: [{ name: 'slow', tell: slow }] });
  for (let i = 0; i < 6; i++) {
    const { send } = await client(bed);
    expect((await send('POST', '/api/applications', submission(null), idempotent())).status).toBe(201);
  }
  for (let i = 0; i < 3; i++) await bed.runDue();
  expect(told).toHaveLength(6);
  expect(new Set(told).size).toBe(6);
});
