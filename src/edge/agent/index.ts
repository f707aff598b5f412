import { Hono } from 'hono';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import type { OcrClient } from '../ocr/client.ts';
import { createAuth, OIDC_PROVIDER } from './auth/better.ts';
import { firstRunCode, welcomeFirst } from './auth/first.ts';
import { byAgent, type Desk, deskOf } from './desk.ts';
import { guardedRoutes, type Handlers } from './router.ts';
import { accountHandlers, invitationHandlers } from './routes/accounts.ts';
import { auditHandlers } from './routes/audit.ts';
import { figuresHandlers } from './routes/figures.ts';
import { meHandlers } from './routes/me.ts';
import { partnerHandlers } from './routes/partners.ts';
import { queueHandlers } from './routes/queue.ts';
import { reviewHandlers } from './routes/review.ts';
import { signInHandlers, withCookies } from './routes/sign-in.ts';
import { verificationHandlers } from './routes/verification.ts';
import { viewHandlers } from './routes/views.ts';

/** The console's API, `/api/agent/*`, and where the organisation's sign-on sends browsers back to. */
export function agentRoute(desk: Desk, ocr: OcrClient): Hono<EdgeEnv> {
  const { deps } = desk;
  const auth = createAuth(desk);
  const handlers: Handlers = {
    ...signInHandlers(desk, auth),
    ...meHandlers(desk, auth),
    ...accountHandlers(desk),
    ...invitationHandlers(desk, auth),
    ...auditHandlers(desk),
    ...queueHandlers(desk),
    ...reviewHandlers(desk),
    ...partnerHandlers(desk),
    ...viewHandlers(desk),
    ...figuresHandlers(desk),
    ...verificationHandlers(desk, ocr),
  };
  const back = `/callback/${OIDC_PROVIDER}`;
  return new Hono<EdgeEnv>()
    .route('/', guardedRoutes(deps, auth, handlers))
    .get(`/api/auth${back}`, async (c) => {
      const { search } = new URL(c.req.url);
      const response = await auth.call(`${back}${search}`, c.req.raw, { method: 'GET' });
      const who = await auth.whoIs(withCookies(c.req.raw, response));
      if (who) await desk.record(null, 'account.signed_in', byAgent(who.agent.id), { how: 'oidc' });
      return new Response(null, { status: response.status, headers: response.headers });
    });
}

/**
 * Makes the admin of the settings, or says in the log how the first one is made. Called once at the start; a worker,
 * which has none, at its first turn of the schedule.
 */
export async function prepareConsole(deps: EdgeDeps): Promise<void> {
  const desk = deskOf(deps);
  if (await welcomeFirst(desk, createAuth(desk)))
    deps.log.info(
      { code: await firstRunCode(desk), at: `${deps.settings.publicUrl}/agent` },
      'no account yet: this code makes the first admin',
    );
}
