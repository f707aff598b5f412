import { Hono } from 'hono';
import { webhookEndpointRequest } from '#src/contract/partner/index.ts';
import { byPartner, deskOf } from '../agent/desk.ts';
import { readJson } from '../body.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { readLimit } from '../partner/cursor.ts';
import { HttpProblem } from '../problem.ts';
import type { KeyHolder } from '../stores/partners.ts';
import { manageEndpoints } from './endpoints.ts';
import { deliveryLog } from './log.ts';

const BASE = '/api/partner/webhooks';

/** A partner's endpoints and its delivery log, each of its key's mode. */
export function webhookRoutes(deps: EdgeDeps): Hono<EdgeEnv> {
  const desk = deskOf(deps);
  const endpointsOf = ({ partnerId }: KeyHolder) =>
    manageEndpoints({
      ...deps,
      pen: (work) => desk.recorded('partner.changed', byPartner(partnerId), work),
    });
  return new Hono<EdgeEnv>()
    .get(BASE, async (c) => {
      const { partnerId, mode } = c.var.partner;
      return c.json({ endpoints: await endpointsOf(c.var.partner).list(partnerId, mode) });
    })
    .post(BASE, async (c) => {
      const { partnerId, mode } = c.var.partner;
      const { url } = await readJson(c.req.raw, webhookEndpointRequest);
      return c.json(await endpointsOf(c.var.partner).add(partnerId, mode, url), 201);
    })
    .post(`${BASE}/:id/rotate`, async (c) => {
      const { partnerId, mode } = c.var.partner;
      return c.json(await endpointsOf(c.var.partner).rotate(partnerId, mode, c.req.param('id')));
    })
    .post(`${BASE}/:id/enable`, async (c) => {
      const { partnerId, mode } = c.var.partner;
      return c.json(await endpointsOf(c.var.partner).enable(partnerId, mode, c.req.param('id'), true));
    })
    .post(`${BASE}/:id/disable`, async (c) => {
      const { partnerId, mode } = c.var.partner;
      return c.json(await endpointsOf(c.var.partner).enable(partnerId, mode, c.req.param('id'), false));
    })
    .delete(`${BASE}/:id`, async (c) => {
      const { partnerId, mode } = c.var.partner;
      await endpointsOf(c.var.partner).remove(partnerId, mode, c.req.param('id'));
      return c.body(null, 204);
    })
    .get('/api/partner/deliveries', async (c) => {
      const { partnerId, mode } = c.var.partner;
      const limit = readLimit(c.req.query('limit'));
      return c.json(await deliveryLog(deps, partnerId, mode, limit, c.req.query('after')));
    })
    .post('/api/partner/deliveries/:id/resend', async (c) => {
      const { partnerId, mode } = c.var.partner;
      const again = await deps.store.webhooks.resend(partnerId, mode, c.req.param('id'), deps.clock.now());
      if (!again) throw new HttpProblem('not_found');
      return c.body(null, 204);
    });
}
