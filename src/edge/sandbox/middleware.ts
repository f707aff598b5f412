import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { logSandbox } from './log.ts';

const SANDBOX = '/api/sandbox/';

/** The code of a problem, or the outcome of a reading: from a copy, and only where it is JSON of ours. */
async function outcomeOf({ res }: Context<EdgeEnv>): Promise<string | null> {
  if (!res.headers.get('content-type')?.includes('json')) return null;
  const body = (await res.clone().json()) as { code?: unknown; outcome?: unknown };
  const said = res.status >= 400 ? body.code : body.outcome;
  return typeof said === 'string' ? said : null;
}

/** Writes each request of a test session or a test key into the sandbox's log: the route's pattern, no body. */
export const sandboxLog =
  (deps: EdgeDeps): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    const start = performance.now();
    await next();
    const { partner, session } = c.var as Partial<EdgeEnv['Variables']>;
    const partnerId = partner?.partnerId ?? session?.partner_id;
    if (!partnerId || (partner?.mode ?? session?.mode) !== 'test' || c.req.path.startsWith(SANDBOX)) return;
    await logSandbox(deps, partnerId, {
      kind: 'request',
      session: session?.id ?? null,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - start),
      outcome: await outcomeOf(c),
    });
  };
