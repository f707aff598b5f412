import { hex, utf8 } from './bytes.ts';
import type { Keyring } from './keyring.ts';

/** A hash that nobody can make without SECRET_KEY: of what is too short to be hashed plainly. 32 hex characters. */
export async function keyedHash(keys: Keyring, text: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', keys.signing.key, utf8(text));
  return hex(new Uint8Array(mac, 0, 16));
}
