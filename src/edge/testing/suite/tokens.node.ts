import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionReply } from '#src/contract/index.ts';
import { PARENT_HEADER } from '#src/contract/partner/index.ts';
import { type Bed, type Beds, client, LIMITS, problemOf } from '../bed.node.ts';
import { inFrame, partnerIn, SHOP } from '../partner.node.ts';
import { HOUR, idempotent, MINUTE, NOON, photo, submission } from '../samples.node.ts';
import { DOCUMENTED } from '../upstream.node.ts';

/** What a token of ours says, and how it is signed; each test changes one thing of it. */
interface Forged {
  readonly sub: string;
  readonly iss?: string;
  readonly aud?: string;
  readonly kid?: string;
  readonly alg?: string;
  readonly key?: Bed['keys']['signing']['key'] | Uint8Array;
  readonly countries?: readonly string[] | undefined;
  readonly exp?: number;
}

/** Status alone where there is nothing to say, else the problem. */
const outcomeOf = async (response: Response) => (response.status === 204 ? [204] : problemOf(response));

/** The rules of tokens one by one: each of these fails if the rule is taken out. */
export function tokensSuite(beds: Beds): void {
  describe('token rules', () => {
    let bed: Bed;
    beforeEach(async () => {
      bed = await beds.make();
    });
    afterEach(beds.closeAll);

    const sign = ({ sub, iss = 'kenal', aud = 'kenal-client', kid, alg = 'HS256', key, ...rest }: Forged) => {
      const { countries = ['my'], exp = Math.floor(NOON / 1000) + 600 } = rest;
      const { signing } = bed.keys;
      return new SignJWT('countries' in rest && !rest.countries ? {} : { countries: [...countries] })
        .setProtectedHeader({ alg, typ: 'JWT', kid: kid ?? signing.id })
        .setIssuer(iss)
        .setAudience(aud)
        .setSubject(sub)
        .setExpirationTime(exp)
        .sign(key ?? signing.key);
    };
    const draftWith = async (token: string) => {
      const response = await bed.request('/api/draft', { headers: { authorization: `Bearer ${token}` } });
      return outcomeOf(response);
    };
    /** Let in, where nothing is to be had. */
    const INSIDE = [204];
    const NOT_THERE = [404, 'not_found'];
    const OUTSIDE = [401, 'unauthorized'];

    it('issuer, audience, key, algorithm, claims, time, session: each is looked at', async () => {
      const sub = (await client(bed)).session.sessionId;
      // As it is, so that what follows is refused for what was changed alone.
      expect(await draftWith(await sign({ sub }))).toEqual(INSIDE);
      const secret = new TextEncoder().encode('x'.repeat(64));
      for (const [what, forged] of [
        ['issuer', { iss: 'somebody' }],
        ['audience', { aud: 'kenal-agent' }],
        ['key id', { kid: 'another' }],
        ['key', { key: secret }],
        ['algorithm', { alg: 'HS512', key: secret }],
        ['claims', { countries: undefined }],
        ['time', { exp: Math.floor(NOON / 1000) - 1 }],
        ['session', { sub: crypto.randomUUID() }],
      ] as [string, Partial<Forged>][])
        expect(await draftWith(await sign({ sub, ...forged })), what).toEqual(OUTSIDE);
    });

    it('algorithm: none, and HS256 by what is no secret, open nothing', async () => {
      const { token } = (await client(bed)).session;
      const [head = '', body = '', signature = ''] = token.split('.');
      const { kid } = JSON.parse(atob(head)) as { kid: string };
      const header = (alg: string) => Buffer.from(JSON.stringify({ alg, kid })).toString('base64url');
      for (const forged of [
        `${header('none')}.${body}.`,
        `${header('none')}.${body}.${signature}`,
        `${header('HS384')}.${body}.${signature}`,
        `${header('RS256')}.${body}.${signature}`,
        await sign({ sub: 'x', key: new TextEncoder().encode(kid.padEnd(32, kid)) }),
      ])
        expect(await draftWith(forged)).toEqual(OUTSIDE);
    });

    it('time: no token lives longer than 30 minutes, and none outlives its session', async () => {
      const { session } = await client(bed);
      const { exp, iat } = JSON.parse(atob(session.token.split('.')[1] ?? '')) as {
        exp: number;
        iat: number;
      };
      expect(exp - iat).toBeLessThanOrEqual(30 * 60);
      bed.pass(24 * HOUR - 10 * MINUTE);
      const headers = { authorization: `Bearer ${session.token}` };
      const renewed = await bed.request('/api/sessions', { method: 'POST', headers });
      const { token, sessionId } = (await renewed.json()) as SessionReply;
      expect(sessionId).toBe(session.sessionId);
      expect(await draftWith(token)).toEqual(INSIDE);
      bed.pass(11 * MINUTE);
      expect(await draftWith(token)).toEqual(OUTSIDE);
    });

    it('countries: a token reads, and submits, those that it names', async () => {
      const shop = await partnerIn(bed);
      const { token } = await shop.session({ countries: ['my'] });
      const send = inFrame(bed, token);
      expect((await send('POST', '/api/readings/my', photo())).status).toBe(200);
      const refused = [404, 'country_not_offered'];
      expect(await problemOf(await send('POST', '/api/readings/pk', photo()))).toEqual(refused);
      const form = submission(null, { country: 'pk' });
      expect(await problemOf(await send('POST', '/api/applications', form, idempotent()))).toEqual(refused);
      expect(bed.upstream.calls).toHaveLength(1);
    });

    it("origin: a partner's token serves our frame in that partner's page, and nobody else's script", async () => {
      const shop = await partnerIn(bed);
      const send = inFrame(bed, (await shop.session()).token);
      const draft = async (headers: Record<string, string>) =>
        outcomeOf(await send('GET', '/api/draft', undefined, headers));
      expect(await draft({ origin: 'http://localhost:8080', [PARENT_HEADER]: SHOP })).toEqual(INSIDE);
      const refused = [403, 'wrong_origin'];
      expect(await draft({ origin: SHOP })).toEqual(refused);
      expect(
        await draft({ origin: 'http://localhost:8080', [PARENT_HEADER]: 'https://other.example' }),
      ).toEqual(refused);
    });

    it("session: another's reading, draft and application are not there", async () => {
      const [one, other] = [await client(bed), await client(bed)];
      const { readingId } = await one.read(photo());
      const stolen = await other.send('POST', '/api/applications', submission(readingId), idempotent());
      expect(stolen.status).toBe(400);
      const made = await one.send('POST', '/api/applications', submission(readingId), idempotent());
      const { id } = (await made.json()) as { id: string };
      expect((await one.send('GET', `/api/applications/${id}`)).status).toBe(200);
      expect(await problemOf(await other.send('GET', `/api/applications/${id}`))).toEqual(NOT_THERE);
      expect(await problemOf(await other.send('DELETE', `/api/applications/${id}`))).toEqual(NOT_THERE);
      expect((await other.send('GET', '/api/applications')).status).toBe(204);
    });

    it('one onboarding: what was submitted is neither read into, written to, nor sent again', async () => {
      const { send } = await client(bed);
      const form = submission(null);
      const first = await send('POST', '/api/applications', form, idempotent());
      const { id } = (await first.json()) as { id: string };
      expect(first.status).toBe(201);
      const conflict = [409, 'conflict'];
      expect(await problemOf(await send('POST', '/api/readings/my', photo()))).toEqual(conflict);
      const draft = { country: 'my', step: 'form', readingId: null, values: {}, confirmedWarnings: [] };
      expect(await problemOf(await send('PUT', '/api/draft', { ...draft, consent: null }))).toEqual(conflict);
      const again = await send('POST', '/api/applications', form, idempotent('another-tap-1'));
      if (again.ok) expect(((await again.json()) as { id: string }).id).toBe(id);
      else expect(again.status).toBe(409);
      expect(await bed.store.applications.count()).toBe(1);
      expect(bed.upstream.calls).toHaveLength(0);
    });
  });

  describe('limits that money depends on', () => {
    afterEach(beds.closeAll);

    it("count the readings of a partner's customers together, and nobody else's with them", async () => {
      const bed = await beds.make({ settings: { limits: { ...LIMITS, readingsPerPartner: 2 } } });
      const [shop, other] = [await partnerIn(bed), await partnerIn(bed)];
      const read = async ({ session }: typeof shop, seed: number) => {
        const { token } = await session();
        return (await inFrame(bed, token)('POST', '/api/readings/my', photo(seed))).status;
      };
      expect([await read(shop, 1), await read(shop, 2), await read(shop, 3)]).toEqual([200, 200, 429]);
      expect(await read(other, 4)).toBe(200);
      expect((await (await client(bed)).read(photo(5))).outcome).toBe('read');
      bed.pass(MINUTE);
      expect(await read(shop, 6)).toBe(200);
    });

    it('end the readings of a session that is charged for FAIL after FAIL, and of no other', async () => {
      const bed = await beds.make({ settings: { limits: { ...LIMITS, readingsPerSession: 100 } } });
      bed.upstream.script(DOCUMENTED.notCard);
      const { send, read } = await client(bed);
      const answers: number[] = [];
      for (let seed = 1; seed <= 10; seed++)
        answers.push((await send('POST', '/api/readings/my', photo(seed))).status);
      expect(answers).toEqual([...new Array<number>(8).fill(200), 429, 429]);
      expect(bed.upstream.calls).toHaveLength(8);
      // What was answered once is answered from what is stored.
      expect((await read(photo(1))).outcome).toBe('not_card');
      expect((await (await client(bed)).read(photo(11))).outcome).toBe('not_card');
    });
  });
}
