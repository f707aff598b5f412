import { Hono } from 'hono';
import { createDesk } from './agent/desk.ts';
import { agentRoute } from './agent/index.ts';
import type { EdgeDeps, EdgeEnv } from './deps.ts';
import { requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { createOcrClient, OCR_TIMING } from './ocr/client.ts';
import { partnerAncestors, partnerPublicRoutes } from './partner/public-routes.ts';
import { partnerRoutes } from './partner/routes.ts';
import { HttpProblem, problemResponse } from './problem.ts';
import { createCardReader } from './readings/read-card.ts';
import { applicationsRoute } from './routes/applications.ts';
import { draftRoute } from './routes/draft.ts';
import { healthRoute } from './routes/health.ts';
import { openapiRoute } from './routes/openapi.ts';
import { readingsRoute } from './routes/readings.ts';
import { sessionsRoute } from './routes/sessions.ts';
import { webRoute } from './routes/web.ts';
import { sandboxLog } from './sandbox/middleware.ts';

/**
 * The BFF: a Hono app on web standards alone, the same on Node and on workerd.
 * @example
 * const edge = createEdge(deps);
 * const response = await edge.request('/api/sessions', { method: 'POST' });
 */
export function createEdge(deps: EdgeDeps): Hono<EdgeEnv> {
  const timing = deps.settings.ocrTiming ?? OCR_TIMING;
  const ocr = createOcrClient({
    upstreams: deps.upstreams,
    meter: deps.store.meter,
    clock: deps.clock,
    log: deps.log,
    timing,
    metrics: deps.metrics,
  });
  const app = new Hono<EdgeEnv>();
  const { settings, frameAncestorsOf = (request) => partnerAncestors(deps, request) } = deps;
  app.use(requestLog(deps), securityHeaders({ settings, frameAncestorsOf }));
  app.use('/api/*', sandboxLog(deps));
  app.route('/', healthRoute(deps));
  app.route('/', sessionsRoute(deps));
  app.route('/', readingsRoute(deps, createCardReader(deps, ocr, timing)));
  app.route('/', draftRoute(deps));
  app.route('/', applicationsRoute(deps));
  app.route('/', partnerPublicRoutes(deps));
  app.route('/', partnerRoutes(deps));
  app.route('/', agentRoute(createDesk(deps)));
  app.route('/', openapiRoute(deps));
  app.route('/', webRoute(deps));
  app.notFound(() => problemResponse('not_found'));
  app.onError((error, c) => {
    if (error instanceof HttpProblem) return problemResponse(error.code, error.extras);
    // A message may quote what it choked on: the name and the place are enough to find the fault.
    const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
    deps.log.error({ request: c.var.requestId, error: error.name, at: at?.slice(0, 4) }, 'fault');
    return problemResponse('internal', { detail: `request ${c.var.requestId}` });
  });
  return app;
}
