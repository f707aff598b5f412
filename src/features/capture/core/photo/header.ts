/** Formats told apart by content; what a file is called or claims to be does not count. */
export type PhotoFormat =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'avif'
  | 'bmp'
  | 'gif'
  | 'heic'
  | 'pdf'
  | 'video'
  | 'unknown';

/** What the first bytes of a file say. Sizes are stored pixels, before EXIF orientation; 0 where unknown. */
export interface PhotoHeader {
  readonly format: PhotoFormat;
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1–8; 1 where nothing is said. */
  readonly orientation: number;
}

/** Bytes to read for `readHeader`: cameras put a thumbnail of up to 64 KB and maker notes before the size. */
export const HEADER_BYTES = 262_144;

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Brands of ISO base media files (ISO/IEC 23008-12, AV1 image format): major brand, then compatible ones. */
const HEIC_BRANDS = /hei[cmsx]|hev[cmsx]|mif1|msf1/;

function isoBrand(bytes: Uint8Array): PhotoFormat {
  const size = Math.min(64, (bytes[2]! << 8) | bytes[3]!);
  const brands = ascii(bytes, 8, Math.max(4, size - 8));
  if (/avi[fs]/.test(brands)) return 'avif';
  return HEIC_BRANDS.test(brands) ? 'heic' : 'video';
}

function sniff(bytes: Uint8Array): PhotoFormat {
  if (bytes.length < 12) return 'unknown';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'webp';
  if (ascii(bytes, 4, 4) === 'ftyp') return isoBrand(bytes);
  if (ascii(bytes, 0, 2) === 'BM') return 'bmp';
  if (ascii(bytes, 0, 4) === 'GIF8') return 'gif';
  // The PDF signature may stand anywhere in the first kilobyte (ISO 32000, annex H).
  return ascii(bytes, 0, Math.min(1_024, bytes.length)).includes('%PDF-') ? 'pdf' : 'unknown';
}

/** Reads what the first bytes of a file say of it. Never throws: damaged headers give zeros. */
export function readHeader(bytes: Uint8Array): PhotoHeader {
  const format = sniff(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const plain = (width: number, height: number): PhotoHeader => ({ format, width, height, orientation: 1 });
  try {
    if (format === 'jpeg') return { format, ...jpegHeader(view) };
    if (format === 'png') return plain(view.getUint32(16), view.getUint32(20));
    if (format === 'gif') return plain(view.getUint16(6, true), view.getUint16(8, true));
    if (format === 'bmp') return plain(view.getInt32(18, true), Math.abs(view.getInt32(22, true)));
    if (format === 'webp') return plain(...webpSize(view, ascii(bytes, 12, 4)));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return plain(0, 0);
}

/** Sizes of the three kinds of WebP (RFC 9649): simple, lossless, extended. */
function webpSize(view: DataView, kind: string): [number, number] {
  const u24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (kind === 'VP8X') return [u24(24) + 1, u24(27) + 1];
  if (kind === 'VP8 ') return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  const bits = view.getUint32(21, true);
  return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
}

const SOI_LENGTH = 2;
const APP1 = 0xe1;
const SOS = 0xda;
/** Start-of-frame markers: C0–CF without DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Walks the JPEG's segments up to its frame header. */
function jpegHeader(view: DataView): { width: number; height: number; orientation: number } {
  let orientation = 1;
  let at = SOI_LENGTH;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), orientation };
    }
    if (marker === SOS) break;
    if (marker === APP1 && orientation === 1) orientation = exifOrientation(view, at + 4);
    at += 2 + view.getUint16(at + 2);
  }
  return { width: 0, height: 0, orientation };
}

const EXIF = 0x45786966;
const ORIENTATION_TAG = 0x0112;

/** Orientation from the first directory of an EXIF segment (Exif 2.32, 4.6.4); 1 where there is none. */
function exifOrientation(view: DataView, at: number): number {
  if (view.getUint32(at) !== EXIF) return 1;
  const tiff = at + 6;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > view.byteLength) return 1;
  const entries = Math.min(view.getUint16(directory, little), 200);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 10 > view.byteLength) return 1;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
