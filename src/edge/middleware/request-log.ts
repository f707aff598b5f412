import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { inSpan } from '../traces/traces.ts';

/**
 * Gives each request an id, and one line of the log and one span: the route's pattern, never the path as it came
 * (someone may have typed a name into it), never headers, never bodies.
 */
export const requestLog =
  ({ log, metrics, traces }: EdgeDeps): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    const id = crypto.randomUUID();
    c.set('requestId', id);
    if (!c.req.path.startsWith('/api/')) {
      await next();
      c.res.headers.set('x-request-id', id);
      return;
    }
    const { method } = c.req;
    const from = { request: c.req.raw, env: c.env };
    await inSpan(traces, method, { kind: 'server', from }, async (span) => {
      const start = performance.now();
      await next();
      c.res.headers.set('x-request-id', id);
      const { status } = c.res;
      const route = routePath(c, -1);
      const ms = performance.now() - start;
      metrics?.request(method, route, status, ms / 1000);
      span?.rename(`${method} ${route}`);
      span?.set({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'kenal.request': id,
      });
      if (status >= 500) span?.fail();
      log.info({ request: id, method, route, status, ms }, 'request');
    });
  };
