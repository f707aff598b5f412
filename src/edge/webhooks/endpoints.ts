import type { Mode, WebhookEndpoint, WebhookEndpointWithSecret } from '#src/contract/partner/index.ts';
import { openJson, sealJson } from '../crypto/seal.ts';
import type { EdgeDeps } from '../deps.ts';
import { noPen, type PartnerPen } from '../partner/pen.ts';
import { HttpProblem } from '../problem.ts';
import type { WebhookEndpointRow } from '../stores/webhooks.ts';
import { refusedTarget } from './address.ts';
import {
  type EndpointSecrets,
  endpointSecrets,
  newWebhookSecret,
  ROTATION_MS,
  secretsContext,
} from './sign.ts';

const MAX_ENDPOINTS = 10;
const isoOr = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const endpointOf = (row: WebhookEndpointRow): WebhookEndpoint => ({
  id: row.id,
  mode: row.mode,
  url: row.url,
  createdAt: new Date(row.created_at).toISOString(),
  failingSince: isoOr(row.failing_since),
  disabledAt: isoOr(row.disabled_at),
  disabledBecause: row.disabled_because,
});

interface EndpointDeps extends Pick<EdgeDeps, 'store' | 'keys' | 'clock' | 'settings'> {
  /** Without it nothing is written down. */
  readonly pen?: PartnerPen;
}

/** Where a partner's webhooks go. Methods throw HttpProblem: not_found, invalid_request, conflict. */
export function manageEndpoints({ store, keys, clock, settings, pen = noPen(store) }: EndpointDeps) {
  const owned = async (partnerId: string, mode: Mode, id: string): Promise<WebhookEndpointRow> => {
    const row = await store.webhooks.endpoint(id);
    if (row?.partner_id !== partnerId || row.mode !== mode) throw new HttpProblem('not_found');
    return row;
  };
  return {
    list: async (partnerId: string, mode: Mode): Promise<WebhookEndpoint[]> =>
      (await store.webhooks.endpoints(partnerId, mode)).map(endpointOf),

    /** The secret is in the reply, and nowhere else that can be read. */
    add: async (partnerId: string, mode: Mode, url: string): Promise<WebhookEndpointWithSecret> => {
      const refused = refusedTarget(url, settings.webhookAllowPrivate ?? false);
      if (refused) throw new HttpProblem('invalid_request', { detail: `url: ${refused}` });
      if ((await store.webhooks.endpoints(partnerId, mode)).length >= MAX_ENDPOINTS)
        throw new HttpProblem('conflict', { detail: `At most ${MAX_ENDPOINTS} endpoints` });
      const { key, wrapped } = await keys.newDataKey();
      const id = crypto.randomUUID();
      const secrets: EndpointSecrets = { current: newWebhookSecret(), previous: null };
      const row = {
        id,
        partner_id: partnerId,
        mode,
        url: new URL(url).href,
        data_key: wrapped,
        secrets: await sealJson(key, secretsContext(id), secrets),
        created_at: clock.now(),
      };
      await pen(async ({ webhooks }) => [
        await webhooks.addEndpoint(row),
        { partner: partnerId, what: 'webhook_made', thing: id },
      ]);
      const made = { ...row, failing_since: null, disabled_at: null, disabled_because: null };
      return { ...endpointOf(made), secret: secrets.current };
    },

    /** A new secret; for a day the old one signs along. */
    rotate: async (partnerId: string, mode: Mode, id: string): Promise<WebhookEndpointWithSecret> => {
      const row = await owned(partnerId, mode, id);
      const key = await keys.openDataKey(row.data_key);
      const before = endpointSecrets.parse(await openJson(key, secretsContext(id), row.secrets));
      const secrets: EndpointSecrets = {
        current: newWebhookSecret(),
        previous: { secret: before.current, until: clock.now() + ROTATION_MS },
      };
      const sealed = await sealJson(key, secretsContext(id), secrets);
      await pen(async ({ webhooks }) => [
        await webhooks.setSecrets(id, sealed),
        { partner: partnerId, what: 'webhook_rotated', thing: id },
      ]);
      return { ...endpointOf(row), secret: secrets.current };
    },

    enable: async (partnerId: string, mode: Mode, id: string, enabled: boolean): Promise<WebhookEndpoint> => {
      await owned(partnerId, mode, id);
      await pen(async ({ webhooks }) => [
        await webhooks.enable(partnerId, id, enabled ? null : clock.now()),
        { partner: partnerId, what: enabled ? 'webhook_enabled' : 'webhook_disabled', thing: id },
      ]);
      return endpointOf(await owned(partnerId, mode, id));
    },

    remove: async (partnerId: string, mode: Mode, id: string): Promise<void> => {
      await owned(partnerId, mode, id);
      await pen(async ({ webhooks }) => [
        await webhooks.removeEndpoint(partnerId, id),
        { partner: partnerId, what: 'webhook_removed', thing: id },
      ]);
    },
  };
}
