import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditTrail, Review } from '#src/contract/agent/index.ts';
import type { ApplicationReceipt, ResubmissionReply } from '#src/contract/index.ts';
import { agentOf, signIn } from '../agents.node.ts';
import { type Beds, problemOf } from '../bed.node.ts';
import { type Office, officeIn, pathOf } from '../office.node.ts';
import { inFrame } from '../partner.node.ts';
import { HOUR, idempotent, MINUTE, MY_VALUES, NOON, photo, submission } from '../samples.node.ts';
import { submitted } from './queue.node.ts';

const SECOND = 1000;

/** What the office asks for and the customer sends again, on whatever stores and runtime the beds are made of. */
export function resubmissionsSuite(beds: Beds): void {
  describe('an application that is sent again', () => {
    let office: Office;
    beforeEach(async () => {
      office = await officeIn(beds);
    });
    afterEach(beds.closeAll);

    it('asks for another photo; the customer sends it into the same application; the history holds it all', async () => {
      const { bed, admin, claim, decide, status, beginAgain, tellAll } = office;
      const made = await submitted(bed, 1);
      await claim(made.id);
      const ask = { kind: 'photo', reasons: ['blurred', 'glare'], comment: 'Please without the lamp.' };
      expect((await decide(made.id, ask)).status).toBe(201);
      const begin = (secret = made.secret) => beginAgain({ ...made, secret });
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
      const twiceBegun = (await (await begin()).json()) as ResubmissionReply;
      expect(twiceBegun.sessionId).toBe(session.sessionId);
      const send = inFrame(bed, session.token);
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
      const { bed, admin, review, claim, decide, again, sendAgain } = office;
      const made = await submitted(bed, 1);
      await claim(made.id);
      await decide(made.id, { kind: 'correction', reasons: ['contact'] });
      bed.pass(11 * SECOND);
      const { token } = await again(made);
      const { draft, reading } = (await (await inFrame(bed, token)('GET', '/api/draft')).json()) as {
        draft: { readingId: string };
        reading: { outcome: string };
      };
      expect(reading.outcome).toBe('read');
      const body = submission(draft.readingId, { values: { ...MY_VALUES, contact: '+60123456789' } });
      const sent = await sendAgain(token, body);
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
      const { bed, claim, decide, again, sendAgain } = office;
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

    it('keeps what is sent again at the moment of its erasure, for as long as any other', async () => {
      const { bed, claim, decide, again, sendAgain, status } = await officeIn(beds, { retentionDays: 1 });
      const made = await submitted(bed, 1);
      bed.pass(24 * HOUR - 10 * MINUTE);
      // Whoever has signed in a day ago has to do it again.
      const admin = await signIn(bed);
      await claim(made.id, admin);
      await decide(made.id, { kind: 'correction', reasons: ['contact'] }, admin);
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
