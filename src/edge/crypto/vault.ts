import type { SecretStore } from '../stores/secrets.ts';
import { type Bytes, hex, randomBytes, utf8 } from './bytes.ts';
import type { Keyring } from './keyring.ts';
import { open, seal } from './seal.ts';

const NAME = 'console';
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/**
 * Keys that must outlive a change of SECRET_KEY: those of hashes by which applications are found, of the audit's
 * chains, of agents' accounts. They are derived from one random secret, which lies sealed under SECRET_KEY in the
 * database and is wrapped anew like every data key: nothing has to be hashed or signed again.
 */
export interface Vault {
  /** HMAC-SHA-256 of a text, in lower-case hexadecimal (64 characters). Each purpose has a key of its own. */
  readonly mac: (purpose: string, text: string) => Promise<string>;
  /** The same with the key at hand, for use inside of a transaction: it asks the database nothing. */
  readonly macOf: (purpose: string) => Promise<(text: string) => Promise<string>>;
  /** 256 bits for that purpose. */
  readonly bytes: (purpose: string) => Promise<Bytes>;
}

async function masterOf(secrets: SecretStore, keys: Keyring): Promise<CryptoKey> {
  let row = await secrets.find(NAME);
  if (!row) {
    const { key, wrapped } = await keys.newDataKey();
    const sealed = await seal(key, `secret:${NAME}`, randomBytes(32));
    row = await secrets.keep({ id: NAME, data_key: wrapped, sealed });
  }
  const raw = await open(await keys.openDataKey(row.data_key), `secret:${NAME}`, row.sealed);
  return crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']);
}

/** The vault of this deployment; its secret is made at the first need, once, whoever asks first. */
export function createVault(secrets: SecretStore, keys: Keyring): Vault {
  let master: Promise<CryptoKey> | undefined;
  const known = new Map<string, Promise<CryptoKey>>();
  const bytes = async (purpose: string): Promise<Bytes> => {
    master ??= masterOf(secrets, keys);
    // A database that was away for a moment must not be away for ever.
    master.catch(() => {
      master = undefined;
    });
    const info = { name: 'HKDF', hash: 'SHA-256', salt: utf8('kenal-console'), info: utf8(purpose) };
    return new Uint8Array(await crypto.subtle.deriveBits(info, await master, 256));
  };
  const keyOf = (purpose: string): Promise<CryptoKey> => {
    const made =
      known.get(purpose) ??
      bytes(purpose).then((raw) => crypto.subtle.importKey('raw', raw, HMAC, false, ['sign']));
    known.set(purpose, made);
    made.catch(() => known.delete(purpose));
    return made;
  };
  const macOf: Vault['macOf'] = async (purpose) => {
    const key = await keyOf(purpose);
    return async (text) => hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text))));
  };
  return { bytes, macOf, mac: async (purpose, text) => (await macOf(purpose))(text) };
}
