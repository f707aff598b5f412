import type { MiddlewareHandler } from 'hono';
import { PARENT_HEADER } from '#src/contract/partner/index.ts';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { HttpProblem } from '../problem.ts';
import { readToken, type TokenClaims } from '../tokens.ts';

/** The credentials of `Authorization: Bearer …`; null if there are none. */
export const bearer = (request: Request): string | null =>
  /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;

/**
 * A partner's token serves the page that it was made for: our own frame in that page, which names its parent, and
 * nobody else's script. Where browsers say neither, the token alone counts.
 * @throws HttpProblem wrong_origin.
 */
export function checkOrigin(
  request: Request,
  { client, origin, handoff }: TokenClaims,
  publicUrl: string,
): void {
  if (client === undefined) return;
  const ours = [new URL(publicUrl).origin, new URL(request.url).origin];
  const sender = request.headers.get('origin');
  if (sender !== null && !ours.includes(sender)) throw new HttpProblem('wrong_origin');
  // A phone has a tab of its own, without a parent.
  const parent = handoff === undefined ? request.headers.get(PARENT_HEADER) : null;
  if (parent !== null && parent !== origin) throw new HttpProblem('wrong_origin');
}

/**
 * Lets through only a valid client token whose session is in force; the session goes to the route.
 * @param onlyLooks for routes that tell of a hand-off alone: a phone whose hand-off was ended is told so there.
 */
export const requireSession =
  ({ keys, clock, store, settings }: EdgeDeps, { onlyLooks = false } = {}): MiddlewareHandler<EdgeEnv> =>
  async (c, next) => {
    const now = clock.now();
    const token = bearer(c.req.raw);
    const claims = token && (await readToken(keys, token, now));
    const session =
      claims && (await store.sessions.reach(claims.sessionId, now, onlyLooks ? undefined : claims.handoff));
    if (!claims || !session) throw new HttpProblem('unauthorized');
    checkOrigin(c.req.raw, claims, settings.publicUrl);
    c.set('session', session);
    c.set('claims', claims);
    c.set('partnerId', session.partner_id);
    await next();
  };

/** @throws HttpProblem country_not_offered: not in this session. */
export function requireCountry({ countries }: TokenClaims, country: string): void {
  if (!countries.includes(country)) throw new HttpProblem('country_not_offered');
}

/** Lets through only while nothing was submitted: a token serves one onboarding. */
export const requireOpen: MiddlewareHandler<EdgeEnv> = async (c, next) => {
  if (c.var.session.application_id !== null)
    throw new HttpProblem('conflict', { detail: 'This session has been submitted' });
  await next();
};
