import { Cache } from '../cache.ts';
import { type Bytes, concat, hex, randomBytes, utf8 } from './bytes.ts';
import { open, seal } from './seal.ts';

/** A secret of fewer characters is refused at start: 32 random characters carry at least 128 bits. */
export const MIN_SECRET_LENGTH = 32;
const KEY_ID_BYTES = 4;

/** All that is made of one SECRET_KEY. */
interface SecretKeys {
  readonly id: string;
  readonly signing: CryptoKey;
  readonly wrapping: CryptoKey;
}

export interface Keyring {
  /** Signs new tokens; `id` goes into their header. */
  readonly signing: { readonly id: string; readonly key: CryptoKey };
  /** The key that verifies tokens with this id; null if it is neither the current nor the previous one. */
  readonly verifying: (id: string) => CryptoKey | null;
  /** A fresh data key (AES-256-GCM), and the same wrapped by the current secret, to be stored. */
  readonly newDataKey: () => Promise<{ key: CryptoKey; wrapped: Bytes }>;
  /** @throws Error if it was wrapped by a secret that is no longer known. */
  readonly openDataKey: (wrapped: Uint8Array) => Promise<CryptoKey>;
  /** The same data key wrapped by the current secret; null if it already is. */
  readonly rewrap: (wrapped: Uint8Array) => Promise<Bytes | null>;
}

async function derive(secret: string): Promise<SecretKeys> {
  if (secret.length < MIN_SECRET_LENGTH)
    throw new Error(`A secret of ${secret.length} characters is none: at least ${MIN_SECRET_LENGTH}`);
  const master = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveBits']);
  const bits = async (info: string) =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-256', salt: utf8('kenal'), info: utf8(info) },
        master,
        256,
      ),
    );
  const id = hex((await bits('key-id')).subarray(0, KEY_ID_BYTES));
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  return {
    id,
    signing: await crypto.subtle.importKey('raw', await bits('tokens'), hmac, false, ['sign', 'verify']),
    wrapping: await crypto.subtle.importKey('raw', await bits('data-keys'), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]),
  };
}

/** A session's requests come close together: its key is unwrapped once for them. */
const MAX_OPEN_KEYS = 2000;

const importDataKey = (raw: Bytes) =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/**
 * Keys for tokens and for wrapping data keys, derived by HKDF-SHA-256 from SECRET_KEY. What the previous
 * secret signed or wrapped stays valid while it is given.
 * @throws Error if a secret has fewer than MIN_SECRET_LENGTH characters, such as that of a file cut short.
 */
export async function createKeyring(secret: string, previous?: string): Promise<Keyring> {
  const current = await derive(secret);
  const known = new Map([[current.id, current]]);
  if (previous) {
    const old = await derive(previous);
    known.set(old.id, old);
  }
  const opened = new Cache<CryptoKey>(MAX_OPEN_KEYS);
  const idOf = (wrapped: Uint8Array) => hex(wrapped.subarray(0, KEY_ID_BYTES));
  const unwrap = async (wrapped: Uint8Array): Promise<Bytes> => {
    const keys = known.get(idOf(wrapped));
    if (!keys) throw new Error('A data key was wrapped by a SECRET_KEY that is not known any more');
    return open(keys.wrapping, `data-key:${keys.id}`, wrapped.subarray(KEY_ID_BYTES));
  };
  const wrap = async (raw: Bytes): Promise<Bytes> => {
    const id = Uint8Array.from(current.id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    return concat(id, await seal(current.wrapping, `data-key:${current.id}`, raw));
  };
  return {
    signing: { id: current.id, key: current.signing },
    verifying: (id) => known.get(id)?.signing ?? null,
    newDataKey: async () => {
      const raw = randomBytes(32);
      const made = { key: await importDataKey(raw), wrapped: await wrap(raw) };
      raw.fill(0);
      return made;
    },
    openDataKey: async (wrapped) => {
      const name = hex(wrapped);
      // The key, not a promise of it: on workerd that would end with the request that made it.
      const known = opened.get(name) ?? (await importDataKey(await unwrap(wrapped)));
      opened.set(name, known);
      return known;
    },
    rewrap: async (wrapped) => (idOf(wrapped) === current.id ? null : wrap(await unwrap(wrapped))),
  };
}
