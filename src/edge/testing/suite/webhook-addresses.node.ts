import { afterEach, describe, expect, it } from 'vitest';
import { type Beds, problemOf } from '../bed.node.ts';
import { partnerIn } from '../partner.node.ts';

/** Where webhooks may go, on whatever stores and runtime the beds are made of. */
export function webhookAddressesSuite(beds: Beds): void {
  describe('addresses of webhooks', () => {
    afterEach(beds.closeAll);

    it('are refused where they would go to this machine or its network', async () => {
      const shop = await partnerIn(await beds.make());
      for (const url of [
        'http://shop.example/hook',
        'https://127.0.0.1/',
        'https://2130706433/',
        'https://0x7f.1/',
        'https://0177.0.0.1/',
        'https://[::1]/',
        'https://[::ffff:10.0.0.1]/',
        'https://169.254.169.254/latest/meta-data',
        'https://localhost/',
        'https://db.internal/',
        'https://router/',
        'https://user:pass@shop.example/',
        'file:///etc/passwd',
        'nothing',
      ]) {
        const refused = await shop.call('POST', '/api/partner/webhooks', { url });
        expect([url, await problemOf(refused)]).toEqual([url, [400, 'invalid_request']]);
      }
      const fine = await shop.call('POST', '/api/partner/webhooks', { url: 'https://shop.example/hook' });
      expect(fine.status).toBe(201);
    });
  });
}
