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
import type { PartnerPen } from '../../partner/pen.ts';
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
  const looking = managePartners(deps);
  const penOf =
    (c: AgentContext): PartnerPen =>
    (work) =>
      desk.recorded('partner.changed', byAgent(c.var.agent.id), work);
  const partnersBy = (c: AgentContext) => managePartners({ ...deps, pen: penOf(c) });
  const endpointsBy = (c: AgentContext) => manageEndpoints({ ...deps, pen: penOf(c) });
  const changed = (c: AgentContext, partner: string, what: string, thing?: string): Promise<void> =>
    desk.record(null, 'partner.changed', byAgent(c.var.agent.id), {
      partner,
      what,
      ...(thing !== undefined && { thing }),
    });

  return {
    'GET /api/agent/partners': async () => json({ partners: await looking.list() }),
    'POST /api/agent/partners': async (c) => {
      const { name } = await readJson(c.req.raw, partnerRequest);
      const made = await partnersBy(c).create(name);
      return json(made, 201);
    },
    'GET /api/agent/partners/:id': async (c) => json(await looking.detail(idOf(c))),
    'PATCH /api/agent/partners/:id': async (c) => {
      const { disabled } = await readJson(c.req.raw, partnerChange);
      await partnersBy(c).disable(idOf(c), disabled);
      return json(await looking.detail(idOf(c)));
    },
    'POST /api/agent/partners/:id/keys': async (c) => {
      const request = await readJson(c.req.raw, keyRequest);
      const made = await partnersBy(c).addKey(idOf(c), request.mode, request.label);
      return json(made, 201);
    },
    'DELETE /api/agent/partners/:id/keys/:key': async (c) => {
      await partnersBy(c).revokeKey(idOf(c), idOf(c, 'key'));
      return empty();
    },
    'POST /api/agent/partners/:id/clients': async (c) => {
      const request = await readJson(c.req.raw, clientRequest);
      const made = await partnersBy(c).addClient(idOf(c), request.mode, request.settings);
      return json(made, 201);
    },
    'PUT /api/agent/partners/:id/clients/:client': async (c) => {
      await partnersBy(c).setClient(idOf(c), idOf(c, 'client'), await readJson(c.req.raw, clientSettings));
      return empty();
    },
    'DELETE /api/agent/partners/:id/clients/:client': async (c) => {
      await partnersBy(c).removeClient(idOf(c), idOf(c, 'client'));
      return empty();
    },
    'POST /api/agent/partners/:id/assets': async (c) => {
      const made = await partnersBy(c).addAsset(idOf(c), await readBody(c.req.raw, MAX_ASSET_BYTES));
      return json(made, 201);
    },
    'DELETE /api/agent/partners/:id/assets/:asset': async (c) => {
      await partnersBy(c).removeAsset(idOf(c), idOf(c, 'asset'));
      return empty();
    },
    'GET /api/agent/partners/:id/webhooks': async (c) =>
      json({ endpoints: await endpointsBy(c).list(idOf(c), modeOf(c)) }),
    'POST /api/agent/partners/:id/webhooks': async (c) => {
      const request = await readJson(c.req.raw, endpointRequest);
      await looking.detail(idOf(c));
      const made = await endpointsBy(c).add(idOf(c), request.mode, request.url);
      return json(made, 201);
    },
    'POST /api/agent/partners/:id/webhooks/:webhook/rotate': async (c) => {
      const made = await endpointsBy(c).rotate(idOf(c), modeOf(c), idOf(c, 'webhook'));
      return json(made);
    },
    'POST /api/agent/partners/:id/webhooks/:webhook/enable': async (c) => {
      const made = await endpointsBy(c).enable(idOf(c), modeOf(c), idOf(c, 'webhook'), true);
      return json(made);
    },
    'POST /api/agent/partners/:id/webhooks/:webhook/disable': async (c) => {
      const made = await endpointsBy(c).enable(idOf(c), modeOf(c), idOf(c, 'webhook'), false);
      return json(made);
    },
    'DELETE /api/agent/partners/:id/webhooks/:webhook': async (c) => {
      await endpointsBy(c).remove(idOf(c), modeOf(c), idOf(c, 'webhook'));
      return empty();
    },
    'GET /api/agent/partners/:id/deliveries': async (c) => {
      const limit = readLimit(c.req.query('limit'));
      return json(await deliveryLog(deps, idOf(c), modeOf(c), limit, c.req.query('after')));
    },
    'POST /api/agent/partners/:id/deliveries/:delivery/resend': async (c) => {
      const again = await deps.store.webhooks.resend(
        idOf(c),
        modeOf(c),
        idOf(c, 'delivery'),
        deps.clock.now(),
      );
      if (!again) throw new HttpProblem('not_found');
      await changed(c, idOf(c), 'webhook_resent', idOf(c, 'delivery'));
      return empty();
    },
  };
}
