import {
  clientRequest,
  clientSettings,
  endpointRequest,
  keyRequest,
  mode,
  partnerChange,
  partnerRequest,
} from '#src/contract/partner/index.ts';
import { readBody, readJson } from '../../body.ts';
import { MAX_ASSET_BYTES } from '../../partner/asset.ts';
import { readLimit } from '../../partner/cursor.ts';
import { managePartners } from '../../partner/manage.ts';
import { HttpProblem } from '../../problem.ts';
import { manageEndpoints } from '../../webhooks/endpoints.ts';
import { deliveryLog } from '../../webhooks/log.ts';
import { byAgent, type Desk } from '../desk.ts';
import type { Handler, Handlers } from '../router.ts';
import { empty, json } from './reply.ts';

type AgentContext = Parameters<Handler>[0];

const idOf = (c: AgentContext, name = 'id'): string => c.req.param(name) ?? '';
const modeOf = (c: AgentContext) => {
  const parsed = mode.safeParse(c.req.query('mode') ?? 'live');
  if (!parsed.success) throw new HttpProblem('invalid_request', { detail: 'mode is live or test' });
  return parsed.data;
};

/** Partners as an admin keeps them: keys, clients, files, webhooks. Each change is a link of the audit. */
export function partnerHandlers(desk: Desk): Handlers {
  const { deps } = desk;
  const partners = managePartners(deps);
  const endpoints = manageEndpoints(deps);
  const changed = (c: AgentContext, partner: string, what: string, thing?: string): Promise<void> =>
    desk.record(null, 'partner.changed', byAgent(c.var.agent.id), {
      partner,
      what,
      ...(thing !== undefined && { thing }),
    });

  return {
    'GET /api/agent/partners': async () => json({ partners: await partners.list() }),
    'POST /api/agent/partners': async (c) => {
      const { name } = await readJson(c.req.raw, partnerRequest);
      const made = await partners.create(name);
      await changed(c, made.id, 'created');
      return json(made, 201);
    },
    'GET /api/agent/partners/:id': async (c) => json(await partners.detail(idOf(c))),
    'PATCH /api/agent/partners/:id': async (c) => {
      const { disabled } = await readJson(c.req.raw, partnerChange);
      await partners.disable(idOf(c), disabled);
      await changed(c, idOf(c), disabled ? 'disabled' : 'enabled');
      return json(await partners.detail(idOf(c)));
    },
    'POST /api/agent/partners/:id/keys': async (c) => {
      const request = await readJson(c.req.raw, keyRequest);
      const made = await partners.addKey(idOf(c), request.mode, request.label);
      await changed(c, idOf(c), 'key_made', made.id);
      return json(made, 201);
    },
    'DELETE /api/agent/partners/:id/keys/:key': async (c) => {
      await partners.revokeKey(idOf(c), idOf(c, 'key'));
      await changed(c, idOf(c), 'key_revoked', idOf(c, 'key'));
      return empty();
    },
    'POST /api/agent/partners/:id/clients': async (c) => {
      const request = await readJson(c.req.raw, clientRequest);
      const made = await partners.addClient(idOf(c), request.mode, request.settings);
      await changed(c, idOf(c), 'client_made', made.id);
      return json(made, 201);
    },
    'PUT /api/agent/partners/:id/clients/:client': async (c) => {
      await partners.setClient(idOf(c), idOf(c, 'client'), await readJson(c.req.raw, clientSettings));
      await changed(c, idOf(c), 'client_set', idOf(c, 'client'));
      return empty();
    },
    'DELETE /api/agent/partners/:id/clients/:client': async (c) => {
      await partners.removeClient(idOf(c), idOf(c, 'client'));
      await changed(c, idOf(c), 'client_removed', idOf(c, 'client'));
      return empty();
    },
    'POST /api/agent/partners/:id/assets': async (c) => {
      const made = await partners.addAsset(idOf(c), await readBody(c.req.raw, MAX_ASSET_BYTES));
      await changed(c, idOf(c), 'asset_made', made.id);
      return json(made, 201);
    },
    'DELETE /api/agent/partners/:id/assets/:asset': async (c) => {
      await partners.removeAsset(idOf(c), idOf(c, 'asset'));
      await changed(c, idOf(c), 'asset_removed', idOf(c, 'asset'));
      return empty();
    },
    'GET /api/agent/partners/:id/webhooks': async (c) =>
      json({ endpoints: await endpoints.list(idOf(c), modeOf(c)) }),
    'POST /api/agent/partners/:id/webhooks': async (c) => {
      const request = await readJson(c.req.raw, endpointRequest);
      await partners.detail(idOf(c));
      const made = await endpoints.add(idOf(c), request.mode, request.url);
      await changed(c, idOf(c), 'webhook_made', made.id);
      return json(made, 201);
    },
    'POST /api/agent/partners/:id/webhooks/:webhook/rotate': async (c) => {
      const made = await endpoints.rotate(idOf(c), modeOf(c), idOf(c, 'webhook'));
      await changed(c, idOf(c), 'webhook_rotated', made.id);
      return json(made);
    },
    'POST /api/agent/partners/:id/webhooks/:webhook/enable': async (c) => {
      const made = await endpoints.enable(idOf(c), modeOf(c), idOf(c, 'webhook'), true);
      await changed(c, idOf(c), 'webhook_enabled', made.id);
      return json(made);
    },
    'POST /api/agent/partners/:id/webhooks/:webhook/disable': async (c) => {
      const made = await endpoints.enable(idOf(c), modeOf(c), idOf(c, 'webhook'), false);
      await changed(c, idOf(c), 'webhook_disabled', made.id);
      return json(made);
    },
    'DELETE /api/agent/partners/:id/webhooks/:webhook': async (c) => {
      await endpoints.remove(idOf(c), modeOf(c), idOf(c, 'webhook'));
      await changed(c, idOf(c), 'webhook_removed', idOf(c, 'webhook'));
      return empty();
    },
    'GET /api/agent/partners/:id/deliveries': async (c) => {
      const limit = readLimit(c.req.query('limit'));
      return json(await deliveryLog(deps, idOf(c), modeOf(c), limit, c.req.query('after')));
    },
    'POST /api/agent/partners/:id/deliveries/:delivery/resend': async (c) => {
      const again = await deps.store.webhooks.resend(idOf(c), idOf(c, 'delivery'), deps.clock.now());
      if (!again) throw new HttpProblem('not_found');
      await changed(c, idOf(c), 'webhook_resent', idOf(c, 'delivery'));
      return empty();
    },
  };
}
