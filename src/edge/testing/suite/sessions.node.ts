import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionReply } from '#src/contract/index.ts';
import { type Bed, type Beds, client, problemOf, SECRET } from '../bed.node.ts';
import { temporaryFolder } from '../files.node.ts';
import { DRAFT, HOUR, MINUTE, MY_VALUES, NOON, photo } from '../samples.node.ts';

/** Tokens and sessions, by request, on whatever stores and runtime the beds are made of. */
export function sessionsSuite(beds: Beds): void {
  describe('sessions', () => {
    let bed: Bed;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make();
    });
    afterEach(closeAll);

    it('gives a token, and says what is offered and who reads', async () => {
      const response = await bed.request('/api/sessions', { method: 'POST' });
      expect(response.status).toBe(201);
      const session = sessionReply.parse(await response.json());
      expect(session.countries).toEqual(['my', 'pk']);
      expect(session.allowManual).toBe(true);
      expect(session.reader).toEqual({ kind: 'hosted', operator: 'ocr.example' });
      expect(Date.parse(session.expiresAt) - NOON).toBeGreaterThan(29 * MINUTE);
      expect(response.headers.get('cache-control')).toBe('no-store');
    });

    it('refuses no token, a changed one, one of another secret, and one of 30 minutes ago', async () => {
      const { session } = await client(bed);
      const get = (token?: string) =>
        bed.request('/api/draft', token ? { headers: { authorization: `Bearer ${token}` } } : {});
      expect((await get(session.token)).status).toBe(204);
      const other = await make({ secret: ['another secret that is long enough too'] });
      const foreign = (await client(other)).session.token;
      const [head, body, signature] = session.token.split('.');
      const forged = [head, btoa(JSON.stringify({ ...JSON.parse(atob(body!)), exp: 9e9 })), signature].join(
        '.',
      );
      const none = [btoa(JSON.stringify({ alg: 'none' })), body, ''].join('.');
      for (const token of [undefined, 'x', forged, foreign, none])
        expect(await problemOf(await get(token))).toEqual([401, 'unauthorized']);
      bed.pass(29 * MINUTE);
      expect((await get(session.token)).status).toBe(204);
      bed.pass(2 * MINUTE);
      expect((await get(session.token)).status).toBe(401);
    });

    it('goes on under a new token after a long phone call, for a day', async () => {
      const { session } = await client(bed);
      const renew = async () => {
        const headers = { authorization: `Bearer ${session.token}` };
        return sessionReply.parse(
          await (await bed.request('/api/sessions', { method: 'POST', headers })).json(),
        );
      };
      bed.pass(5 * HOUR);
      const renewed = await renew();
      expect(renewed.sessionId).toBe(session.sessionId);
      expect(renewed.token).not.toBe(session.token);
      bed.pass(20 * HOUR);
      expect((await renew()).sessionId).not.toBe(session.sessionId);
    });

    it('keeps accepting tokens and data of the previous SECRET_KEY, and no longer than that', async () => {
      const folder = temporaryFolder();
      const before = await make({ folder });
      const { session, read } = await client(before);
      const reading = await read(photo());
      const body = JSON.stringify({ ...DRAFT, readingId: reading.readingId });
      const headers = { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' };
      expect((await before.request('/api/draft', { method: 'PUT', headers, body })).status).toBe(204);
      const rotated = await make({ folder, secret: ['the next secret, just as long as the first', SECRET] });
      const reply = await (await rotated.request('/api/draft', { headers })).json();
      expect(reply).toMatchObject({ draft: { values: MY_VALUES }, reading: { outcome: 'read' } });
      const later = await make({ folder, secret: ['the next secret, just as long as the first'] });
      expect((await later.request('/api/draft', { headers })).status).toBe(401);
    });
  });
}
