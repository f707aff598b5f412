import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';

/**
 * Gives each request an id and one log line: the route's pattern, never the path as it came (someone may have
 * typed a name into it), never headers, never bodies.
 */
export const requestLog =
  ({ log, metrics }: EdgeDeps): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    const id = crypto.randomUUID();
    c.set('requestId', id);
    const start = performance.now();
    await next();
    c.res.headers.set('x-request-id', id);
    if (!c.req.path.startsWith('/api/')) return;
    const { method } = c.req;
    const { status } = c.res;
    const route = routePath(c, -1);
    const ms = performance.now() - start;
    metrics?.request(method, route, status, ms / 1000);
    log.info({ request: id, method, route, status, ms }, 'request');
  };
