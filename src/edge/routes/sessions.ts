import { Hono } from 'hono';
import type { SessionReply } from '#src/contract/index.ts';
import { type EdgeDeps, type EdgeEnv, readerOf } from '../deps.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { bearer } from '../middleware/session.ts';
import { issueToken, readToken, TOKEN_SECONDS } from '../tokens.ts';

/** What was not submitted a day after its session began is erased. */
const SESSION_HOURS = 24;
const SESSION_MS = SESSION_HOURS * 3600 * 1000;

/**
 * `POST /api/sessions`: a token for one onboarding. With a token of ours in `Authorization`, even one that has
 * expired, its session goes on under a new token, while it lasts: a phone call of 40 minutes loses nothing. One
 * that has submitted goes on too, so that a browser that missed the answer in a long outage can still have it.
 */
export function sessionsRoute(deps: EdgeDeps): Hono<EdgeEnv> {
  const { store, keys, clock, settings, countries } = deps;
  const codes = countries.map((country) => country.code);

  const renewable = async (request: Request, now: number): Promise<string | null> => {
    const token = bearer(request);
    const claims = token && (await readToken(keys, token, now, SESSION_MS / 1000));
    const session = claims && (await store.sessions.find(claims.sessionId));
    return session && session.expires_at > now ? session.id : null;
  };

  return new Hono<EdgeEnv>().post('/api/sessions', rateLimit(deps, 'sessionsPerAddress'), async (c) => {
    const now = clock.now();
    let id = await renewable(c.req.raw, now);
    if (!id) {
      id = crypto.randomUUID();
      const { wrapped } = await keys.newDataKey();
      await store.sessions.create({
        id,
        created_at: now,
        expires_at: now + SESSION_MS,
        data_key: wrapped,
      });
    }
    const reply: SessionReply = {
      token: await issueToken(keys, { sessionId: id, countries: codes }, now),
      sessionId: id,
      expiresAt: new Date(now + TOKEN_SECONDS * 1000).toISOString(),
      countries: codes,
      allowManual: settings.allowManual,
      reader: readerOf(deps),
      partner: null,
    };
    return c.json(reply, 201);
  });
}
