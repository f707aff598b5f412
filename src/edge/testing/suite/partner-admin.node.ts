import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditPage } from '#src/contract/agent/index.ts';
import type {
  PartnerAsset,
  PartnerClient,
  PartnerDetail,
  PartnerKeyWithSecret,
  PartnerSummary,
  WebhookDeliveries,
  WebhookEndpointWithSecret,
} from '#src/contract/partner/index.ts';
import { blankSettings } from '../../partner/client-settings.ts';
import { agentOf, signIn, type TestAgent, WITH_ADMIN } from '../agents.node.ts';
import { type Bed, type Beds, problemOf } from '../bed.node.ts';
import { inFrame, receiver, SHOP } from '../partner.node.ts';
import { idempotent, submission } from '../samples.node.ts';

const PARTNERS = '/api/agent/partners';

/** Partners as an admin keeps them, by request, on whatever stores and runtime the beds are made of. */
export function partnerAdminSuite(beds: Beds): void {
  describe('partners, for admins', () => {
    let bed: Bed;
    let admin: TestAgent;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make({ settings: { ...WITH_ADMIN, webhookAllowPrivate: true } });
      admin = await signIn(bed);
    });
    afterEach(closeAll);

    it('are made with keys and clients that work at once, and each change is audited', async () => {
      const { id } = await admin.get<PartnerSummary>('POST', PARTNERS, { name: 'A shop' });
      const at = `${PARTNERS}/${id}`;
      const key = await admin.get<PartnerKeyWithSecret>('POST', `${at}/keys`, { mode: 'live', label: 'a' });
      const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>');
      const logo = await admin.get<PartnerAsset>('POST', `${at}/assets`, svg);
      const settings = blankSettings('A shop', [SHOP]);
      const client = await admin.get<PartnerClient>('POST', `${at}/clients`, { mode: 'live', settings });
      settings.branding.theme = { logo: logo.path, accent: '#123456' };
      expect((await admin.send('PUT', `${at}/clients/${client.id}`, settings)).status).toBe(204);
      const session = await inFrame(bed, key.secret)('POST', '/api/sessions', { client: client.id });
      expect(await session.json()).toMatchObject({ partner: { branding: { theme: { logo: logo.path } } } });

      const detail = await admin.get<PartnerDetail>('GET', at);
      expect(detail).toMatchObject({ name: 'A shop', keys: [{ hint: key.secret.slice(-4) }] });
      expect(JSON.stringify(detail)).not.toContain(key.secret);
      expect((await admin.send('DELETE', `${at}/keys/${key.id}`)).status).toBe(204);
      expect((await inFrame(bed, key.secret)('POST', '/api/sessions', { client: client.id })).status).toBe(
        401,
      );
      expect(await admin.get('PATCH', at, { disabled: true })).toMatchObject({
        disabledAt: expect.any(String),
      });
      const { entries } = await admin.get<AuditPage>('GET', '/api/agent/audit?action=partner.changed');
      expect(entries.map(({ detail: { what } }) => what).reverse()).toEqual([
        'created',
        'key_made',
        'asset_made',
        'client_made',
        'client_set',
        'key_revoked',
        'disabled',
      ]);
    });

    it('have their webhooks looked at and sent again', async () => {
      const hook = await receiver();
      const { id } = await admin.get<PartnerSummary>('POST', PARTNERS, { name: 'A shop' });
      const at = `${PARTNERS}/${id}`;
      const key = await admin.get<PartnerKeyWithSecret>('POST', `${at}/keys`, { mode: 'live', label: 'a' });
      const settings = blankSettings('A shop', [SHOP]);
      const client = await admin.get<PartnerClient>('POST', `${at}/clients`, { mode: 'live', settings });
      const url = hook.url;
      const endpoint = await admin.get<WebhookEndpointWithSecret>('POST', `${at}/webhooks`, {
        mode: 'live',
        url,
      });
      expect(endpoint.secret).toMatch(/^whsec_/);
      const session = await inFrame(bed, key.secret)('POST', '/api/sessions', { client: client.id });
      const { token } = (await session.json()) as { token: string };
      hook.answer(500);
      await inFrame(bed, token)('POST', '/api/applications', submission(null), idempotent());
      await bed.runDue();
      const log = () => admin.get<WebhookDeliveries>('GET', `${at}/deliveries`);
      const [failed] = (await log()).deliveries;
      expect(failed).toMatchObject({ state: 'pending', attempts: [{ status: 500 }] });
      hook.answer(200);
      expect((await admin.send('POST', `${at}/deliveries/${failed?.id}/resend`, {})).status).toBe(204);
      await bed.runDue();
      expect((await log()).deliveries).toMatchObject([{ state: 'delivered' }]);
      const ask = (what: string) => admin.get('POST', `${at}/webhooks/${endpoint.id}/${what}`, {});
      expect(await ask('disable')).toMatchObject({ disabledBecause: 'request' });
      expect(await ask('enable')).toMatchObject({ disabledAt: null, disabledBecause: null });
      hook.close();
    });

    it('are no business of agents and supervisors, and faults are said', async () => {
      for (const role of ['agent', 'supervisor'] as const) {
        const other = await agentOf(bed, admin, role);
        expect(await problemOf(await other.send('GET', PARTNERS))).toEqual([403, 'forbidden']);
        expect(await problemOf(await other.send('POST', PARTNERS, { name: 'x' }))).toEqual([
          403,
          'forbidden',
        ]);
      }
      expect(await problemOf(await bed.request(PARTNERS))).toEqual([401, 'unauthorized']);
      const { id } = await admin.get<PartnerSummary>('POST', PARTNERS, { name: 'A shop' });
      const at = `${PARTNERS}/${id}`;
      const settings = { ...blankSettings('A shop', [SHOP]), countries: ['xx'] };
      for (const [method, path, body, expected] of [
        ['GET', `${PARTNERS}/nobody`, undefined, 404],
        ['POST', `${PARTNERS}/nobody/keys`, { mode: 'live', label: 'a' }, 404],
        ['DELETE', `${at}/keys/none`, undefined, 404],
        ['DELETE', `${at}/clients/none`, undefined, 404],
        ['POST', `${at}/clients`, { mode: 'live', settings }, 400],
        ['POST', `${at}/keys`, { mode: 'other', label: 'a' }, 400],
        ['POST', `${at}/assets`, new TextEncoder().encode('<svg onload="x"/>'), 400],
        ['GET', `${at}/webhooks?mode=other`, undefined, 400],
      ] as const)
        expect([path, (await admin.send(method, path, body)).status]).toEqual([path, expected]);
    });
  });
}
