import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ApplicationReceipt,
  CARD_END_HEADER,
  sessionReceipt,
  sessionReply,
} from '#src/contract/index.ts';
import { type Bed, type Beds, client, problemOf } from '../bed.node.ts';
import { CARD_END, HOUR, idempotent, photo, submission } from '../samples.node.ts';

/** What a customer can do with an application of theirs, by request, on whatever the beds are made of. */
export function followSuite(beds: Beds): void {
  describe('an application that was sent', () => {
    let bed: Bed;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make();
    });
    afterEach(closeAll);

    const submit = async () => {
      const customer = await client(bed);
      const { readingId } = await customer.read(photo());
      const body = submission(readingId);
      const response = await customer.send('POST', '/api/applications', body, idempotent());
      const receipt = (await response.json()) as ApplicationReceipt;
      const secret = receipt.statusPath.split('#')[1] ?? '';
      const ask = (method: string, path = '', token = secret, cardEnd?: string) =>
        bed.request(`/api/applications/${receipt.id}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(cardEnd !== undefined && { [CARD_END_HEADER]: cardEnd }),
          },
        });
      return { customer, body, receipt, readingId, ask };
    };

    it('gives its receipt to a browser that missed it in an outage longer than a token lives', async () => {
      const { customer, body, receipt } = await submit();
      bed.pass(3 * HOUR);
      const again = await customer.send('POST', '/api/applications', body, idempotent());
      expect(await problemOf(again)).toEqual([401, 'unauthorized']);
      const renewed = sessionReply.parse(await (await customer.send('POST', '/api/sessions')).json());
      expect(renewed.sessionId).toBe(customer.session.sessionId);
      const headers = { authorization: `Bearer ${renewed.token}` };
      const repeated = await bed.request('/api/applications', {
        method: 'POST',
        headers: { ...headers, ...idempotent(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect([repeated.status, await repeated.json()]).toEqual([200, receipt]);
      const kept = await (await bed.request('/api/applications', { headers })).json();
      expect(sessionReceipt.parse(kept)).toEqual({ country: 'my', receipt });
      expect(await bed.store.applications.count()).toBe(1);
    });

    it('has no receipt before it is sent', async () => {
      const { send } = await client(bed);
      expect((await send('GET', '/api/applications')).status).toBe(204);
      expect((await bed.request('/api/applications')).status).toBe(401);
    });

    it('is taken back by its customer alone, and leaves nothing', async () => {
      const { receipt, readingId, ask } = await submit();
      const stranger = (await client(bed)).session.token;
      expect(await problemOf(await ask('DELETE', '', stranger))).toEqual([404, 'not_found']);
      expect(await problemOf(await ask('DELETE', '', 'wrong'))).toEqual([404, 'not_found']);
      expect((await ask('DELETE', '', undefined, CARD_END)).status).toBe(204);
      expect(await bed.store.applications.find(receipt.id)).toBeNull();
      await bed.runDue();
      expect(await bed.images.get(readingId)).toBeNull();
      // What the call cost stays known, without what would tell that it was this photo.
      expect((await bed.store.meter.all()).map(({ image_hash: hash }) => hash)).toEqual(['']);
      expect(bed.kept.size).toBe(0);
      expect(await problemOf(await ask('GET'))).toEqual([404, 'not_found']);
      expect(await problemOf(await ask('DELETE'))).toEqual([404, 'not_found']);
    });

    it('goes on in the browser that sent it, and asks whoever has the link alone for the end of the number', async () => {
      const { customer, ask } = await submit();
      expect((await ask('GET')).status).toBe(200);
      expect(await problemOf(await ask('DELETE'))).toEqual([403, 'forbidden']);
      expect(await problemOf(await ask('POST', '/resubmission'))).toEqual([403, 'forbidden']);
      for (const wrong of ['5088', '087', '95087', 'A', '460619-12-5087'])
        expect(await problemOf(await ask('DELETE', '', undefined, wrong))).toEqual([403, 'code_wrong']);
      // Five were wrong: now the right one has to wait as well, an hour, and after another wrong one two.
      const locked = await ask('DELETE', '', undefined, CARD_END);
      expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(3000);
      expect(await problemOf(locked)).toEqual([429, 'rate_limited']);
      bed.pass(1.1 * HOUR);
      expect((await ask('DELETE', '', undefined, '0000')).status).toBe(403);
      bed.pass(1.1 * HOUR);
      expect((await ask('DELETE', '', undefined, CARD_END)).status).toBe(429);
      expect((await ask('GET')).status).toBe(200);
      // The browser that sent it is asked for nothing.
      const renewed = sessionReply.parse(await (await customer.send('POST', '/api/sessions')).json());
      expect((await ask('DELETE', '', renewed.token)).status).toBe(204);
    });

    it('takes no more than five ends of the number that come at once', async () => {
      const { ask } = await submit();
      const tries = Array.from({ length: 12 }, () => ask('DELETE', '', undefined, '0000'));
      const answers = (await Promise.all(tries)).map(({ status }) => status).sort();
      expect(answers).toEqual([...Array<number>(5).fill(403), ...Array<number>(7).fill(429)]);
    });

    it('ends its link for good, and stays', async () => {
      const { receipt, ask } = await submit();
      expect(await problemOf(await ask('DELETE', '/link', 'wrong'))).toEqual([404, 'not_found']);
      expect((await ask('GET')).status).toBe(200);
      expect((await ask('DELETE', '/link')).status).toBe(204);
      expect(await problemOf(await ask('GET'))).toEqual([404, 'not_found']);
      expect(await problemOf(await ask('DELETE'))).toEqual([404, 'not_found']);
      expect((await bed.store.applications.find(receipt.id))?.status).toBe('submitted');
    });
  });
}
