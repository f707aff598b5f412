import * as z from 'zod/mini';

const hex = z.string().check(z.regex(/^(?:[0-9a-f]{2})+$/), z.maxLength(128));

/**
 * `POST /api/challenges`: work for a browser, where a deployment asks for it before it opens a session to anybody.
 * Parameters are ALTCHA's (version 2): find the counter with which PBKDF2 of `nonce` and counter, salted, gives a key
 * that begins with `keyPrefix`.
 */
export const proofChallenge = z.object({
  parameters: z.object({
    algorithm: z.literal('PBKDF2/SHA-256'),
    /** Rounds of one try. */
    cost: z.number(),
    data: z.object({
      /** When it is worth nothing any more, ms since 1970. */
      expires: z.number(),
      /** No more tries than this are needed. */
      tries: z.number(),
    }),
    keyLength: z.number(),
    keyPrefix: hex,
    keySignature: hex,
    nonce: hex,
    salt: hex,
  }),
  signature: hex,
});
export type ProofChallenge = z.infer<typeof proofChallenge>;

/** What `POST /api/sessions` is to be shown, as base64url of its JSON in `PROOF_HEADER`. One session for each. */
export const proof = z.object({
  challenge: proofChallenge,
  solution: z.object({ counter: z.number(), derivedKey: hex }),
});
export type Proof = z.infer<typeof proof>;

export const PROOF_HEADER = 'kenal-proof';
