import {
  type Entrance,
  passkeySignIn,
  type SignedIn,
  setupRequest,
  signInRequest,
  totpRequest,
} from '#src/contract/agent/index.ts';
import { readJson } from '../../body.ts';
import { HttpProblem } from '../../problem.ts';
import { type Auth, OIDC_PROVIDER } from '../auth/better.ts';
import { setUp, welcomeFirst } from '../auth/first.ts';
import { guarded } from '../auth/lock.ts';
import { byAgent, type Desk } from '../desk.ts';
import type { Handlers } from '../router.ts';
import { done, empty, json, meOf, passCookies } from './reply.ts';

/** A request as the browser would send the next one: with the cookies that a response has set. */
export function withCookies(request: Request, response: Response): Request {
  const jar = new Map(
    (request.headers.get('cookie') ?? '')
      .split(/;\s*/)
      .filter((pair) => pair !== '')
      .map((pair) => [pair.split('=')[0] ?? '', pair]),
  );
  for (const line of response.headers.getSetCookie()) {
    const pair = line.split(';')[0] ?? '';
    jar.set(pair.split('=')[0] ?? '', pair);
  }
  const headers = new Headers({ cookie: [...jar.values()].join('; ') });
  const agent = request.headers.get('user-agent');
  if (agent) headers.set('user-agent', agent);
  return new Request(request.url, { headers });
}

/** The end of every way of signing in: who it is now, and a link in the audit. */
async function welcome(
  desk: Desk,
  auth: Auth,
  request: Request,
  response: Response,
  how: string,
  status = 200,
): Promise<Response> {
  const who = await auth.whoIs(withCookies(request, response));
  if (!who) throw new HttpProblem('unauthorized');
  const { id, sessionId } = who.agent;
  await desk.record(null, 'account.signed_in', byAgent(id), { how });
  return passCookies(response, done(await meOf(desk, id, sessionId), status));
}

/** Signs a new account in with the password that it has just been given. */
export async function firstSignIn(
  desk: Desk,
  auth: Auth,
  request: Request,
  email: string,
  password: string,
): Promise<Response> {
  const response = await auth.call('/sign-in/email', request, { body: { email, password } });
  return welcome(desk, auth, request, response, 'password', 201);
}

const asksForCode = async (response: Response): Promise<boolean> => {
  const body = (await response.clone().json()) as { twoFactorRedirect?: boolean };
  return body.twoFactorRedirect === true;
};

/** Ways into the console. */
export function signInHandlers(desk: Desk, auth: Auth): Handlers {
  const { oidc } = desk.settings;

  /** A code is counted against the account whose password opened the way to it. */
  const emailOfChallenge = async (request: Request): Promise<string> => {
    const cookie = /__Host-kenal\.two_factor=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
    const identifier = cookie && decodeURIComponent(cookie).split('.')[0];
    const email = identifier && (await desk.deps.store.agents.emailOfChallenge(identifier));
    if (!email) throw new HttpProblem('unauthorized', { detail: 'The password comes first' });
    return email;
  };

  return {
    'GET /api/agent/entrance': async () => {
      const setup = await welcomeFirst(desk, auth);
      const reply: Entrance = { setup, oidc: oidc && { name: oidc.name } };
      return json(reply);
    },

    'POST /api/agent/setup': async (c) => {
      const given = await readJson(c.req.raw, setupRequest);
      await setUp(desk, auth, given);
      return firstSignIn(desk, auth, c.req.raw, given.email, given.password);
    },

    'POST /api/agent/sign-in': async (c) => {
      const given = await readJson(c.req.raw, signInRequest);
      await welcomeFirst(desk, auth);
      const response = await guarded(desk, given.email, async () => {
        const right = await auth.call('/sign-in/email', c.req.raw, { body: given });
        return right.ok ? { right, step: await asksForCode(right) } : null;
      });
      if (!response) throw new HttpProblem('credentials_wrong');
      if (await asksForCode(response))
        return passCookies(response, json({ next: 'totp' } satisfies SignedIn));
      return welcome(desk, auth, c.req.raw, response, 'password');
    },

    'POST /api/agent/sign-in/totp': async (c) => {
      const { code, kind } = await readJson(c.req.raw, totpRequest);
      const path = kind === 'app' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
      const response = await guarded(desk, await emailOfChallenge(c.req.raw), async () => {
        const right = await auth.call(path, c.req.raw, { body: { code: code.trim() } });
        return right.ok ? { right } : null;
      });
      if (!response) throw new HttpProblem('code_wrong');
      return welcome(desk, auth, c.req.raw, response, kind === 'app' ? 'totp' : 'backup_code');
    },

    'POST /api/agent/sign-in/passkey/options': async (c) => {
      const response = await auth.call('/passkey/generate-authenticate-options', c.req.raw, {
        method: 'GET',
      });
      return passCookies(response, json(await response.json()));
    },

    'POST /api/agent/sign-in/passkey': async (c) => {
      const { credential } = await readJson(c.req.raw, passkeySignIn);
      const response = await auth.call('/passkey/verify-authentication', c.req.raw, {
        body: { response: credential },
      });
      if (!response.ok) throw new HttpProblem('passkey_refused');
      return welcome(desk, auth, c.req.raw, response, 'passkey');
    },

    'POST /api/agent/sign-in/oidc': async (c) => {
      if (!oidc) throw new HttpProblem('not_found');
      const response = await auth.call('/sign-in/social', c.req.raw, {
        body: {
          provider: OIDC_PROVIDER,
          callbackURL: '/agent',
          errorCallbackURL: '/agent?refused=oidc',
          disableRedirect: true,
        },
      });
      const { url } = (await response.clone().json()) as { url: string };
      return passCookies(response, json({ url }));
    },

    'POST /api/agent/sign-out': async (c) => {
      const response = await auth.call('/sign-out', c.req.raw);
      await desk.record(null, 'account.signed_out', byAgent(c.var.agent.id));
      return passCookies(response, empty());
    },
  };
}
