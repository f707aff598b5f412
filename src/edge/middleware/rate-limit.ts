import type { Context, MiddlewareHandler } from 'hono';
import { Cache } from '../cache.ts';
import { keyedHash } from '../crypto/keyed-hash.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { type Limits, WINDOW_MS } from '../limits/limits.ts';
import { networkOf } from '../limits/network.ts';
import { HttpProblem } from '../problem.ts';

const MAX_HASHES = 2000;

/**
 * Counts a request under its address, its session and its partner, in the database: all processes share the counts.
 * Addresses are stored as a keyed hash that changes with each window.
 * @param names which limits apply; those `…PerSession` need the session before them, those `…PerPartner` count where
 *   `partnerId` was set.
 * @throws HttpProblem rate_limited, with Retry-After.
 */
export const rateLimit = (
  { store, clock, settings, addressOf, keys }: EdgeDeps,
  ...names: readonly (keyof Limits)[]
): MiddlewareHandler<EdgeEnv> => {
  const { limits } = settings;
  const hashes = new Cache<string>(MAX_HASHES);
  const subjectOf = async (c: Context<EdgeEnv>, name: keyof Limits, startsAt: number) => {
    if (name.endsWith('PerSession')) return c.var.session.id;
    if (name.endsWith('PerPartner')) return c.var.partnerId ?? null;
    const address = addressOf?.(c.req.raw, c.env) ?? null;
    if (!address) return null;
    const counted = `${startsAt}:${networkOf(address)}`;
    const hashed = hashes.get(counted) ?? (await keyedHash(keys, counted));
    hashes.set(counted, hashed);
    return hashed;
  };
  return async (c, next) => {
    const now = clock.now();
    const startsAt = now - (now % WINDOW_MS);
    const counted = new Map<string, keyof Limits>();
    for (const name of names) {
      const subject = await subjectOf(c, name, startsAt);
      if (subject) counted.set(`${name}:${subject}`, name);
    }
    const counts = counted.size > 0 ? await store.limits.hit([...counted.keys()], startsAt) : new Map();
    for (const [key, name] of counted)
      if ((counts.get(key) ?? 0) > limits[name])
        throw new HttpProblem('rate_limited', { retryAfter: (startsAt + WINDOW_MS - now) / 1000 });
    await next();
  };
};
