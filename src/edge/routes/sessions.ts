import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { sessionRequest } from '#src/contract/partner/index.ts';
import { readJson } from '../body.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { bearer, checkOrigin } from '../middleware/session.ts';
import { idempotent } from '../partner/idempotent.ts';
import { limitPartner, requirePartner } from '../partner/require-partner.ts';
import { partnerSession } from '../partner/session.ts';
import { HttpProblem } from '../problem.ts';
import { SESSION_MS } from '../sessions/lifetime.ts';
import { newChallenge, requireProof } from '../sessions/proof.ts';
import { sessionReplyOf } from '../sessions/reply.ts';
import { readToken, type Verified } from '../tokens.ts';

/** Whoever means to be a partner is never taken for a person, however wrong the key. */
const bearsKey = (c: Context<EdgeEnv>): boolean => bearer(c.req.raw)?.startsWith('ks_') ?? false;

const when =
  (
    applies: (c: Context<EdgeEnv>) => boolean,
    middleware: MiddlewareHandler<EdgeEnv>,
  ): MiddlewareHandler<EdgeEnv> =>
  (c, next) =>
    applies(c) ? middleware(c, next) : next();

/**
 * `POST /api/sessions`: a token for one onboarding.
 * - With a partner's secret key: a session as that partner asks for, or one of its own that goes on.
 * - With a partner's token: what its session is; the token stays as it is, its page asks for the next one.
 * - With a token of this site, even one that has expired: its session goes on under a new token, while it lasts. A
 *   phone call of 40 minutes loses nothing.
 * Where PROOF_OF_WORK is set, a new session of this site's costs a proof, once: `POST /api/challenges`.
 * A session that has submitted goes on too: a browser that missed the answer in a long outage can still have it.
 */
export function sessionsRoute(deps: EdgeDeps): Hono<EdgeEnv> {
  const { store, keys, clock, settings } = deps;

  /** The session of a partner's token, as its frame asks for it. */
  const ofPartner = async (request: Request, token: string, claims: Verified) => {
    const now = clock.now();
    const valid = now / 1000 < claims.expires;
    const { sessionId, handoff } = claims;
    const session = valid || handoff ? await store.sessions.reach(sessionId, now, handoff) : null;
    if (!session) throw new HttpProblem('unauthorized');
    checkOrigin(request, claims, settings.publicUrl);
    // A phone has no page that could ask for the next token: its own goes on as long as its hand-off does.
    if (handoff) return sessionReplyOf(deps, session, { handoff });
    return sessionReplyOf(deps, session, { given: { token, claims } });
  };

  const anonymous = async (request: Request, claims: Verified | null) => {
    const now = clock.now();
    const session = claims && (await store.sessions.reach(claims.sessionId, now, claims.handoff));
    if (session) return sessionReplyOf(deps, session, { handoff: claims.handoff ?? null });
    // A phone whose hand-off was ended begins nothing of its own in the middle of another's form.
    if (claims?.handoff && (await store.sessions.reach(claims.sessionId, now)))
      throw new HttpProblem('unauthorized');
    await requireProof(deps, request);
    const id = crypto.randomUUID();
    const { wrapped } = await keys.newDataKey();
    await store.sessions.create({ id, created_at: now, expires_at: now + SESSION_MS, data_key: wrapped });
    return sessionReplyOf(deps, { id });
  };

  const byPartner = async (c: Context<EdgeEnv>) => {
    const request = await readJson(c.req.raw, sessionRequest);
    const { session, created } = await partnerSession(deps, c.var.partner, request, SESSION_MS);
    c.set('session', session);
    return c.json(await sessionReplyOf(deps, session), created ? 201 : 200);
  };

  const byPerson = async (c: Context<EdgeEnv>) => {
    const token = bearer(c.req.raw);
    const claims = token ? await readToken(keys, token, clock.now(), SESSION_MS / 1000) : null;
    const reply =
      token && claims?.client !== undefined
        ? await ofPartner(c.req.raw, token, claims)
        : await anonymous(c.req.raw, claims);
    return c.json(reply, 201);
  };

  return new Hono<EdgeEnv>()
    .post('/api/challenges', rateLimit(deps, 'lookupsPerAddress'), async (c) =>
      c.json(await newChallenge(deps), 201),
    )
    .post(
      '/api/sessions',
      when(bearsKey, requirePartner(deps)),
      when(bearsKey, limitPartner(deps)),
      when(bearsKey, idempotent(deps)),
      when((c) => !bearsKey(c), rateLimit(deps, 'sessionsPerAddress')),
      (c) => (bearsKey(c) ? byPartner(c) : byPerson(c)),
    );
}
