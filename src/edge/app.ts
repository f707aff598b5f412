import { Hono } from 'hono';
import { deskOf } from './agent/desk.ts';
import { agentRoute } from './agent/index.ts';
import type { EdgeDeps, EdgeEnv } from './deps.ts';
import { handoffRoutes } from './handoff/routes.ts';
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
import { sandboxRoutes } from './sandbox/routes.ts';
import { sandboxUpstream } from './sandbox/upstream.ts';

/** The slow specimen takes this share of the longest that a call may take. */
const SLOW = 0.8;

/**
 * The BFF: a Hono app on web standards alone, the same on Node and on workerd.
 * @example
 * const edge = createEdge(deps);
 * const response = await edge.request('/api/sessions', { method: 'POST' });
 */
export function createEdge(deps: EdgeDeps): Hono<EdgeEnv> {
  const timing = deps.settings.ocrTiming ?? OCR_TIMING;
  const ocrOf = (upstreams: EdgeDeps['upstreams']) => {
    const { store, clock, log, metrics, traces } = deps;
    return createOcrClient({ upstreams, meter: store.meter, clock, log, timing, metrics, traces });
  };
  const reader = (upstreams: EdgeDeps['upstreams']) => {
    // Specimens of the sandbox are nothing to compare.
    const { shadow: _, ...rest } = deps;
    const given = upstreams === deps.upstreams ? deps : rest;
    return createCardReader({ ...given, upstreams }, ocrOf(upstreams), timing);
  };
  const sandbox = sandboxUpstream({
    embedded: deps.upstreams.find(({ kind }) => kind === 'embedded'),
    slowMs: timing.callMs * SLOW,
    sleep: deps.clock.sleep,
  });
  const app = new Hono<EdgeEnv>();
  const { settings, frameAncestorsOf = (request) => partnerAncestors(deps, request) } = deps;
  app.use(requestLog(deps), securityHeaders({ settings, frameAncestorsOf }));
  // No path and no parameter of ours holds U+0000, and PostgreSQL takes it in no text.
  app.use((c, next) => {
    const [path = '', query = ''] = c.req.raw.url.split('?', 2);
    if (path.includes('%00')) throw new HttpProblem('not_found');
    if (query.includes('%00'))
      throw new HttpProblem('invalid_request', { detail: 'A parameter holds U+0000' });
    return next();
  });
  app.use('/api/*', sandboxLog(deps));
  app.route('/', healthRoute(deps));
  app.route('/', sessionsRoute(deps));
  app.route('/', readingsRoute(deps, reader(deps.upstreams), reader([sandbox])));
  app.route('/', draftRoute(deps));
  app.route('/', applicationsRoute(deps));
  app.route('/', handoffRoutes(deps));
  app.route('/', sandboxRoutes(deps));
  app.route('/', partnerPublicRoutes(deps));
  app.route('/', partnerRoutes(deps));
  app.route('/', agentRoute(deskOf(deps), ocrOf(deps.upstreams)));
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
