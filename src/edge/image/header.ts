export interface ImageHeader {
  readonly type: 'image/jpeg' | 'image/png' | 'image/bmp';
  /** Pixels as stored, before EXIF orientation. */
  readonly width: number;
  readonly height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function png(bytes: Uint8Array, view: DataView): ImageHeader | null {
  if (bytes.length < 24 || view.getUint32(12) !== 0x49484452) return null; // "IHDR"
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function bmp(view: DataView): ImageHeader | null {
  if (view.byteLength < 26) return null;
  const size = view.getUint32(14, true);
  // BITMAPCOREHEADER (12 bytes) has 16-bit sizes; every later header starts like BITMAPINFOHEADER, where a
  // negative height means that the rows run from the top.
  const [width, height] =
    size === 12
      ? [view.getUint16(18, true), view.getUint16(20, true)]
      : [view.getInt32(18, true), Math.abs(view.getInt32(22, true))];
  return { type: 'image/bmp', width, height };
}

/** Start-of-frame markers are C0–CF without DHT (C4), JPG (C8) and DAC (CC); ITU T.81, table B.1. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpeg(bytes: Uint8Array, view: DataView): ImageHeader | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (isFrame(marker))
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Scan data or the end before any frame: there is no picture.
    if (marker === 0xda || marker === 0xd9) return null;
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/**
 * Type and size of an image from its first bytes, by content alone; nothing is decoded.
 * @returns null if it is no JPEG, PNG or BMP, or its header is broken.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = PNG.every((byte, i) => bytes[i] === byte)
    ? png(bytes, view)
    : bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
      ? jpeg(bytes, view)
      : bytes[0] === 0x42 && bytes[1] === 0x4d
        ? bmp(view)
        : null;
  return header && header.width > 0 && header.height > 0 ? header : null;
}
