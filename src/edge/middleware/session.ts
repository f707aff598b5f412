import type { MiddlewareHandler } from 'hono';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { HttpProblem } from '../problem.ts';
import { readToken } from '../tokens.ts';

/** The credentials of `Authorization: Bearer …`; null if there are none. */
export const bearer = (request: Request): string | null =>
  /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;

/** Lets through only a valid client token whose session still exists; the session goes to the route. */
export const requireSession =
  ({ keys, clock, store }: EdgeDeps): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    const token = bearer(c.req.raw);
    const claims = token && (await readToken(keys, token, clock.now()));
    const session = claims && (await store.sessions.find(claims.sessionId));
    if (!session || session.expires_at <= clock.now()) throw new HttpProblem('unauthorized');
    c.set('session', session);
    await next();
  };

/** Lets through only while nothing was submitted: a token serves one onboarding. */
export const requireOpen: MiddlewareHandler<EdgeEnv> = async (c, next) => {
  if (c.var.session.application_id !== null)
    throw new HttpProblem('conflict', { detail: 'This session has been submitted' });
  await next();
};
