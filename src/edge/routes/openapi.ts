import { Hono } from 'hono';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { openapi } from '../openapi.ts';

/** `/openapi.json`: the API described, made once and at the first need. */
export function openapiRoute({ settings }: EdgeDeps): Hono<EdgeEnv> {
  let document: ReturnType<typeof openapi> | undefined;
  return new Hono<EdgeEnv>().get('/openapi.json', (c) => {
    document ??= openapi(settings.publicUrl);
    return c.json(document);
  });
}
