import { afterEach, expect, it } from 'vitest';
import { bedsOf, problemOf, sqliteStores } from '../testing/bed.node.ts';
import { partnerIn } from '../testing/partner.node.ts';
import { idempotent } from '../testing/samples.node.ts';

const { make, closeAll } = bedsOf(sqliteStores);
afterEach(closeAll);

it('reads no more of a body than it may have, whatever its length is said to be', async () => {
  const bed = await make();
  const { key } = await partnerIn(bed);
  let pulled = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      if (++pulled > 100) controller.close();
      else controller.enqueue(new Uint8Array(32 * 1024).fill(0x20));
    },
  });
  const response = await bed.request('/api/sessions', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...idempotent() },
    body,
    duplex: 'half',
  } as RequestInit);
  expect(await problemOf(response)).toEqual([413, 'too_large']);
  expect(pulled).toBeLessThan(10);
});
