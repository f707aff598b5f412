import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bed, type Beds, problemOf } from '../bed.node.ts';
import { partnerIn, SHOP, type TestPartner } from '../partner.node.ts';

/** What everybody sees of a partner, on whatever stores and runtime the beds are made of. */
export function partnerFacesSuite(beds: Beds): void {
  describe('faces of partners', () => {
    let bed: Bed;
    let shop: TestPartner;
    beforeEach(async () => {
      bed = await beds.make();
      shop = await partnerIn(bed);
    });
    afterEach(beds.closeAll);

    it('show the public face of a client, and a frame for its origins alone', async () => {
      const face = await (await bed.request(`/api/embed/${shop.client}`)).json();
      expect(face).toMatchObject({ client: shop.client, mode: 'live', origins: [SHOP] });
      const page = await beds.make({
        web: async () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
      });
      const framed = await partnerIn(page, { settings: { origins: [SHOP, 'http://shop.localhost:5000'] } });
      const ancestors = async (query: string) =>
        /frame-ancestors ([^;]*)/.exec(
          (await page.request(`/embed${query}`)).headers.get('content-security-policy') ?? '',
        )?.[1];
      expect(await ancestors(`?client=${framed.client}`)).toBe(`${SHOP} http://shop.localhost:5000`);
      expect(await ancestors('?client=kc_live_00000000000000000000')).toBe("'none'");
      expect(await ancestors('')).toBe("'none'");
    });

    it('have logos and fonts served by us, and nothing that runs', async () => {
      const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>');
      const { path, id } = await shop.manage.addAsset(shop.id, svg);
      const served = await bed.request(path);
      expect(served.headers.get('content-type')).toBe('image/svg+xml');
      expect(served.headers.get('content-security-policy')).toContain('sandbox');
      expect(served.headers.get('cache-control')).toContain('immutable');
      expect(new Uint8Array(await served.arrayBuffer())).toEqual(svg);
      const evil = new TextEncoder().encode('<svg onload="alert(1)"/>');
      await expect(shop.manage.addAsset(shop.id, evil)).rejects.toThrow();
      await shop.manage.removeAsset(shop.id, id);
      expect(await problemOf(await bed.request(path))).toEqual([404, 'not_found']);
    });
  });
}
