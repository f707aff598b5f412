import { Hono } from 'hono';
import type { EmbedClient } from '#src/contract/partner/index.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { HttpProblem } from '../problem.ts';
import { findClient, publicFace } from './client-settings.ts';

/** Uploaded once and never changed: another logo has another path. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** What anybody may ask of partners: `GET /api/embed/{client}` and `GET /api/assets/{id}`. */
export function partnerPublicRoutes(deps: EdgeDeps): Hono<EdgeEnv> {
  return new Hono<EdgeEnv>()
    .get('/api/embed/:client', rateLimit(deps, 'lookupsPerAddress'), async (c) => {
      const client = await findClient(deps, c.req.param('client'));
      if (!client) throw new HttpProblem('not_found');
      const face: EmbedClient = publicFace(client);
      return c.json(face);
    })
    .get('/api/assets/:id', async (c) => {
      const asset = await deps.store.partners.asset(c.req.param('id'));
      if (!asset) throw new HttpProblem('not_found');
      return new Response(new Uint8Array(asset.bytes), {
        headers: { 'content-type': asset.type, 'cache-control': IMMUTABLE },
      });
    });
}

/**
 * The pages that may hold `/embed?client=…`, for its frame-ancestors. A client that is not known has none.
 */
export async function partnerAncestors(
  deps: Pick<EdgeDeps, 'store'>,
  request: Request,
): Promise<readonly string[]> {
  const client = await findClient(deps, new URL(request.url).searchParams.get('client') ?? '');
  return client?.settings.origins ?? [];
}
