import { Hono } from 'hono';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { problemResponse } from '../problem.ts';

/** `/healthz`: the process answers. `/readyz`: the database does as well, and the engine is warm. */
export const healthRoute = ({ ready, store, log }: EdgeDeps): Hono<EdgeEnv> =>
  new Hono<EdgeEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
    .get('/readyz', async (c) => {
      if (!(await ready()))
        return problemResponse('not_ready', { detail: 'The engine is warming up', retryAfter: 1 });
      try {
        await store.ping();
      } catch (error) {
        log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'the database does not answer');
        return problemResponse('not_ready', { detail: 'The database does not answer', retryAfter: 1 });
      }
      return c.json({ status: 'ready' }, 200, { 'cache-control': 'no-store' });
    });
