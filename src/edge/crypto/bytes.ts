/** Bytes that WebCrypto and the stores take as they are. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const utf8 = (text: string): Bytes => encoder.encode(text) as Bytes;
export const text = (bytes: Uint8Array): string => decoder.decode(bytes);

/** @returns `n` cryptographically random bytes. */
export const randomBytes = (n: number): Bytes => crypto.getRandomValues(new Uint8Array(n));

/** @returns lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0');
  return out;
}

/** SHA-256 of `bytes`, as lower-case hexadecimal (64 characters). */
export async function sha256(bytes: Bytes): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Joins byte arrays into one. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
