import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod/mini';
import { Cache } from './cache.ts';
import type { Keyring } from './crypto/keyring.ts';

/** A client token lives 30 minutes and serves one onboarding. */
export const TOKEN_SECONDS = 30 * 60;
const ISSUER = 'kenal';
const AUDIENCE = 'kenal-client';

const claims = z.object({
  sub: z.string(),
  countries: z.array(z.string()),
  exp: z.number(),
  client: z.optional(z.string()),
  origin: z.optional(z.string()),
  handoff: z.optional(z.string()),
});

export interface TokenClaims {
  readonly sessionId: string;
  readonly countries: readonly string[];
  /** The partner's client, if a partner made the session. */
  readonly client?: string | undefined;
  /** The page that the token was made for. */
  readonly origin?: string | undefined;
  /** The hand-off that the token came by: it is the phone's. */
  readonly handoff?: string | undefined;
}

/** Signs (HS256) a token for a session. `now` in ms. */
export function issueToken(keys: Keyring, token: TokenClaims, now: number): Promise<string> {
  const issued = Math.floor(now / 1000);
  const { countries, client, origin, handoff } = token;
  return new SignJWT({
    countries: [...countries],
    ...(client && { client }),
    ...(origin && { origin }),
    ...(handoff && { handoff }),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: keys.signing.id })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(token.sessionId)
    .setIssuedAt(issued)
    .setExpirationTime(issued + TOKEN_SECONDS)
    .sign(keys.signing.key);
}

/** Tokens whose signature was right, by keyring: a session sends the same one with each request. */
const verified = new WeakMap<Keyring, Cache<Verified>>();
const MAX_VERIFIED = 5000;

export interface Verified extends TokenClaims {
  /** Seconds since 1970. */
  readonly expires: number;
}

/**
 * The claims of a token of ours; null if it is not ours, was changed, or has expired.
 * @param graceSeconds how long after its expiry it still counts: renewal alone gives more than 0.
 */
export async function readToken(
  keys: Keyring,
  token: string,
  now: number,
  graceSeconds = 0,
): Promise<Verified | null> {
  const cache = verified.get(keys) ?? new Cache<Verified>(MAX_VERIFIED);
  verified.set(keys, cache);
  const known = cache.get(token) ?? (await verify(keys, token));
  if (!known) return null;
  cache.set(token, known);
  return now / 1000 < known.expires + graceSeconds ? known : null;
}

/** Everything about a token but its time. */
async function verify(keys: Keyring, token: string): Promise<Verified | null> {
  try {
    const { payload } = await jwtVerify(
      token,
      (header) => {
        const key = keys.verifying(header.kid ?? '');
        if (!key) throw new errors.JWSSignatureVerificationFailed();
        return key;
      },
      // The time is judged at each use, by the caller's clock.
      { algorithms: ['HS256'], issuer: ISSUER, audience: AUDIENCE, currentDate: new Date(0) },
    );
    const parsed = claims.safeParse(payload);
    if (!parsed.success) return null;
    const { sub, exp, ...rest } = parsed.data;
    return { sessionId: sub, expires: exp, ...rest };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
