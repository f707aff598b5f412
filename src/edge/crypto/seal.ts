import { type Bytes, concat, randomBytes, text, utf8 } from './bytes.ts';

const IV_BYTES = 12;

/**
 * Encrypts with AES-256-GCM. `context` (what it is and whose) is authenticated along, so that a sealed value
 * copied to another row does not open there.
 * @returns 12 bytes of IV, then ciphertext and tag.
 */
export const seal = async (key: CryptoKey, context: string, data: Bytes): Promise<Bytes> =>
  concat(...(await sealInParts(key, context, data)));

/** What `seal` makes, in two parts: to join those of a photo costs as much as to encrypt it. */
export async function sealInParts(
  key: CryptoKey,
  context: string,
  data: Bytes,
): Promise<readonly [iv: Bytes, sealed: Bytes]> {
  const iv = randomBytes(IV_BYTES);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(context) },
    key,
    data,
  );
  return [iv, new Uint8Array(sealed)];
}

/**
 * Opens what `seal` made.
 * @throws OperationError (DOMException) if key, context or a single bit is not the one it was sealed with.
 */
export async function open(key: CryptoKey, context: string, sealed: Uint8Array): Promise<Bytes> {
  const bytes = sealed as Bytes;
  const iv = bytes.subarray(0, IV_BYTES);
  const data = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(context) },
    key,
    bytes.subarray(IV_BYTES),
  );
  return new Uint8Array(data);
}

export const sealJson = (key: CryptoKey, context: string, value: unknown): Promise<Bytes> =>
  seal(key, context, utf8(JSON.stringify(value)));

export const openJson = async (key: CryptoKey, context: string, sealed: Uint8Array): Promise<unknown> =>
  JSON.parse(text(await open(key, context, sealed)));
