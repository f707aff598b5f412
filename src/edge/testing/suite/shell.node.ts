import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bed, type Beds, client, problemOf } from '../bed.node.ts';
import { partnerIn } from '../partner.node.ts';
import { DRAFT, idempotent, submission } from '../samples.node.ts';

/** Health, headers, faults, by request, on whatever stores and runtime the beds are made of. */
export function shellSuite(beds: Beds): void {
  describe('the rest', () => {
    let bed: Bed;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make();
    });
    afterEach(closeAll);

    it('is ready only when the engine is', async () => {
      let warm = false;
      const cold = await make({ ready: () => warm });
      expect((await cold.request('/healthz')).status).toBe(200);
      expect(await problemOf(await cold.request('/readyz'))).toEqual([503, 'not_ready']);
      warm = true;
      expect((await cold.request('/readyz')).status).toBe(200);
    });

    it('bears strict headers everywhere', async () => {
      const page = await make({
        web: async () => new Response('<p>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      });
      const csp = (response: Response) => response.headers.get('content-security-policy') ?? '';
      const html = await page.request('/');
      expect(csp(html)).toContain("script-src 'self';");
      expect(csp(html)).toContain("frame-ancestors 'none'");
      for (const response of [html, await page.request('/api/nothing'), await page.request('/healthz')]) {
        expect(csp(response)).toContain("default-src 'none'");
        expect(csp(response)).not.toMatch(/unsafe/);
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        expect(response.headers.get('referrer-policy')).toBe('no-referrer');
        expect(response.headers.get('permissions-policy')).toContain('camera=(self)');
        expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
        expect(response.headers.get('strict-transport-security')).toBeNull();
      }
      const https = await make({ settings: { publicUrl: 'https://kenal.example' } });
      expect((await https.request('/healthz')).headers.get('strict-transport-security')).toContain(
        'max-age=31536000',
      );
    });

    it('answers what it does not have with a problem', async () => {
      expect(await problemOf(await bed.request('/api/nothing'))).toEqual([404, 'not_found']);
      expect(await problemOf(await bed.request('/nowhere'))).toEqual([404, 'not_found']);
    });

    it('shows its page to a person who has lost their way, and says that nothing is there', async () => {
      const page = () => new Response('<p>Kenal</p>', { headers: { 'content-type': 'text/html' } });
      const web = async ({ url }: Request) => (new URL(url).pathname === '/' ? page() : null);
      const { request } = await make({ web });
      const get = (path: string, accept: string) => request(path, { headers: { accept } });
      const lost = await get('/nowhere', 'text/html,*/*;q=0.8');
      expect([lost.status, await lost.text()]).toEqual([404, '<p>Kenal</p>']);
      for (const [path, accept] of [
        ['/nowhere', 'application/json'],
        ['/api/nothing', 'text/html'],
        ['/assets/gone.js', 'text/html'],
        ['/favicon.ico', 'text/html'],
      ] as const)
        expect(await problemOf(await get(path, accept)), path).toEqual([404, 'not_found']);
    });

    it('refuses U+0000, wherever it stands', async () => {
      const { send } = await client(bed);
      const paths = ['/api/assets/%00', '/api/clients/a%00b', '/api/applications/%00'];
      for (const path of paths) expect([path, (await send('GET', path)).status]).toEqual([path, 404]);
      expect((await send('GET', '/embed?client=%00')).status).toBe(400);
      const body = submission('\0');
      const sent = await send('POST', '/api/applications', body, idempotent());
      expect(await problemOf(sent)).toEqual([400, 'invalid_request']);
      const draft = { ...DRAFT, values: { name: '\0' } };
      expect(await problemOf(await send('PUT', '/api/draft', draft))).toEqual([400, 'invalid_request']);
      // What only reads like it is text as any other.
      expect((await send('PUT', '/api/draft', { ...DRAFT, values: { name: '\\u0000' } })).status).toBe(204);
      const shop = await partnerIn(bed);
      for (const cursor of [
        [1.5, 'x'],
        [1, '\0'],
      ]) {
        const after = Buffer.from(JSON.stringify(cursor)).toString('base64url');
        const page = await shop.call('GET', `/api/partner/applications?after=${after}`);
        expect(await problemOf(page)).toEqual([400, 'invalid_request']);
      }
    });

    it('hides the message of a fault', async () => {
      const faulty = await make({ web: () => Promise.reject(new Error('ABD RAUF BIN HAMSAH')) });
      const response = await faulty.request('/');
      expect(await response.clone().text()).not.toContain('HAMSAH');
      expect(await problemOf(response)).toEqual([500, 'internal']);
      expect(faulty.log.join()).not.toContain('HAMSAH');
    });

    it('describes itself', async () => {
      const document = (await (await bed.request('/openapi.json')).json()) as {
        paths: Record<string, object>;
      };
      expect(Object.keys(document.paths)).toContain('/api/readings/{country}');
    });
  });
}
