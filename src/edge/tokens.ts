import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod/mini';
import type { Keyring } from './crypto/keyring.ts';

/** A client token lives 30 minutes and serves one onboarding. */
export const TOKEN_SECONDS = 30 * 60;
const ISSUER = 'kenal';
const AUDIENCE = 'kenal-client';

const claims = z.object({ sub: z.string(), countries: z.array(z.string()) });

export interface TokenClaims {
  readonly sessionId: string;
  readonly countries: readonly string[];
}

/** Signs (HS256) a token for a session. `now` in ms. */
export function issueToken(keys: Keyring, token: TokenClaims, now: number): Promise<string> {
  const issued = Math.floor(now / 1000);
  return new SignJWT({ countries: [...token.countries] })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: keys.signing.id })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(token.sessionId)
    .setIssuedAt(issued)
    .setExpirationTime(issued + TOKEN_SECONDS)
    .sign(keys.signing.key);
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
): Promise<TokenClaims | null> {
  try {
    const { payload } = await jwtVerify(
      token,
      (header) => {
        const key = keys.verifying(header.kid ?? '');
        if (!key) throw new errors.JWSSignatureVerificationFailed();
        return key;
      },
      {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'iat'],
        currentDate: new Date(now),
        clockTolerance: graceSeconds,
      },
    );
    const parsed = claims.safeParse(payload);
    return parsed.success ? { sessionId: parsed.data.sub, countries: parsed.data.countries } : null;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
