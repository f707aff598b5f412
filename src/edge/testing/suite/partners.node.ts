import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionReply } from '#src/contract/index.ts';
import { partnerApplicationDetail, partnerApplications } from '#src/contract/partner/index.ts';
import { type Bed, type Beds, LIMITS, problemOf } from '../bed.node.ts';
import { inFrame, partnerIn, SHOP, type TestPartner } from '../partner.node.ts';
import { DRAFT, HOUR, idempotent, MINUTE, MY_VALUES, photo, submission } from '../samples.node.ts';

/** Partners: keys, sessions, applications, by request, on whatever stores and runtime the beds are made of. */
export function partnersSuite(beds: Beds): void {
  describe('partners', () => {
    let bed: Bed;
    let shop: TestPartner;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make();
      shop = await partnerIn(bed);
    });
    afterEach(closeAll);

    it('make a session that says what its frame needs', async () => {
      const asked = {
        countries: ['my'],
        locale: 'ms',
        theme: { accent: '#123456' },
        reference: 'user-7',
        contact: 'rauf@example.org',
        redirectUrl: `${SHOP}/done?order=1`,
      };
      const session = sessionReply.parse(await shop.session(asked));
      expect(session.countries).toEqual(['my']);
      expect(session.partner).toMatchObject({
        client: shop.client,
        mode: 'live',
        origin: SHOP,
        locale: 'ms',
        contact: 'rauf@example.org',
        redirectUrl: `${SHOP}/done?order=1`,
        branding: { name: 'A shop', theme: { accent: '#123456' } },
      });
      // The frame learns the same by the token, which stays as it is: its page asks for the next one.
      const opened = await inFrame(bed, session.token)('POST', '/api/sessions', undefined, {
        'kenal-parent': SHOP,
      });
      expect(sessionReply.parse(await opened.json())).toEqual(session);
      expect((await bed.dump()).includes('rauf@example.org')).toBe(false);
      const elsewhere = await inFrame(bed, session.token)('POST', '/api/readings/pk', photo());
      expect(await problemOf(elsewhere)).toEqual([404, 'country_not_offered']);
    });

    it('ask for what their client may have, and nothing else', async () => {
      const other = await partnerIn(bed, { settings: { countries: ['pk'] } });
      const test = await partnerIn(bed, { mode: 'test' });
      const refusals: [Record<string, unknown>, [number, string]][] = [
        [{ origin: 'https://evil.example' }, [403, 'forbidden']],
        [{ client: other.client }, [403, 'forbidden']],
        [{ client: test.client }, [403, 'forbidden']],
        [{ client: 'kc_live_00000000000000000000' }, [403, 'forbidden']],
        [{ client: 'x' }, [400, 'invalid_request']],
        [{ countries: ['my', 'xx'] }, [404, 'country_not_offered']],
        [{ redirectUrl: 'https://evil.example/' }, [400, 'invalid_request']],
        [{ redirectUrl: 'javascript:alert(1)' }, [400, 'invalid_request']],
        [{ theme: { accent: 'red; background: url(//evil)' } }, [400, 'invalid_request']],
        [{ theme: { logo: `/api/assets/${crypto.randomUUID()}` } }, [400, 'invalid_request']],
        [{ session: crypto.randomUUID() }, [404, 'not_found']],
      ];
      for (const [over, expected] of refusals) {
        const body = { client: shop.client, origin: SHOP, ...over };
        expect([over, await problemOf(await shop.call('POST', '/api/sessions', body))]).toEqual([
          over,
          expected,
        ]);
      }
      const asked = { client: other.client, origin: SHOP, countries: ['my'] };
      expect(await problemOf(await other.call('POST', '/api/sessions', asked))).toEqual([
        404,
        'country_not_offered',
      ]);
    });

    it('have a session go on after a reload, under its reference alone, with its draft', async () => {
      const first = await shop.session({ reference: 'user-7' });
      await inFrame(bed, first.token)('PUT', '/api/draft', DRAFT);
      bed.pass(40 * MINUTE);
      const late = await inFrame(bed, first.token)('POST', '/api/sessions');
      expect(await problemOf(late)).toEqual([401, 'unauthorized']);
      const again = await shop.session({ reference: 'user-7', session: first.sessionId });
      expect(again.sessionId).toBe(first.sessionId);
      const kept = await (await inFrame(bed, again.token)('GET', '/api/draft')).json();
      expect(kept).toMatchObject({ draft: { values: MY_VALUES } });
      const stranger = await partnerIn(bed);
      for (const [of, reference] of [
        [shop, 'user-8'],
        [stranger, 'user-7'],
      ] as const) {
        const body = { client: of.client, reference, session: first.sessionId };
        expect(await problemOf(await of.call('POST', '/api/sessions', body))).toEqual([404, 'not_found']);
      }
    });

    it('have tokens that serve one page: another origin gets nowhere', async () => {
      const { token } = await shop.session();
      const send = inFrame(bed, token);
      const refused = [
        { origin: 'https://evil.example' },
        { origin: SHOP },
        { origin: 'null' },
        { 'kenal-parent': 'https://evil.example' },
      ];
      for (const headers of refused) {
        expect(await problemOf(await send('POST', '/api/sessions', undefined, headers))).toEqual([
          403,
          'wrong_origin',
        ]);
        expect(await problemOf(await send('PUT', '/api/draft', DRAFT, headers))).toEqual([
          403,
          'wrong_origin',
        ]);
      }
      const own = { origin: 'http://localhost:8080', 'kenal-parent': SHOP };
      expect((await send('PUT', '/api/draft', DRAFT, own)).status).toBe(204);
      // A token that was made for a tab of its own is not for a frame.
      const alone = await shop.session({ origin: undefined });
      const framed = await inFrame(bed, alone.token)('POST', '/api/sessions', undefined, {
        'kenal-parent': SHOP,
      });
      expect(await problemOf(framed)).toEqual([403, 'wrong_origin']);
    });

    it('are refused by a key that is wrong, revoked, or of a partner that is disabled', async () => {
      const list = (key: string) => inFrame(bed, key)('GET', '/api/partner/applications');
      const make = (key: string) => inFrame(bed, key)('POST', '/api/sessions', { client: shop.client });
      const second = await shop.manage.addKey(shop.id, 'live', 'second');
      const { token } = await shop.session();
      for (const key of [`${shop.key.slice(0, -1)}_`, 'ks_live_', token, 'ks_test_x'])
        expect(await problemOf(await list(key))).toEqual([401, 'unauthorized']);
      expect(await problemOf(await make('ks_live_guess'))).toEqual([401, 'unauthorized']);
      await shop.manage.revokeKey(shop.id, shop.keyId);
      for (const ask of [list, make])
        expect(await problemOf(await ask(shop.key))).toEqual([401, 'unauthorized']);
      expect((await list(second.secret)).status).toBe(200);
      await shop.manage.disable(shop.id, true);
      expect(await problemOf(await list(second.secret))).toEqual([401, 'unauthorized']);
      expect(await problemOf(await bed.request(`/api/embed/${shop.client}`))).toEqual([404, 'not_found']);
      for (const [method, path, body] of [
        ['POST', '/api/sessions'],
        ['GET', '/api/draft'],
        ['POST', '/api/readings/my', photo()],
      ] as const)
        expect(await problemOf(await inFrame(bed, token)(method, path, body))).toEqual([401, 'unauthorized']);
      expect((await bed.dump()).includes(shop.key)).toBe(false);
    });

    it('keep no reply with a contact when its session is erased', async () => {
      const body = { client: shop.client, contact: 'rauf@example.org' };
      const made = await shop.call('POST', '/api/sessions', body, idempotent('first-try-of-it'));
      const { token } = sessionReply.parse(await made.json());
      const kept = () => bed.store.database.db.selectFrom('idempotency').select('key').execute();
      expect(await kept()).toHaveLength(1);
      expect((await inFrame(bed, token)('DELETE', '/api/draft')).status).toBe(204);
      expect(await kept()).toEqual([]);
    });

    it('repeat a request under its Idempotency-Key and get the first reply', async () => {
      const body = { client: shop.client, origin: SHOP, contact: 'rauf@example.org' };
      const first = await shop.call('POST', '/api/sessions', body, idempotent());
      const again = await shop.call('POST', '/api/sessions', body, idempotent());
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      const reply = (await first.json()) as { token: string };
      expect(await again.json()).toEqual(reply);
      expect((await bed.dump()).includes(reply.token)).toBe(false);
      const another = await shop.call('POST', '/api/sessions', { ...body, locale: 'en' }, idempotent());
      expect(await problemOf(another)).toEqual([409, 'conflict']);
      const short = await shop.call('POST', '/api/sessions', body, { 'idempotency-key': 'x' });
      expect(await problemOf(short)).toEqual([400, 'invalid_request']);
      // What was refused may be put right under the same key.
      const key = { 'idempotency-key': 'second-try-1' };
      expect((await shop.call('POST', '/api/sessions', { client: 'x' }, key)).status).toBe(400);
      expect((await shop.call('POST', '/api/sessions', body, key)).status).toBe(201);
      bed.pass(25 * HOUR);
      await bed.runDue();
      expect((await shop.call('POST', '/api/sessions', { client: shop.client }, idempotent())).status).toBe(
        201,
      );
    });

    it('are done once, however many repetitions come at the same time', async () => {
      const body = { client: shop.client, origin: SHOP };
      const replies = await Promise.all(
        Array.from({ length: 5 }, () => shop.call('POST', '/api/sessions', body, idempotent('at-once-1'))),
      );
      const made = replies.filter(({ status }) => status === 201);
      const sessions = await Promise.all(made.map(async (reply) => (await reply.json()) as object));
      expect(new Set(sessions.map((each) => JSON.stringify(each))).size).toBe(1);
      for (const reply of replies.filter(({ status }) => status !== 201))
        expect(await problemOf(reply)).toEqual([409, 'conflict']);
    });

    it('list, read and erase their own applications alone', async () => {
      const receipts = [];
      for (const reference of ['a', 'b', 'c']) {
        receipts.push(await shop.submit(await shop.session({ reference })));
        bed.pass(MINUTE);
      }
      const list = async (query: string) =>
        partnerApplications.parse(await (await shop.call('GET', `/api/partner/applications${query}`)).json());
      const first = await list('?limit=2');
      expect(first.applications.map(({ partnerReference }) => partnerReference)).toEqual(['c', 'b']);
      const rest = await list(`?limit=2&after=${first.next}`);
      expect(rest.applications.map(({ id }) => id)).toEqual([receipts[0]?.id]);
      expect(rest.next).toBeNull();
      expect((await list('?reference=b')).applications).toHaveLength(1);
      expect((await list('?status=approved')).applications).toHaveLength(0);
      for (const query of ['?limit=0', '?limit=x', '?after=x', '?status=x'])
        expect((await shop.call('GET', `/api/partner/applications${query}`)).status).toBe(400);

      const path = `/api/partner/applications/${receipts[1]?.id}`;
      const detail = partnerApplicationDetail.parse(await (await shop.call('GET', path)).json());
      expect(detail.fields.name).toMatchObject({ value: MY_VALUES.name, source: 'ocr' });
      const image = await shop.call('GET', detail.image ?? '');
      expect(image.headers.get('content-type')).toBe('image/jpeg');
      expect(new Uint8Array(await image.arrayBuffer())).toEqual(photo());
      // Each look is written down before it is given, under the partner and its key.
      const looks = (await bed.store.audit.chain(receipts[1]?.id ?? '')).slice(1);
      expect(looks).toMatchObject(
        ['application.viewed', 'application.image_viewed'].map((action) => ({
          action,
          actor_kind: 'partner',
          actor_id: shop.id,
          detail: JSON.stringify({ key: shop.keyId }),
        })),
      );
      const audit = await (await shop.call('GET', `${path}/audit`)).json();
      expect(audit).toMatchObject({ entries: [{ type: 'application.submitted' }] });

      const [stranger, tester] = [await partnerIn(bed), await shop.manage.addKey(shop.id, 'test', 't')];
      for (const ask of [stranger.call, inFrame(bed, tester.secret)]) {
        for (const way of ['', '/image', '/audit'])
          expect(await problemOf(await ask('GET', path + way))).toEqual([404, 'not_found']);
        expect(await problemOf(await ask('DELETE', path))).toEqual([404, 'not_found']);
        expect(await (await ask('GET', '/api/partner/applications')).json()).toEqual({
          applications: [],
          next: null,
        });
      }
      expect((await shop.call('DELETE', path)).status).toBe(204);
      await bed.runDue();
      expect(await problemOf(await shop.call('GET', path))).toEqual([404, 'not_found']);
      expect((await list('')).applications).toHaveLength(2);
    });

    it('say in headers what is left of their rate, and refuse beyond it', async () => {
      const tight = await make({ settings: { limits: { ...LIMITS, requestsPerPartner: 2 } } });
      const one = await partnerIn(tight);
      const other = await partnerIn(tight);
      const ask = () => one.call('GET', '/api/partner/webhooks');
      const first = await ask();
      expect(first.headers.get('ratelimit-policy')).toBe('"partner";q=2;w=60');
      expect(first.headers.get('ratelimit')).toMatch(/^"partner";r=1;t=\d+$/);
      expect((await ask()).headers.get('ratelimit')).toMatch(/r=0/);
      const refused = await ask();
      expect(refused.headers.get('ratelimit')).toMatch(/r=0/);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await problemOf(refused)).toEqual([429, 'rate_limited']);
      expect((await other.call('GET', '/api/partner/webhooks')).status).toBe(200);
    });

    it('keep their applications apart from those of this site', async () => {
      const own = (await (await bed.request('/api/sessions', { method: 'POST' })).json()) as {
        token: string;
      };
      expect(own).toMatchObject({ partner: null });
      const typed = submission(null, { values: { ...MY_VALUES, citizenship: 'WARGANEGARA' } });
      await inFrame(bed, own.token)('POST', '/api/applications', typed, idempotent());
      expect(await (await shop.call('GET', '/api/partner/applications')).json()).toMatchObject({
        applications: [],
      });
    });
  });
}
