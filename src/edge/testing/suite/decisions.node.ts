import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decision, Review } from '#src/contract/agent/index.ts';
import type { SessionReceipt } from '#src/contract/index.ts';
import type { PartnerApplications } from '#src/contract/partner/index.ts';
import { agentOf } from '../agents.node.ts';
import { type Beds, problemOf } from '../bed.node.ts';
import { type Office, officeIn, pathOf } from '../office.node.ts';
import { inFrame, partnerIn } from '../partner.node.ts';
import { MINUTE, MY_VALUES, photo } from '../samples.node.ts';
import { submitted } from './queue.node.ts';

const SECOND = 1000;

/** Reviews and decisions, by request, on whatever stores and runtime the beds are made of. */
export function decisionsSuite(beds: Beds): void {
  describe('reviews and decisions', () => {
    let office: Office;
    beforeEach(async () => {
      office = await officeIn(beds);
    });
    afterEach(beds.closeAll);

    it('shows what was read, what was typed and what was changed apart, with the findings of the checks', async () => {
      const { bed, admin, review } = office;
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
      const { bed, admin, claim } = office;
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
      const { bed, admin, review, claim, decide, status } = office;
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
      const { bed, admin, claim, decide, status, tellAll } = office;
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

    it('shows nobody outside a decision that can still be taken back', async () => {
      const { bed, claim, decide } = office;
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
  });
}
