import { Hono } from 'hono';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { problemResponse } from '../problem.ts';

/** Where programs ask, and files whose absence is no page's affair. */
const NO_PAGE = /^\/(?:api|v1|assets)\/|\.\w+$/;

/** The web app's files, for whatever no other route has answered; a person who has lost their way gets its page. */
export const webRoute = ({ web }: EdgeDeps): Hono<EdgeEnv> =>
  new Hono<EdgeEnv>().on(['GET', 'HEAD'], '*', async (c) => {
    const { path } = c.req;
    const file = path.startsWith('/api/') || path.startsWith('/v1/') ? null : await web?.(c.req.raw);
    if (file) return file;
    const wantsPage = !NO_PAGE.test(path) && (c.req.header('accept') ?? '').includes('text/html');
    // Without what the browser has of it already: a 304 would say nothing here.
    const headers = { 'accept-encoding': c.req.header('accept-encoding') ?? '' };
    const asked = new Request(new URL('/', c.req.url), { method: c.req.method, headers });
    const page = wantsPage ? await web?.(asked) : null;
    return page
      ? new Response(page.body, { status: 404, headers: page.headers })
      : problemResponse('not_found');
  });
