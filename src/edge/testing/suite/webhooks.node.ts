import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type WebhookDeliveries,
  type WebhookEndpointWithSecret,
  webhookPayload,
} from '#src/contract/partner/index.ts';
import { type Bed, type Beds, problemOf } from '../bed.node.ts';
import {
  inFrame,
  partnerIn,
  type Received,
  type Receiver,
  receiver,
  type TestPartner,
} from '../partner.node.ts';
import { HOUR, MINUTE, NOON, photo } from '../samples.node.ts';

const DAY = 24 * HOUR;

/** By the package that partners use, at the time that the bed's clock showed. */
function verify({ headers, body }: Received, secret: string): unknown {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Number(headers['webhook-timestamp']) * 1000);
  try {
    return new Webhook(secret).verify(body, headers);
  } finally {
    clock.mockRestore();
  }
}

/** Webhooks to a real server, on whatever stores and runtime the beds are made of. */
export function webhooksSuite(beds: Beds): void {
  describe('webhooks', () => {
    let bed: Bed;
    let shop: TestPartner;
    let hook: Receiver;
    let endpoint: WebhookEndpointWithSecret;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make({ settings: { webhookAllowPrivate: true } });
      shop = await partnerIn(bed);
      hook = await receiver();
      const added = await shop.call('POST', '/api/partner/webhooks', { url: hook.url });
      endpoint = (await added.json()) as WebhookEndpointWithSecret;
    });
    afterEach(async () => {
      hook.close();
      await closeAll();
    });

    const submit = async (reference = 'user-7') => shop.submit(await shop.session({ reference }));
    const log = async () =>
      ((await (await shop.call('GET', '/api/partner/deliveries')).json()) as WebhookDeliveries).deliveries;
    const endpoints = async () =>
      (await (await shop.call('GET', '/api/partner/webhooks')).json()) as {
        endpoints: { disabledBecause: string | null; failingSince: string | null }[];
      };
    /** Lets so much time pass, in steps in which a poller would look. */
    const pass = async (ms: number, step = 30 * MINUTE) => {
      for (let passed = 0; passed < ms; passed += step) {
        bed.pass(step);
        await bed.runDue();
      }
    };

    it('tell of a submission, signed as Standard Webhooks says, with nothing of the person', async () => {
      const receipt = await submit();
      await bed.runDue();
      expect(hook.received).toHaveLength(1);
      const [one] = hook.received as [Received];
      const payload = webhookPayload.parse(verify(one, endpoint.secret));
      expect(payload).toEqual({
        type: 'application.submitted',
        timestamp: receipt.submittedAt,
        mode: 'live',
        data: {
          sessionId: expect.any(String),
          reference: 'user-7',
          application: {
            id: receipt.id,
            reference: receipt.reference,
            country: 'my',
            status: 'submitted',
          },
        },
      });
      expect(() => verify({ ...one, body: one.body.replace('my', 'pk') }, endpoint.secret)).toThrow();
      expect(one.body).not.toContain('HAMSAH');
      expect(await log()).toMatchObject([{ state: 'delivered', attempts: [{ status: 200, error: null }] }]);
      await bed.runDue();
      expect(hook.received).toHaveLength(1);
    });

    it('tell of photos that could not be read, and of what has run out', async () => {
      const { token } = await shop.session();
      bed.upstream.script({ status: 'FAIL', message: 'not identity card' });
      await bed.request('/api/readings/my', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
        body: photo(3),
      });
      bed.upstream.script();
      await submit();
      await bed.runDue();
      await pass(91 * DAY, 91 * DAY);
      const told = hook.received.map((one) => webhookPayload.parse(JSON.parse(one.body)));
      expect(told.map(({ type }) => type).sort()).toEqual([
        'application.expired',
        'application.submitted',
        'reading.failed',
      ]);
      const gone = told.find(({ type }) => type === 'application.expired');
      expect(gone?.data).toMatchObject({ reference: 'user-7', application: { status: 'expired' } });
    });

    it('arrive after the receiver has been down for a day', async () => {
      hook.answer(503);
      await submit();
      await pass(DAY);
      const tries = hook.received.length;
      expect(tries).toBeGreaterThan(6);
      expect(await log()).toMatchObject([{ state: 'pending' }]);
      hook.answer(204);
      await pass(6 * HOUR);
      expect(hook.received.length).toBe(tries + 1);
      expect(new Set(hook.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
      for (const one of hook.received) verify(one, endpoint.secret);
      expect(await log()).toMatchObject([{ state: 'delivered' }]);
      expect((await endpoints()).endpoints).toMatchObject([{ failingSince: null }]);
    });

    it('are given up after that, and sent again on demand', async () => {
      hook.answer(500);
      await submit();
      await pass(31 * HOUR, HOUR);
      const [failed] = await log();
      expect(failed).toMatchObject({ state: 'failed' });
      const tries = hook.received.length;
      await pass(DAY, 6 * HOUR);
      expect(hook.received).toHaveLength(tries);
      hook.answer(200);
      expect((await shop.call('POST', `/api/partner/deliveries/${failed?.id}/resend`)).status).toBe(204);
      await bed.runDue();
      expect(await log()).toMatchObject([{ state: 'delivered' }]);
      const stranger = await partnerIn(bed);
      const theirs = await stranger.call('POST', `/api/partner/deliveries/${failed?.id}/resend`);
      expect(await problemOf(theirs)).toEqual([404, 'not_found']);
    });

    it('sent again on demand are tried as often and as soon as the first time, by keys of their mode alone', async () => {
      hook.answer(500);
      await submit();
      await pass(6 * HOUR, HOUR);
      const [delivery] = await log();
      const resend = `/api/partner/deliveries/${delivery?.id}/resend`;
      const { secret } = await shop.manage.addKey(shop.id, 'test', 'server');
      const byTest = await inFrame(bed, secret)('POST', resend);
      expect(await problemOf(byTest)).toEqual([404, 'not_found']);
      expect((await shop.call('POST', resend)).status).toBe(204);
      const tries = hook.received.length;
      await bed.runDue();
      await pass(MINUTE, MINUTE);
      expect(hook.received).toHaveLength(tries + 2);
    });

    it('sent again on demand while a try is under way go once more after it', async () => {
      hook.answer(500);
      await submit();
      await bed.runDue();
      bed.pass(MINUTE);
      // Another process has taken the next try up.
      const now = NOON + HOUR;
      const [row] = (await bed.store.due.lease(now, now + MINUTE, 50)).filter(
        ({ kind }) => kind === 'webhook',
      );
      const delivery = await bed.store.webhooks.delivery(row?.subject ?? '');
      const again = await shop.call('POST', `/api/partner/deliveries/${delivery?.id}/resend`);
      expect(again.status).toBe(204);
      // It fails for good: the day of the first round is over.
      await bed.store.webhooks.attempted(delivery!, {
        attempt: { id: crypto.randomUUID(), at: now, status: 500, error: 'not_2xx', ms: 1 },
        state: 'failed',
        disableAfter: DAY,
      });
      await bed.store.due.done(row!);
      expect(await log()).toMatchObject([{ state: 'pending' }]);
      hook.answer(200);
      const tries = hook.received.length;
      await bed.runDue();
      expect(hook.received).toHaveLength(tries + 1);
      expect(await log()).toMatchObject([{ state: 'delivered' }]);
    });

    it('do not wait for who never answers, and count a redirect as a failure', async () => {
      hook.answer(302);
      await submit();
      await bed.runDue();
      expect(await log()).toMatchObject([{ attempts: [{ status: 302, error: 'not_2xx' }] }]);
      // The receiver has failed; the work of sending has not.
      expect(bed.log.join()).not.toContain('due work failed');
      hook.close();
      bed.pass(MINUTE);
      await bed.runDue();
      const [delivery] = await log();
      expect(delivery?.attempts[1]).toMatchObject({ status: null });
      expect(delivery?.attempts[1]?.error).toMatch(/^\w+$/);
    });

    it('go nowhere while the partner is disabled, neither those of then nor those that were waiting', async () => {
      hook.answer(500);
      await submit();
      await bed.runDue();
      const before = hook.received.length;
      const session = await shop.session({ reference: 'user-8' });
      await shop.submit(session, 2);
      await shop.manage.disable(shop.id, true);
      hook.answer(200);
      await pass(HOUR);
      expect([before > 0, hook.received.length]).toEqual([true, before]);
      await shop.manage.disable(shop.id, false);
      expect((await log()).at(-1)).toMatchObject({ state: 'failed' });
      expect(JSON.stringify(await log())).toContain('partner_disabled');
    });

    it('disable an endpoint after five days of nothing but failure, with a notice, until it is enabled', async () => {
      hook.answer(500);
      for (let day = 0; day < 6; day++) {
        await submit(`day-${day}`);
        await pass(DAY, 12 * HOUR);
      }
      expect((await endpoints()).endpoints).toMatchObject([{ disabledBecause: 'failing' }]);
      expect(bed.log.join()).toContain('webhook endpoint disabled');
      hook.answer(200);
      const before = hook.received.length;
      await submit('later');
      await bed.runDue();
      expect(hook.received).toHaveLength(before);
      await shop.call('POST', `/api/partner/webhooks/${endpoint.id}/enable`);
      await submit('now');
      await bed.runDue();
      expect(JSON.parse(hook.received.at(-1)?.body ?? '')).toMatchObject({ data: { reference: 'now' } });
    });

    it('bear two signatures for a day after a rotation', async () => {
      const rotated = await shop.call('POST', `/api/partner/webhooks/${endpoint.id}/rotate`);
      const { secret } = (await rotated.json()) as { secret: string };
      await submit('during');
      await bed.runDue();
      const [during] = hook.received as [Received];
      expect(during.headers['webhook-signature']?.split(' ')).toHaveLength(2);
      verify(during, endpoint.secret);
      verify(during, secret);
      bed.pass(DAY + MINUTE);
      await submit('after');
      await bed.runDue();
      const after = hook.received.at(-1) as Received;
      verify(after, secret);
      expect(() => verify(after, endpoint.secret)).toThrow();
      expect((await bed.dump()).includes(secret)).toBe(false);
    });

    it('go to each endpoint of the mode, and to no other partner', async () => {
      const second = await receiver();
      const stranger = await partnerIn(bed);
      await stranger.call('POST', '/api/partner/webhooks', { url: second.url });
      await submit();
      await bed.runDue();
      expect([hook.received.length, second.received.length]).toEqual([1, 0]);
      await shop.call('POST', '/api/partner/webhooks', { url: second.url });
      await submit('two');
      await bed.runDue();
      expect([hook.received.length, second.received.length]).toEqual([2, 1]);
      expect((await shop.call('DELETE', `/api/partner/webhooks/${endpoint.id}`)).status).toBe(204);
      await submit('three');
      await bed.runDue();
      expect([hook.received.length, second.received.length]).toEqual([2, 2]);
      second.close();
    });
  });
}
