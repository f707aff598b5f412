import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditTrail, Decision, Review } from '#src/contract/agent/index.ts';
import {
  type ApplicationReceipt,
  type ApplicationStatus,
  CARD_END_HEADER,
  type ResubmissionReply,
  type SessionReceipt,
} from '#src/contract/index.ts';
import type { PartnerApplications } from '#src/contract/partner/index.ts';
import type { EventListener } from '../../deps.ts';
import { agentOf, signIn, type TestAgent, WITH_ADMIN } from '../agents.node.ts';
import { type Bed, type Beds, problemOf } from '../bed.node.ts';
import { inFrame, partnerIn } from '../partner.node.ts';
import { CARD_END, HOUR, idempotent, MINUTE, MY_VALUES, NOON, photo, submission } from '../samples.node.ts';
import { submitted } from './queue.node.ts';

const SECOND = 1000;

/** Reviews and decisions, by request, on whatever stores and runtime the beds are made of. */
export function decisionsSuite(beds: Beds): void {
  describe('reviews and decisions', () => {
    let bed: Bed;
    let admin: TestAgent;
    let told: string[];
    const { make, closeAll } = beds;
    beforeEach(async () => {
      told = [];
      const listeners: EventListener[] = [
        { name: 'ears', tell: async (event) => void told.push(event.type) },
      ];
      bed = await make({ settings: WITH_ADMIN, listeners });
      admin = await signIn(bed);
    });
    afterEach(closeAll);

    const pathOf = (id: string, rest = '') => `/api/agent/applications/${id}${rest}`;
    const review = (id: string, agent = admin) => agent.get<Review>('GET', pathOf(id));
    const claim = (id: string, agent = admin) => agent.get('POST', pathOf(id, '/claim'), {});
    const decide = (id: string, over: object = {}, agent = admin) =>
      agent.send('POST', pathOf(id, '/decisions'), {
        kind: 'approve',
        reasons: [],
        comment: null,
        note: null,
        attempt: 1,
        ...over,
      });
    const status = async ({ id, secret }: { id: string; secret: string }) => {
      const response = await bed.request(`/api/applications/${id}`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      return (await response.json()) as ApplicationStatus;
    };
    const again = async ({ id, secret }: { id: string; secret: string }) => {
      const response = await bed.request(`/api/applications/${id}/resubmission`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, [CARD_END_HEADER]: CARD_END },
      });
      return (await response.json()) as ResubmissionReply;
    };
    const sendAgain = (token: string, body: object) =>
      bed.request('/api/applications', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...idempotent('sent-again'),
        },
        body: JSON.stringify(body),
      });
    const tellAll = async () => {
      await bed.runDue();
      await bed.runDue();
      return told.splice(0).filter((type) => type !== 'application.submitted');
    };

    it('shows what was read, what was typed and what was changed apart, with the findings of the checks', async () => {
      const { id, reference } = await submitted(bed, 1, { name: 'ABD RAUF BIN HAMZAH' });
      const seen = await review(id);
      expect(seen).toMatchObject({ id, reference, country: 'my', attempt: 1, locale: 'en', claim: null });
      expect(seen.fields.name).toMatchObject({
        value: 'ABD RAUF BIN HAMZAH',
        source: 'edited',
        ocr: { value: 'ABD RAUF BIN HAMSAH' },
        correction: null,
        before: null,
      });
      expect(seen.fields.contact).toMatchObject({ source: 'typed', ocr: null });
      expect(seen.image).toMatchObject({ type: 'image/jpeg' });
      const image = await admin.send('GET', pathOf(id, '/image'));
      expect(image.headers.get('content-type')).toBe('image/jpeg');
      expect(image.headers.get('cache-control')).toBe('no-store');
      expect(new Uint8Array(await image.arrayBuffer())).toEqual(photo(1));
      expect((await admin.send('GET', pathOf(id, '/image?attempt=2'))).status).toBe(404);
      expect((await admin.send('GET', pathOf(crypto.randomUUID()))).status).toBe(404);
    });

    it('keeps corrections beside the customer’s values, sealed, and checks them', async () => {
      const { id } = await submitted(bed, 1);
      const put = (field: string, value: string | null) =>
        admin.send('PUT', pathOf(id, '/corrections'), { field, value });
      expect(await problemOf(await put('name', 'X'))).toEqual([409, 'not_claimed']);
      await claim(id);
      const after = (await (await put('postcode', '8900')).json()) as Review;
      expect(after.fields.postcode).toMatchObject({
        value: MY_VALUES.postcode,
        correction: { value: '8900' },
      });
      expect(after.findings.map(({ field, code }) => `${field}:${code}`)).toContain('postcode:shape');
      expect((await bed.dump()).includes('8900"')).toBe(false);
      const back = (await (await put('postcode', null)).json()) as Review;
      expect(back.fields.postcode?.correction).toBeNull();
      expect((await put('no-such-field', 'X')).status).toBe(400);
    });

    it('decides with reasons and words; only who holds the claim, and only once', async () => {
      const made = await submitted(bed, 1);
      const other = await agentOf(bed, admin, 'agent');
      expect(await problemOf(await decide(made.id))).toEqual([409, 'not_claimed']);
      await claim(made.id);
      expect(await problemOf(await decide(made.id, {}, other))).toEqual([409, 'not_claimed']);
      expect((await decide(made.id, { kind: 'decline' })).status).toBe(400);
      expect((await decide(made.id, { kind: 'decline', reasons: ['blurred'] })).status).toBe(400);
      expect(await problemOf(await decide(made.id, { attempt: 1.5 }))).toEqual([400, 'invalid_request']);
      expect(await problemOf(await decide(made.id, { attempt: 2 }))).toEqual([409, 'stale']);
      const words = { comment: 'Your card has expired.', note: 'Seen twice this week.' };
      const response = await decide(made.id, { kind: 'decline', reasons: ['expired'], ...words });
      expect(response.status).toBe(201);
      expect(await problemOf(await decide(made.id))).toEqual([409, 'already_decided']);
      expect((await admin.send('POST', pathOf(made.id, '/claim'), {})).status).toBe(409);
      const { decisions } = await review(made.id);
      expect(decisions).toMatchObject([{ kind: 'decline', reasons: ['expired'], ...words }]);
      bed.pass(11 * SECOND);
      expect(await status(made)).toMatchObject({ status: 'declined', comment: words.comment });
      const bytes = await bed.dump();
      for (const secret of Object.values(words)) expect(bytes.includes(secret)).toBe(false);
    });

    it('can be taken back for ten seconds, in which nobody is told', async () => {
      const made = await submitted(bed, 1);
      await tellAll();
      await claim(made.id);
      const undo = (decision: string) => admin.send('DELETE', pathOf(made.id, `/decisions/${decision}`));
      const first = (await (await decide(made.id)).json()) as Decision;
      expect(await tellAll()).toEqual([]);
      expect((await status(made)).status).toBe('in_review');
      bed.pass(8 * SECOND);
      const undone = await undo(first.id);
      expect(undone.status).toBe(200);
      expect((await undone.json()) as Review).toMatchObject({
        status: 'in_review',
        decisions: [],
        claim: { mine: true },
      });
      bed.pass(MINUTE);
      expect(await tellAll()).toEqual([]);
      const second = (await (await decide(made.id)).json()) as Decision;
      bed.pass(11 * SECOND);
      expect(await problemOf(await undo(second.id))).toEqual([409, 'too_late']);
      expect(await tellAll()).toEqual(['application.approved']);
      expect((await status(made)).status).toBe('approved');
    });

    it('asks for another photo; the customer sends it into the same application; the history holds it all', async () => {
      const made = await submitted(bed, 1);
      await claim(made.id);
      const ask = { kind: 'photo', reasons: ['blurred', 'glare'], comment: 'Please without the lamp.' };
      expect((await decide(made.id, ask)).status).toBe(201);
      const begin = (secret = made.secret) =>
        bed.request(`/api/applications/${made.id}/resubmission`, {
          method: 'POST',
          headers: { authorization: `Bearer ${secret}`, [CARD_END_HEADER]: CARD_END },
        });
      expect((await begin()).status).toBe(409);
      bed.pass(11 * SECOND);
      expect(await tellAll()).toEqual(['application.resubmission_requested']);
      expect((await begin('another-secret-that-is-not-it')).status).toBe(404);
      expect(await status(made)).toMatchObject({
        status: 'resubmission_requested',
        resubmission: { ask: 'photo', reasons: ['blurred', 'glare'] },
      });
      const response = await begin();
      expect(response.status).toBe(201);
      const session = (await response.json()) as ResubmissionReply;
      expect(session).toMatchObject({
        application: { id: made.id, reference: made.reference },
        ask: { ask: 'photo', reasons: ['blurred', 'glare'] },
        comment: 'Please without the lamp.',
      });
      const again = (await (await begin()).json()) as ResubmissionReply;
      expect(again.sessionId).toBe(session.sessionId);
      const send = (method: string, path: string, body?: unknown, headers = {}) => {
        const bytes = body instanceof Uint8Array;
        return bed.request(path, {
          method,
          headers: {
            authorization: `Bearer ${session.token}`,
            'content-type': bytes ? 'image/jpeg' : 'application/json',
            ...headers,
          },
          ...(body !== undefined && {
            body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
          }),
        });
      };
      const draft = (await (await send('GET', '/api/draft')).json()) as {
        draft: { values: object; readingId: null };
      };
      expect(draft.draft).toMatchObject({ values: MY_VALUES, readingId: null });
      const key = idempotent('second-attempt');
      const without = await send('POST', '/api/applications', submission(null), key);
      expect(await problemOf(without)).toEqual([422, 'checks_failed']);
      const reading = (await (await send('POST', '/api/readings/my', photo(7))).json()) as {
        readingId: string;
      };
      const values = { ...MY_VALUES, contact: 'rauf.hamsah@example.org' };
      const body = submission(reading.readingId, { values });
      const sent = await send('POST', '/api/applications', body, key);
      expect(sent.status).toBe(201);
      const receipt = (await sent.json()) as ApplicationReceipt;
      expect(receipt).toMatchObject({ id: made.id, reference: made.reference, statusPath: made.statusPath });
      const twice = await send('POST', '/api/applications', body, key);
      expect([twice.status, await twice.json()]).toEqual([200, receipt]);
      expect(await status(made)).toMatchObject({ status: 'submitted', comment: null });

      const other = await agentOf(bed, admin, 'agent');
      const next = await other.get<Review>('POST', '/api/agent/queue/next', {
        filters: { attempt: 'again' },
      });
      expect(next).toMatchObject({ id: made.id, attempt: 2, earlier: [{ attempt: 1, hasImage: true }] });
      expect(next.fields.contact?.before).toBe(MY_VALUES.contact);
      const imageOf = async (query: string) =>
        new Uint8Array(await (await other.send('GET', pathOf(made.id, `/image${query}`))).arrayBuffer());
      expect(await imageOf('')).toEqual(photo(7));
      expect(await imageOf('?attempt=1')).toEqual(photo(1));
      expect(await problemOf(await decide(made.id, { attempt: 1 }, other))).toEqual([409, 'stale']);
      expect((await decide(made.id, { attempt: 2 }, other)).status).toBe(201);

      const trail = await admin.get<AuditTrail>('GET', pathOf(made.id, '/audit'));
      expect(trail.intact).toBe(true);
      expect(trail.entries.map(({ action }) => action.replace('application.', ''))).toEqual([
        ...['submitted', 'claimed', 'decided', 'resubmitted', 'claimed', 'viewed'],
        ...['image_viewed', 'image_viewed', 'decided'],
      ]);
      expect(JSON.stringify(trail)).not.toMatch(/RAUF|460619|lamp/);
    });

    it('asks for a correction: the photo stays, and the form begins with what was there', async () => {
      const made = await submitted(bed, 1);
      await claim(made.id);
      await decide(made.id, { kind: 'correction', reasons: ['contact'] });
      bed.pass(11 * SECOND);
      const session = (await (
        await bed.request(`/api/applications/${made.id}/resubmission`, {
          method: 'POST',
          headers: { authorization: `Bearer ${made.secret}`, [CARD_END_HEADER]: CARD_END },
        })
      ).json()) as ResubmissionReply;
      const headers = { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' };
      const { draft, reading } = (await (await bed.request('/api/draft', { headers })).json()) as {
        draft: { readingId: string };
        reading: { outcome: string };
      };
      expect(reading.outcome).toBe('read');
      const body = submission(draft.readingId, { values: { ...MY_VALUES, contact: '+60123456789' } });
      const sent = await bed.request('/api/applications', {
        method: 'POST',
        headers: { ...headers, ...idempotent('corrected-1') },
        body: JSON.stringify(body),
      });
      expect(sent.status).toBe(201);
      const seen = await review(made.id);
      expect(seen).toMatchObject({ attempt: 2, image: { type: 'image/jpeg' } });
      // Once erased, nothing of any attempt is left.
      await bed.store.erasure.application(made.id, 'request', bed.now());
      await bed.runDue();
      await bed.runDue();
      expect((await admin.send('GET', pathOf(made.id))).status).toBe(404);
      expect(await bed.images.get(draft.readingId)).toBeNull();
      const trail = await admin.get<AuditTrail>('GET', pathOf(made.id, '/audit'));
      expect(trail.intact).toBe(true);
    });

    it('takes a double tap on what is sent again for one, and no other country for it', async () => {
      const made = await submitted(bed, null);
      await claim(made.id);
      await decide(made.id, { kind: 'correction', reasons: ['contact'] });
      bed.pass(MINUTE);
      const { token } = await again(made);
      const send = (over: object = {}) => sendAgain(token, { ...submission(null), ...over });
      expect(await problemOf(await send({ country: 'pk' }))).toEqual([400, 'invalid_request']);
      const taps = await Promise.all([send(), send(), send()]);
      expect(taps.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      const receipts = await Promise.all(taps.map((tap) => tap.json()));
      expect(receipts).toEqual([receipts[0], receipts[0], receipts[0]]);
      const other = await send({ values: { ...MY_VALUES, contact: 'someone@example.org' } });
      expect(await problemOf(other)).toEqual([409, 'conflict']);
    });

    it('shows nobody outside a decision that can still be taken back', async () => {
      const shop = await partnerIn(bed);
      const session = await shop.session();
      const { id } = await shop.submit(session);
      await claim(id);
      await decide(id, { kind: 'approve', comment: 'Welcome.' });
      const at = '/api/partner/applications';
      const listed = async (status: string) =>
        ((await (await shop.call('GET', `${at}?status=${status}`)).json()) as PartnerApplications)
          .applications;
      const receipt = async () =>
        (await (await inFrame(bed, session.token)('GET', '/api/applications')).json()) as SessionReceipt;
      const detail = async () => (await shop.call('GET', `${at}/${id}`)).json();
      expect(await detail()).toMatchObject({ status: 'in_review', decidedAt: null, comment: null });
      expect(await listed('approved')).toEqual([]);
      expect(await listed('in_review')).toMatchObject([{ id, status: 'in_review', decidedAt: null }]);
      expect((await receipt()).receipt.status).toBe('in_review');
      bed.pass(11 * SECOND);
      expect(await detail()).toMatchObject({ status: 'approved', comment: 'Welcome.' });
      expect(await listed('approved')).toMatchObject([{ id, status: 'approved' }]);
      expect(await listed('in_review')).toEqual([]);
      expect((await receipt()).receipt.status).toBe('approved');
    });

    it('keeps what is sent again at the moment of its erasure, for as long as any other', async () => {
      bed = await make({ settings: { ...WITH_ADMIN, retentionDays: 1 } });
      admin = await signIn(bed);
      const made = await submitted(bed, 1);
      bed.pass(24 * HOUR - 10 * MINUTE);
      admin = await signIn(bed);
      await claim(made.id);
      await decide(made.id, { kind: 'correction', reasons: ['contact'] });
      bed.pass(MINUTE);
      const { token } = await again(made);
      bed.pass(20 * MINUTE);
      // Another process is about to erase it: a day is over.
      const now = NOON + 24 * HOUR + 12 * MINUTE;
      const leased = await bed.store.due.lease(now, now + MINUTE, 100);
      const row = leased.find(({ kind, subject }) => kind === 'application' && subject === made.id);
      const sent = await sendAgain(token, submission(null));
      expect(sent.status).toBe(201);
      expect(await bed.store.erasure.application(made.id, 'retention', now)).toBeNull();
      await bed.store.due.done(row!);
      expect((await status(made)).status).toBe('submitted');
      bed.pass(25 * HOUR);
      await bed.runDue();
      expect(await bed.store.applications.find(made.id)).toBeNull();
    });
  });
}
