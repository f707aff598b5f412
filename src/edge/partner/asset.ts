import { text } from '../crypto/bytes.ts';
import { checkSvg } from './svg.ts';

/** A logo is shown 40 px high; a font of one script in two weights is under 100 KB. */
const MAX_LOGO_BYTES = 100 * 1024;
const MAX_FONT_BYTES = 400 * 1024;
export const MAX_ASSET_BYTES = MAX_FONT_BYTES;

const starts = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, i) => bytes[at + i] === byte);

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];
const WOFF2 = [0x77, 0x4f, 0x46, 0x32];

function typeOf(bytes: Uint8Array): string | null {
  if (starts(bytes, PNG)) return 'image/png';
  if (starts(bytes, JPEG)) return 'image/jpeg';
  if (starts(bytes, RIFF) && starts(bytes, WEBP, 8)) return 'image/webp';
  if (starts(bytes, WOFF2)) return 'font/woff2';
  return /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!--)[\s\S])*-->\s*)*<svg[\s>]/.test(
    text(bytes.subarray(0, 4096)),
  )
    ? 'image/svg+xml'
    : null;
}

/**
 * A file that a partner uploads: PNG, JPEG, WebP or plain SVG up to 100 KB, WOFF2 up to 400 KB, told by its first
 * bytes. @returns its MIME type, or why it is refused.
 */
export function checkAsset(bytes: Uint8Array): { type: string } | { refused: string } {
  const type = typeOf(bytes);
  if (!type) return { refused: 'Not a PNG, JPEG, WebP, SVG or WOFF2 file' };
  const limit = type === 'font/woff2' ? MAX_FONT_BYTES : MAX_LOGO_BYTES;
  if (bytes.length > limit) return { refused: `The file is larger than ${limit / 1024} KB` };
  if (type !== 'image/svg+xml') return { type };
  const refused = checkSvg(text(bytes));
  return refused ? { refused } : { type };
}
