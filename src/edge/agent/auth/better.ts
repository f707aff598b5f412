import type { Role } from '#src/contract/agent/index.ts';
import { hex } from '../../crypto/bytes.ts';
import { HttpProblem } from '../../problem.ts';
import type { RecordedStores } from '../../stores/store.ts';
import type { Desk } from '../desk.ts';

/** A session of work: it ends twelve hours after its last use; that is looked at every five minutes. */
const SESSION_SECONDS = 12 * 3600;
const REFRESH_SECONDS = 5 * 60;
export const OIDC_PROVIDER = 'oidc';

export interface SignedInAgent {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly sessionId: string;
}

/** Accounts and sessions, as better-auth keeps them. Its own paths are open to nobody: we call it. */
export interface Auth {
  /**
   * Calls one of its endpoints (`/sign-in/email`) for a request of ours, with that one's cookies.
   * @param init.stores the transaction that all of it happens in.
   */
  readonly call: (
    path: string,
    request: Request,
    init?: {
      readonly method?: 'GET' | 'POST';
      readonly body?: object;
      readonly stores?: RecordedStores | undefined;
    },
  ) => Promise<Response>;
  /** Who is signed in, and cookies to be renewed; null if nobody is. */
  readonly whoIs: (request: Request) => Promise<{ agent: SignedInAgent; cookies: readonly string[] } | null>;
  readonly hash: (password: string) => Promise<string>;
}

type Stores = Pick<RecordedStores, 'agents' | 'entrances' | 'database'>;

async function open(desk: Desk, stores: Stores, withOidc: boolean) {
  const [{ betterAuth }, { twoFactor }, { genericOAuth }, { passkey }, { kyselyAdapter }, { APIError }] =
    await Promise.all([
      import('better-auth/minimal'),
      import('better-auth/plugins/two-factor'),
      import('better-auth/plugins/generic-oauth'),
      import('@better-auth/passkey'),
      import('@better-auth/kysely-adapter'),
      import('better-auth/api'),
    ]);
  const { settings, clock } = desk.deps;
  const { publicUrl } = settings;
  const { oidc } = desk.settings;
  const { db, dialect } = stores.database;
  const unwelcome = () => new APIError('FORBIDDEN', { message: 'No account', code: 'NO_ACCOUNT' });
  return betterAuth({
    appName: 'Kenal',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: hex(await desk.vault.bytes('accounts')),
    // biome-ignore lint/suspicious/noExplicitAny: it wants a Kysely of its own tables alone
    database: kyselyAdapter(db as any, { type: dialect }),
    telemetry: { enabled: false },
    // Its lines may name people.
    logger: { disabled: true },
    // Ours counts per account and per address, in the database.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${publicUrl}/agent?refused=oidc` },
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      modelName: 'agents',
      additionalFields: {
        // Set by the hook below: it asks for what is required before that.
        role: { type: 'string', required: false, input: false },
        disabled: { type: 'boolean', required: false, input: false },
      },
    },
    session: { modelName: 'agent_sessions', expiresIn: SESSION_SECONDS, updateAge: REFRESH_SECONDS },
    account: {
      modelName: 'agent_accounts',
      // Not among `trustedProviders`: whose e-mail the organisation has not verified gets nobody's account by it.
      accountLinking: { enabled: true },
    },
    verification: { modelName: 'agent_verifications' },
    advanced: {
      // With `useSecureCookies` it would put `__Secure-` before our prefix.
      cookiePrefix: '__Host-kenal',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'strict', path: '/' },
      // The one cookie that comes along when the organisation's site sends the browser back.
      cookies: { state: { attributes: { sameSite: 'lax' } } },
      ipAddress: { disableIpTracking: true },
      // It looks by a connection of its own; whoever comes in a transaction was let in by an instance that has looked.
      database: { validateSchema: !db.isTransaction },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const [agent] = await stores.agents.list([userId]);
            if (!agent || agent.disabled) throw unwelcome();
          },
        },
      },
      user: {
        create: {
          // Only the organisation's sign-on makes accounts here: for whom was invited, or as the setting says.
          before: async (user) => {
            // An e-mail that anybody may have typed in there uses up nobody's invitation.
            if (!user.emailVerified) throw unwelcome();
            const invited = await stores.entrances.useOf(user.email.toLowerCase(), clock.now());
            const role = invited?.role ?? oidc?.role;
            if (!role) throw unwelcome();
            return { data: { ...user, role, disabled: false } };
          },
        },
      },
      account: {
        create: {
          // We never speak for agents elsewhere: their tokens are not ours to keep.
          before: async (account) => ({
            data: { ...account, accessToken: undefined, refreshToken: undefined, idToken: undefined },
          }),
        },
        update: {
          before: async (account) => ({
            data: { ...account, accessToken: undefined, refreshToken: undefined, idToken: undefined },
          }),
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Kenal',
        // Ours stands before it, for password and code together.
        accountLockout: { enabled: false },
        schema: { twoFactor: { modelName: 'agent_two_factors' } },
      }),
      passkey({
        rpID: new URL(publicUrl).hostname,
        rpName: 'Kenal',
        origin: new URL(publicUrl).origin,
        schema: { passkey: { modelName: 'agent_passkeys' } },
      }),
      ...(withOidc && oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: OIDC_PROVIDER,
                  discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                },
              ],
            }),
          ]
        : []),
    ],
  });
}

