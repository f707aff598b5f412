import { base64url } from 'jose';
import type { Mode } from '#src/contract/partner/index.ts';
import { randomBytes, sha256, utf8 } from '../crypto/bytes.ts';

const KEY_BYTES = 32;
const CLIENT_CHARS = 20;
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** What a partner's secret key looks like: found by secret scanners, told apart from tokens at a glance. */
const SECRET_KEY = /^ks_(?:live|test)_[\w-]{43}$/;

export const isSecretKey = (credential: string): boolean => SECRET_KEY.test(credential);

export const hashKey = (key: string): Promise<string> => sha256(utf8(key));

/** A new secret key of 256 random bits. */
export const newSecretKey = (mode: Mode): string => `ks_${mode}_${base64url.encode(randomBytes(KEY_BYTES))}`;

/** A new public client id: 100 random bits, so that nobody finds clients by guessing. */
export function newClientId(mode: Mode): string {
  let id = '';
  while (id.length < CLIENT_CHARS)
    // 252 = 7 × 36: what is above would make the first characters likelier.
    for (const byte of randomBytes(CLIENT_CHARS))
      if (byte < 252 && id.length < CLIENT_CHARS) id += ALPHABET[byte % ALPHABET.length];
  return `kc_${mode}_${id}`;
}
