import { afterEach, describe, expect, it } from 'vitest';
import { type Bed, type Beds, client, LIMITS, problemOf } from '../bed.node.ts';
import { temporaryFolder } from '../files.node.ts';
import { MINUTE, photo } from '../samples.node.ts';

/** Limits, by request: they are counted in the database, so that all processes share them. */
export function limitsSuite(beds: Beds): void {
  describe('limits', () => {
    const { make, closeAll } = beds;
    afterEach(closeAll);

    const begin = (bed: Bed, address: string) =>
      bed.request('/api/sessions', { method: 'POST', headers: { 'x-test-address': address } });

    it('count sessions per address, in all processes together, for a minute', async () => {
      const folder = temporaryFolder();
      const settings = { limits: { ...LIMITS, sessionsPerAddress: 3 } };
      const [one, two] = [await make({ folder, settings }), await make({ folder, settings })];
      const statuses: number[] = [];
      for (const bed of [one, two, one]) statuses.push((await begin(bed, '198.51.100.1')).status);
      expect(statuses).toEqual([201, 201, 201]);
      const refused = await begin(two, '198.51.100.1');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await problemOf(refused)).toEqual([429, 'rate_limited']);
      expect((await begin(two, '198.51.100.2')).status).toBe(201);
      two.pass(MINUTE);
      expect((await begin(two, '198.51.100.1')).status).toBe(201);
    });

    it('take one IPv6 network for one address', async () => {
      const bed = await make({ settings: { limits: { ...LIMITS, sessionsPerAddress: 1 } } });
      expect((await begin(bed, '2001:db8:1:2::1')).status).toBe(201);
      expect((await begin(bed, '2001:db8:1:2:ffff::9')).status).toBe(429);
      expect((await begin(bed, '2001:db8:1:3::1')).status).toBe(201);
      expect((await begin(bed, '2001:db8::1')).status).toBe(201);
      expect((await begin(bed, '2001:db8:0:0:9::2')).status).toBe(429);
    });

    it('count readings and drafts per session', async () => {
      const bed = await make({
        settings: { limits: { ...LIMITS, readingsPerSession: 2, writesPerSession: 1 } },
      });
      const { read, send } = await client(bed);
      await read(photo(1));
      await read(photo(2));
      expect(await problemOf(await send('POST', '/api/readings/my', photo(3)))).toEqual([
        429,
        'rate_limited',
      ]);
      const draft = {
        country: 'my',
        step: 'x',
        readingId: null,
        values: {},
        confirmedWarnings: [],
        consent: null,
      };
      expect((await send('PUT', '/api/draft', draft)).status).toBe(204);
      expect((await send('PUT', '/api/draft', draft)).status).toBe(429);
      expect((await (await client(bed)).read(photo(1))).outcome).toBe('read');
    });

    it('count looks per session: drafts, receipts, hand-offs and their streams', async () => {
      const bed = await make({ settings: { limits: { ...LIMITS, looksPerSession: 2 } } });
      const { send } = await client(bed);
      const { id } = (await (await send('POST', '/api/handoffs')).json()) as { id: string };
      for (const path of ['/api/draft', '/api/applications']) await send('GET', path);
      for (const path of [
        '/api/draft',
        '/api/applications',
        `/api/handoffs/${id}`,
        `/api/handoffs/${id}/events`,
      ])
        expect(await problemOf(await send('GET', path))).toEqual([429, 'rate_limited']);
      // What changes something is counted by itself.
      expect((await send('DELETE', `/api/handoffs/${id}`)).status).toBe(204);
    });

    it('do not store addresses', async () => {
      const bed = await make();
      await begin(bed, '198.51.100.77');
      expect((await bed.dump()).includes('198.51.100.77')).toBe(false);
    });
  });
}
