import type { MiddlewareHandler } from 'hono';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { WINDOW_MS } from '../limits/limits.ts';
import { bearer } from '../middleware/session.ts';
import { HttpProblem } from '../problem.ts';
import type { KeyHolder } from '../stores/partners.ts';
import { hashKey, isSecretKey } from './keys.ts';

/**
 * Who bears the secret key of a request.
 * @throws HttpProblem unauthorized: none, unknown, revoked, or of a partner that is disabled.
 */
async function keyHolderOf({ store }: Pick<EdgeDeps, 'store'>, request: Request): Promise<KeyHolder> {
  const key = bearer(request);
  const holder = key && isSecretKey(key) ? await store.partners.holderOf(await hashKey(key)) : null;
  if (!holder) throw new HttpProblem('unauthorized');
  return holder;
}

/** Lets through only who bears a secret key in force; the partner goes to the route. */
export const requirePartner =
  (deps: EdgeDeps): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    const holder = await keyHolderOf(deps, c.req.raw);
    c.set('partner', holder);
    c.set('partnerId', holder.partnerId);
    await next();
  };

/**
 * Counts a request of a partner, live and test apart, and says in `RateLimit` and `RateLimit-Policy`
 * (draft-ietf-httpapi-ratelimit-headers-10) what is left.
 * @throws HttpProblem rate_limited, with Retry-After.
 */
export const limitPartner = ({ store, clock, settings }: EdgeDeps): MiddlewareHandler<EdgeEnv> => {
  const quota = settings.limits.requestsPerPartner;
  return async (c, next) => {
    const { partnerId, mode } = c.var.partner;
    const now = clock.now();
    const startsAt = now - (now % WINDOW_MS);
    const key = `partner:${mode}:${partnerId}`;
    const used = (await store.limits.hit([key], startsAt)).get(key) ?? 0;
    const reset = Math.ceil((startsAt + WINDOW_MS - now) / 1000);
    const headers = {
      'ratelimit-policy': `"partner";q=${quota};w=${WINDOW_MS / 1000}`,
      ratelimit: `"partner";r=${Math.max(0, quota - used)};t=${reset}`,
    };
    if (used > quota) throw new HttpProblem('rate_limited', { retryAfter: reset, headers });
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
};
