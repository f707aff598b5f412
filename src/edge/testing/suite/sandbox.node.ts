import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadingReply } from '#src/contract/index.ts';
import { type SandboxEvents, type Specimens, sandboxEvents, specimens } from '#src/contract/partner/index.ts';
import { type Bed, type Beds, problemOf } from '../bed.node.ts';
import { inFrame, partnerIn, receiver, type TestPartner } from '../partner.node.ts';
import { HOUR, idempotent, MINUTE, photo, submission } from '../samples.node.ts';

const PUBLIC = join(import.meta.dirname, '../../../../public');

/** Test mode, by request, on whatever stores and runtime the beds are made of. */
export function sandboxSuite(beds: Beds): void {
  describe('sandbox', () => {
    let bed: Bed;
    let shop: TestPartner;
    let list: Specimens['specimens'];
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make({ settings: { webhookAllowPrivate: true } });
      shop = await partnerIn(bed, { mode: 'test' });
      ({ specimens: list } = specimens.parse(await (await bed.request('/api/sandbox/specimens')).json()));
    });
    afterEach(closeAll);

    const fileOf = (outcome: string) => {
      const found = list.find((each) => each.outcome === outcome);
      if (!found) throw new Error(`No specimen for ${outcome}`);
      return { ...found, bytes: new Uint8Array(readFileSync(join(PUBLIC, found.path))) };
    };
    const read = async (outcome: string, { as = null as Uint8Array | null } = {}) => {
      const { bytes, country, sha256 } = fileOf(outcome);
      const { token } = await shop.session();
      return inFrame(bed, token)(
        'POST',
        `/api/readings/${country}`,
        as ?? bytes,
        as ? { 'kenal-specimen': sha256 } : {},
      );
    };
    const events = async (after = ''): Promise<SandboxEvents> =>
      sandboxEvents.parse(await (await shop.call('GET', `/api/sandbox/events?after=${after}`)).json());

    it('forces each outcome by its specimen, and calls nobody who charges', async () => {
      const outcomes: unknown[] = [];
      for (const outcome of ['ok', 'not_card', 'unreadable', 'low_confidence', 'expired', 'mismatch']) {
        const response = await read(outcome);
        const reply = (await response.json()) as ReadingReply;
        outcomes.push([outcome, reply.outcome]);
        if (reply.outcome !== 'read') continue;
        const { doubtful } = Object.values(reply.fields)[0] ?? {};
        expect([outcome, doubtful]).toEqual([outcome, outcome === 'low_confidence']);
      }
      expect(outcomes).toEqual([
        ['ok', 'read'],
        ['not_card', 'not_card'],
        ['unreadable', 'unreadable'],
        ['low_confidence', 'read'],
        ['expired', 'read'],
        ['mismatch', 'read'],
      ]);
      const problems: unknown[] = [];
      for (const outcome of ['invalid_request', 'invalid_format', 'invalid_size', 'inner_error', 'outage'])
        problems.push([outcome, await problemOf(await read(outcome))]);
      expect(problems).toEqual([
        ['invalid_request', [502, 'upstream_unavailable']],
        ['invalid_format', [415, 'image_invalid_format']],
        ['invalid_size', [413, 'image_invalid_size']],
        ['inner_error', [502, 'upstream_unavailable']],
        ['outage', [502, 'upstream_unavailable']],
      ]);
      expect(bed.upstream.calls).toEqual([]);
      expect((await bed.store.meter.all()).every(({ charge }) => charge === 'free')).toBe(true);
    });

    it('takes its time over the slow one', async () => {
      const start = performance.now();
      expect((await read('slow')).status).toBe(200);
      expect(performance.now() - start).toBeGreaterThan(200);
    });

    it('has a file for each, with the hash that it says, and every one of the forms shows what it forces', async () => {
      for (const { path, sha256 } of list) {
        const bytes = new Uint8Array(readFileSync(join(PUBLIC, path)));
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        expect([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(sha256);
      }
      const reply = (await (await read('mismatch')).json()) as Extract<ReadingReply, { outcome: 'read' }>;
      const number = reply.fields.number?.value ?? '';
      expect(reply.fields.birthDate?.value.slice(2, 4)).not.toBe(number.slice(0, 2));
      const expired = (await (await read('expired')).json()) as typeof reply;
      expect((expired.fields.expiryDate?.value ?? '9') < '2026').toBe(true);
    });

    it('knows a specimen that the browser has cropped and compressed by its file, in test mode alone', async () => {
      const reply = (await (await read('not_card', { as: photo(9) })).json()) as ReadingReply;
      expect(reply.outcome).toBe('not_card');
      const live = await partnerIn(bed);
      const { token } = await live.session();
      const headers = { 'kenal-specimen': fileOf('not_card').sha256 };
      const response = await inFrame(bed, token)('POST', '/api/readings/my', photo(10), headers);
      expect(((await response.json()) as ReadingReply).outcome).toBe('read');
      expect(bed.upstream.calls).toHaveLength(1);
    });

    it('takes any other photo for the first specimen where no engine of ours runs', async () => {
      const { token } = await shop.session();
      const response = await inFrame(bed, token)('POST', '/api/readings/my', photo(11));
      expect(((await response.json()) as ReadingReply).outcome).toBe('read');
      expect(bed.upstream.calls).toEqual([]);
    });

    it('has our own engine read any other photo where it runs', async () => {
      const both = await make({ fallback: true });
      const tester = await partnerIn(both, { mode: 'test' });
      const { token } = await tester.session();
      await inFrame(both, token)('POST', '/api/readings/my', photo(12));
      expect([both.upstream.calls.length, both.fallback.calls.length]).toEqual([0, 1]);
    });

    it('shows requests, messages and webhooks as they happen, to test keys alone, for an hour', async () => {
      const hook = await receiver();
      await shop.call('POST', '/api/partner/webhooks', { url: hook.url });
      const session = await shop.session();
      const frame = inFrame(bed, session.token);
      await frame('POST', '/api/readings/my', photo(13));
      await frame('POST', '/api/applications', submission(null), idempotent());
      const messages = [{ direction: 'to_page', type: 'ready' }];
      await frame('POST', '/api/sandbox/messages', { messages });
      await bed.runDue();
      const { events: all, next } = await events();
      const lines = all.map((each) =>
        each.kind === 'request'
          ? `${each.method} ${each.route} ${each.status} ${each.outcome}`
          : `${each.kind} ${each.type}`,
      );
      expect(lines).toEqual([
        'POST /api/partner/webhooks 201 null',
        'POST /api/sessions 201 null',
        'POST /api/readings/:country 200 read',
        'POST /api/applications 201 null',
        'message ready',
        'webhook application.submitted',
      ]);
      expect(JSON.stringify(all)).not.toMatch(/HAMSAH|rauf@|ks_test|whsec/);
      expect((await events(next)).events).toEqual([]);
      await read('unreadable');
      expect((await events(next)).events).toHaveLength(2);

      const live = await partnerIn(bed);
      expect(await problemOf(await live.call('GET', '/api/sandbox/events'))).toEqual([403, 'forbidden']);
      const other = await partnerIn(bed, { mode: 'test' });
      expect(await (await other.call('GET', '/api/sandbox/events')).json()).toEqual({ events: [], next: '' });
      await bed.runDue();
      bed.pass(HOUR + MINUTE);
      await bed.runDue();
      expect((await events()).events).toEqual([]);
      hook.close();
    });

    it('writes nothing of live sessions', async () => {
      const live = await partnerIn(bed);
      const { token } = await live.session();
      const messages = [{ direction: 'to_page', type: 'ready' }];
      const refused = await inFrame(bed, token)('POST', '/api/sandbox/messages', { messages });
      expect(await problemOf(refused)).toEqual([403, 'forbidden']);
      expect(await bed.store.sandbox.after(live.id, '', 10)).toEqual([]);
    });
  });
}