type Better = Awaited<ReturnType<typeof open>>;

/** The accounts of this deployment. better-auth is loaded at the first need: customers never wait for it. */
export function createAuth(desk: Desk): Auth {
  const { store, settings } = desk.deps;
  const { publicUrl } = settings;
  const origin = new URL(publicUrl).origin;
  let plain: Promise<Better> | undefined;
  let withOidc: Promise<Better> | undefined;
  const better = (path: string): Promise<Better> => {
    const oidc = path.startsWith('/callback/') || path === '/sign-in/social';
    // A database that was away for a moment must not close the console for ever.
    if (oidc) {
      withOidc ??= open(desk, store, true);
      withOidc.catch(() => {
        withOidc = undefined;
      });
      return withOidc;
    }
    plain ??= open(desk, store, false);
    plain.catch(() => {
      plain = undefined;
    });
    return plain;
  };
  const headersOf = (request: Request): Headers => {
    const headers = new Headers({ origin, 'content-type': 'application/json' });
    for (const name of ['cookie', 'user-agent']) {
      const value = request.headers.get(name);
      if (value) headers.set(name, value);
    }
    return headers;
  };
  return {
    call: async (path, request, { method = 'POST', body = {}, stores } = {}) => {
      // One of its own for a transaction: it is made in a moment, and needed a few times in an account's life.
      const auth = await (stores ? open(desk, stores, false) : better(path));
      const response = await auth.handler(
        new Request(`${publicUrl}/api/auth${path}`, {
          method,
          headers: headersOf(request),
          ...(method === 'POST' && { body: JSON.stringify(body) }),
        }),
      );
      // The organisation's site did not answer when it was asked what it is: it is asked anew next time.
      if (path === '/sign-in/social' && response.status >= 400) {
        withOidc = undefined;
        throw new HttpProblem('upstream_unavailable', { detail: 'The sign-on does not answer' });
      }
      return response;
    },
    whoIs: async (request) => {
      if (!request.headers.get('cookie')?.includes('__Host-kenal.session_token')) return null;
      const auth = await better('');
      const { headers, response } = await auth.api.getSession({
        headers: headersOf(request),
        returnHeaders: true,
      });
      if (!response) return null;
      const user = response.user as typeof response.user & { role: Role; disabled: boolean };
      if (user.disabled) return null;
      return {
        agent: {
          id: user.id,
          email: user.email,
          name: user.name,
          role: user.role,
          sessionId: response.session.id,
        },
        cookies: headers.getSetCookie(),
      };
    },
    hash: async (password) => (await import('better-auth/crypto')).hashPassword(password),
  };
}
