import { Hono } from 'hono';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { problemResponse } from '../problem.ts';

/** The web app's files, for whatever no other route has answered. */
export const webRoute = ({ web }: EdgeDeps): Hono<EdgeEnv> =>
  new Hono<EdgeEnv>().on(['GET', 'HEAD'], '*', async (c) => {
    const path = c.req.path;
    const ours = path.startsWith('/api/') || path.startsWith('/v1/');
    return (!ours && web && (await web(c.req.raw))) || problemResponse('not_found');
  });
