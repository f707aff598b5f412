export type ImageFormat = 'jpeg' | 'png' | 'bmp';

const SIGNATURES: readonly (readonly [ImageFormat, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['bmp', [0x42, 0x4d]],
];

/** The format by the file's first bytes; null for anything that is not read. */
export function sniff(bytes: Uint8Array): ImageFormat | null {
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  return found?.[0] ?? null;
}
