import { Hono } from 'hono';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { webhookRoutes } from '../webhooks/routes.ts';
import { partnerApplicationRoutes } from './application-routes.ts';
import { idempotent } from './idempotent.ts';
import { limitPartner, requirePartner } from './require-partner.ts';

/** `/api/partner/*`: what a partner's server does with a secret key. */
export function partnerRoutes(deps: EdgeDeps): Hono<EdgeEnv> {
  const route = new Hono<EdgeEnv>();
  route.use('/api/partner/*', requirePartner(deps), limitPartner(deps));
  route.on('POST', '/api/partner/*', idempotent(deps));
  route.route('/', partnerApplicationRoutes(deps));
  route.route('/', webhookRoutes(deps));
  return route;
}
