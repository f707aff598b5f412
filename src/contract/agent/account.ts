import * as z from 'zod/mini';

/** Each may all that the one before it may. */
export const ROLES = ['agent', 'supervisor', 'admin'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

export const MIN_PASSWORD = 12;
const MAX_PASSWORD = 128;
const password = z.string().check(z.minLength(MIN_PASSWORD), z.maxLength(MAX_PASSWORD));
const anyPassword = z.string().check(z.minLength(1), z.maxLength(MAX_PASSWORD));
const email = z.email().check(z.maxLength(254));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));

/** `GET /api/agent/entrance` (anyone): what the first screen of the console is to be. */
export const entrance = z.object({
  /** No account exists yet: show the first-run screen, which asks for the code from the server's log. */
  setup: z.boolean(),
  /** Sign-on through the organisation, and what its button says; null if it is not set up. */
  oidc: z.nullable(z.object({ name: z.string() })),
});
export type Entrance = z.infer<typeof entrance>;

/** `GET /api/agent/me` (agent); 401 `unauthorized` if nobody is signed in. */
export const me = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  /** Signed in with a second factor from an app. */
  totp: z.boolean(),
  /** False for an account that comes from the organisation's sign-on alone. */
  hasPassword: z.boolean(),
  passkeys: z.number(),
  /** Id of this session among `GET /api/agent/me/sessions`. */
  sessionId: z.string(),
});
export type Me = z.infer<typeof me>;

/**
 * `POST /api/agent/setup` (anyone, while there is no account): the first admin. 201 `signedIn`, and signed in.
 * `code_wrong`; `setup_done`: somebody was faster.
 */
export const setupRequest = z.object({ code: z.string().check(z.maxLength(64)), email, name, password });
export type SetupRequest = z.infer<typeof setupRequest>;

/**
 * `POST /api/agent/sign-in` (anyone) → `signedIn`. `credentials_wrong`; `account_locked` after too many failures,
 * with Retry-After in seconds.
 */
export const signInRequest = z.object({ email: z.string().check(z.maxLength(254)), password: anyPassword });
export type SignInRequest = z.infer<typeof signInRequest>;

/** Done, or the code of the authenticator app is asked for as well. */
export const signedIn = z.discriminatedUnion('next', [
  z.object({ next: z.literal('done'), me }),
  z.object({ next: z.literal('totp') }),
]);
export type SignedIn = z.infer<typeof signedIn>;

/** `POST /api/agent/sign-in/totp` (anyone who has just given the password) → `signedIn`. `code_wrong`. */
export const totpRequest = z.object({
  code: z.string().check(z.maxLength(40)),
  /** `backup`: one of the codes that were shown once. */
  kind: z.enum(['app', 'backup']),
});
export type TotpRequest = z.infer<typeof totpRequest>;

/**
 * `POST /api/agent/sign-in/passkey/options` (anyone) → `PublicKeyCredentialRequestOptionsJSON`, to be given to
 * `navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(…) })`; its
 * `credential.toJSON()` goes to `POST /api/agent/sign-in/passkey` (anyone) → `signedIn`. `passkey_refused`.
 */
export const passkeyOptions = z.looseObject({ challenge: z.string() });
export const passkeySignIn = z.object({ credential: z.looseObject({ id: z.string() }) });

/**
 * `POST /api/agent/sign-in/oidc` (anyone): where to send the browser. It comes back to `/agent`, or to
 * `/agent?refused=oidc`.
 */
export const oidcStart = z.object({ url: z.string() });

/** `POST /api/agent/sign-out` (agent): 204. No body. */

/** `PUT /api/agent/me/password` (agent): 204; all other sessions end. `credentials_wrong`. */
export const passwordChange = z.object({ current: anyPassword, next: password });
export type PasswordChange = z.infer<typeof passwordChange>;

/** `POST /api/agent/me/totp` (agent): begins. 200 `totpSetup`; `credentials_wrong`. */
export const passwordAgain = z.object({ password: anyPassword });
/** `otpauth://` URI for the QR code, and codes for a lost phone, shown this once. */
export const totpSetup = z.object({ uri: z.string(), backupCodes: z.array(z.string()) });
export type TotpSetup = z.infer<typeof totpSetup>;
/** `POST /api/agent/me/totp/confirm` (agent): 204, and from now on it is asked for. `code_wrong`. */
export const totpConfirm = z.object({ code: z.string().check(z.maxLength(12)) });
/** `POST /api/agent/me/totp/remove` (agent), body `passwordAgain`: 204. `credentials_wrong`. */

const passkey = z.object({ id: z.string(), name: z.string(), createdAt: z.string() });
/** `GET /api/agent/me/passkeys` (agent). `DELETE /api/agent/me/passkeys/{id}` (agent): 204. */
export const passkeyList = z.object({ passkeys: z.array(passkey) });
/**
 * `POST /api/agent/me/passkeys/options` (agent) → `PublicKeyCredentialCreationOptionsJSON` (`passkeyOptions`);
 * then `POST /api/agent/me/passkeys` (agent): 201 `passkeyList`. `passkey_refused`.
 */
export const passkeyRegistration = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  credential: z.looseObject({ id: z.string() }),
});

/** One browser that is signed in. No addresses; `device` is a short name made of its User-Agent. */
const agentSession = z.object({
  id: z.string(),
  device: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
});
/**
 * `GET /api/agent/me/sessions` (agent). `DELETE /api/agent/me/sessions/{id}` (agent): 204.
 * `DELETE /api/agent/me/sessions` (agent): ends all others, 204.
 */
export const sessionList = z.object({ sessions: z.array(agentSession) });

export const accountFields = { email, name, password };
