import { Hono } from 'hono';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { type OpenApi, openapi } from '../openapi/document.ts';
import { OPERATIONS } from '../openapi/index.ts';
import { docsPage } from '../openapi/page.ts';
import { DOCS_CSS } from '../openapi/page-style.ts';

/** `/openapi.json` and, for people, `/docs`: the API described, made once and at the first need. */
export function openapiRoute({ settings }: EdgeDeps): Hono<EdgeEnv> {
  let made: OpenApi | undefined;
  let page: string | undefined;
  const document = () => {
    made ??= openapi(settings.publicUrl, OPERATIONS);
    return made;
  };
  return new Hono<EdgeEnv>()
    .get('/openapi.json', (c) => c.json(document()))
    .get('/docs', async (c) => {
      page ??= String(await docsPage(document()));
      return c.html(page);
    })
    .get('/docs.css', (c) => c.body(DOCS_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }));
}
