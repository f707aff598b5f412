import { type Context, Hono } from 'hono';
import { ROLES } from '#src/contract/agent/index.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { HttpProblem } from '../problem.ts';
import type { Auth, SignedInAgent } from './auth/better.ts';
import { type RouteKey, RULES, type Rule } from './rules.ts';

interface AgentEnv {
  Variables: EdgeEnv['Variables'] & { agent: SignedInAgent };
}
type AgentContext = Context<AgentEnv>;
export type Handler = (c: AgentContext) => Promise<Response>;
export type Handlers = { readonly [Key in RouteKey]?: Handler };

/**
 * A change must come from our own page: by its `Origin`, or because the browser says so itself (behind a proxy of
 * a development server the origin is another). Cookies are SameSite=Strict; this is the second lock.
 */
function requireOwnOrigin(request: Request, publicUrl: string): void {
  const own = request.headers.get('origin') === new URL(publicUrl).origin;
  if (!own && request.headers.get('sec-fetch-site') !== 'same-origin')
    throw new HttpProblem('forbidden', { detail: 'The request comes from another origin' });
}

async function requireRole(auth: Auth, c: AgentContext, rule: Exclude<Rule, 'anyone'>): Promise<void> {
  const who = await auth.whoIs(c.req.raw);
  if (!who) throw new HttpProblem('unauthorized');
  for (const cookie of who.cookies) c.header('set-cookie', cookie, { append: true });
  if (ROLES.indexOf(who.agent.role) < ROLES.indexOf(rule)) throw new HttpProblem('forbidden');
  c.set('agent', who.agent);
}

/** Routes with their rules before them: nothing is reached without the role that `RULES` names. */
export function guardedRoutes(deps: EdgeDeps, auth: Auth, handlers: Handlers): Hono<EdgeEnv> {
  const route = new Hono<AgentEnv>();
  const guess = rateLimit(deps, 'lookupsPerAddress');
  for (const [key, handler] of Object.entries(handlers) as [RouteKey, Handler][]) {
    const [method = '', path = ''] = key.split(' ');
    const rule: Rule = RULES[key];
    route.on(method, path, async (c) => {
      if (method !== 'GET') requireOwnOrigin(c.req.raw, deps.settings.publicUrl);
      if (rule === 'anyone') await guess(c as unknown as Context<EdgeEnv>, async () => {});
      else await requireRole(auth, c, rule);
      return handler(c);
    });
  }
  return route as unknown as Hono<EdgeEnv>;
}
