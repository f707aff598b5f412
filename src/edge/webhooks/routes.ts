import { Hono } from 'hono';
import { webhookEndpointRequest } from '#src/contract/partner/index.ts';
import { readJson } from '../body.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { readLimit } from '../partner/cursor.ts';
import { HttpProblem } from '../problem.ts';
import { manageEndpoints } from './endpoints.ts';
import { deliveryLog } from './log.ts';

const BASE = '/api/partner/webhooks';

/** A partner's endpoints and its delivery log, each of its key's mode. */
export function webhookRoutes(deps: EdgeDeps): Hono<EdgeEnv> {
  const endpoints = manageEndpoints(deps);
  return new Hono<EdgeEnv>()
    .get(BASE, async (c) => {
      const { partnerId, mode } = c.var.partner;
      return c.json({ endpoints: await endpoints.list(partnerId, mode) });
    })
    .post(BASE, async (c) => {
      const { partnerId, mode } = c.var.partner;
      const { url } = await readJson(c.req.raw, webhookEndpointRequest);
      return c.json(await endpoints.add(partnerId, mode, url), 201);
    })
    .post(`${BASE}/:id/rotate`, async (c) => {
      const { partnerId, mode } = c.var.partner;
      return c.json(await endpoints.rotate(partnerId, mode, c.req.param('id')));
    })
    .post(`${BASE}/:id/enable`, async (c) => {
      const { partnerId, mode } = c.var.partner;
      return c.json(await endpoints.enable(partnerId, mode, c.req.param('id'), true));
    })
    .post(`${BASE}/:id/disable`, async (c) => {
      const { partnerId, mode } = c.var.partner;
      return c.json(await endpoints.enable(partnerId, mode, c.req.param('id'), false));
    })
    .delete(`${BASE}/:id`, async (c) => {
      const { partnerId, mode } = c.var.partner;
      await endpoints.remove(partnerId, mode, c.req.param('id'));
      return c.body(null, 204);
    })
    .get('/api/partner/deliveries', async (c) => {
      const { partnerId, mode } = c.var.partner;
      const limit = readLimit(c.req.query('limit'));
      return c.json(await deliveryLog(deps, partnerId, mode, limit, c.req.query('after')));
    })
    .post('/api/partner/deliveries/:id/resend', async (c) => {
      const again = await deps.store.webhooks.resend(
        c.var.partner.partnerId,
        c.req.param('id'),
        deps.clock.now(),
      );
      if (!again) throw new HttpProblem('not_found');
      return c.body(null, 204);
    });
}
