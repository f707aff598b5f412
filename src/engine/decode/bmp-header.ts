import { ImageFormatError } from './errors.ts';

/** What stands in front of a BMP's pixels. Masks are those of 16 and 32 bits; the palette is RGB triples. */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly topDown: boolean;
  readonly bits: 1 | 4 | 8 | 16 | 24 | 32;
  readonly compression: 'none' | 'rle8' | 'rle4';
  readonly masks: readonly [number, number, number];
  readonly palette: Uint8Array;
  readonly pixels: number;
}

const FILE_HEADER = 14;
/** BITMAPCOREHEADER (OS/2 1.x); everything later begins like BITMAPINFOHEADER. */
const CORE_HEADER = 12;
const INFO_HEADER = 40;
const BITS = [1, 4, 8, 16, 24, 32] as const;
const MASKS_16 = [0x7c00, 0x03e0, 0x001f] as const;
const MASKS_32 = [0xff0000, 0x00ff00, 0x0000ff] as const;
const [BI_RGB, BI_RLE8, BI_RLE4, BI_BITFIELDS, BI_ALPHABITFIELDS] = [0, 1, 2, 3, 6];

/** Reads a BMP's headers (Microsoft: BITMAPFILEHEADER, BITMAPCOREHEADER … BITMAPV5HEADER). */
export function readBmpHeader(bytes: Uint8Array): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < FILE_HEADER + CORE_HEADER) throw new ImageFormatError('BMP: too short');
  const size = view.getUint32(FILE_HEADER, true);
  const core = size === CORE_HEADER;
  if ((!core && size < INFO_HEADER) || FILE_HEADER + size > bytes.length) {
    throw new ImageFormatError('BMP: unknown header');
  }
  const at = FILE_HEADER + 4;
  const width = core ? view.getUint16(at, true) : view.getInt32(at, true);
  const signedHeight = core ? view.getUint16(at + 2, true) : view.getInt32(at + 4, true);
  const bits = BITS.find((known) => known === view.getUint16(core ? at + 6 : at + 10, true));
  const method = core ? BI_RGB : view.getUint32(at + 12, true);
  if (width <= 0 || signedHeight === 0 || bits === undefined) throw new ImageFormatError('BMP: bad header');
  const afterMasks = maskEnd(size, method);
  return {
    width,
    height: Math.abs(signedHeight),
    topDown: signedHeight < 0,
    bits,
    compression: compressionOf(method, bits),
    masks: masksOf(view, method, bits),
    palette: paletteOf(bytes, core, bits, afterMasks, core ? 0 : view.getUint32(at + 28, true)),
    pixels: view.getUint32(10, true),
  };
}

/** With a plain BITMAPINFOHEADER the masks follow it; in later headers they are part of it. */
function maskEnd(size: number, method: number): number {
  const extra =
    size !== INFO_HEADER ? 0 : method === BI_BITFIELDS ? 12 : method === BI_ALPHABITFIELDS ? 16 : 0;
  return FILE_HEADER + size + extra;
}

function compressionOf(method: number, bits: number): BmpHeader['compression'] {
  if (method === BI_RGB) return 'none';
  if (method === BI_RLE8 && bits === 8) return 'rle8';
  if (method === BI_RLE4 && bits === 4) return 'rle4';
  if ((method === BI_BITFIELDS || method === BI_ALPHABITFIELDS) && (bits === 16 || bits === 32))
    return 'none';
  throw new ImageFormatError('BMP: unknown compression');
}

function masksOf(view: DataView, method: number, bits: number): BmpHeader['masks'] {
  if (method !== BI_BITFIELDS && method !== BI_ALPHABITFIELDS) return bits === 16 ? MASKS_16 : MASKS_32;
  const at = FILE_HEADER + INFO_HEADER;
  if (at + 12 > view.byteLength) throw new ImageFormatError('BMP: masks cut off');
  return [view.getUint32(at, true), view.getUint32(at + 4, true), view.getUint32(at + 8, true)];
}

function paletteOf(bytes: Uint8Array, core: boolean, bits: number, at: number, declared: number): Uint8Array {
  if (bits > 8) return new Uint8Array(0);
  const full = 1 << bits;
  const count = declared > 0 ? Math.min(declared, full) : full;
  const step = core ? 3 : 4;
  if (at + count * step > bytes.length) throw new ImageFormatError('BMP: palette cut off');
  // Indices beyond a short palette show black.
  const palette = new Uint8Array(full * 3);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < 3; c++) palette[i * 3 + c] = bytes[at + i * step + 2 - c]!;
  }
  return palette;
}
