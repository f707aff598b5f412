import type { Raster } from '#src/imaging/index.ts';
import type { BmpHeader } from './bmp-header.ts';
import { ImageFormatError } from './errors.ts';

/**
 * The pixels of a BMP as [height, width, 3] uint8 RGB. Own code because no package on the registry reads
 * palettes, RLE, top-down rows and bit fields and bounds what a header can make it allocate.
 */
export function decodeBmp(bytes: Uint8Array, header: BmpHeader): Raster {
  const { width, height } = header;
  const data = new Uint8Array(width * height * 3);
  if (header.compression === 'none') decodeRows(bytes, header, data);
  else decodeRle(bytes, header, data);
  return { data, width, height, channels: 3 };
}

/** Offset of the row that is stored as number `stored`. */
const rowStart = ({ width, height, topDown }: BmpHeader, stored: number): number =>
  (topDown ? stored : height - 1 - stored) * width * 3;

function decodeRows(bytes: Uint8Array, header: BmpHeader, out: Uint8Array): void {
  const { width, height, bits, pixels } = header;
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (pixels + stride * (height - 1) + Math.ceil((width * bits) / 8) > bytes.length) {
    throw new ImageFormatError('BMP: pixels cut off');
  }
  const row = bits <= 8 ? indexedRow : bits === 24 ? bgrRow : maskedRow;
  for (let y = 0; y < height; y++) row(bytes, pixels + y * stride, header, out, rowStart(header, y));
}

type RowDecoder = (bytes: Uint8Array, at: number, header: BmpHeader, out: Uint8Array, o: number) => void;

const indexedRow: RowDecoder = (bytes, at, { width, bits, palette }, out, o) => {
  const perByte = 8 / bits;
  const mask = (1 << bits) - 1;
  for (let x = 0; x < width; x++) {
    const shift = 8 - bits * ((x % perByte) + 1);
    paint(out, o + x * 3, palette, (bytes[at + Math.floor(x / perByte)]! >> shift) & mask);
  }
};

const bgrRow: RowDecoder = (bytes, at, { width }, out, o) => {
  for (let i = 0; i < width * 3; i += 3) {
    out[o + i] = bytes[at + i + 2]!;
    out[o + i + 1] = bytes[at + i + 1]!;
    out[o + i + 2] = bytes[at + i]!;
  }
};

const maskedRow: RowDecoder = (bytes, at, { width, bits, masks }, out, o) => {
  const step = bits / 8;
  const fields = masks.map((mask) => {
    const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
    const top = mask >>> shift;
    return { mask, shift, scale: top === 0 ? 0 : 255 / top };
  });
  for (let x = 0; x < width; x++) {
    let value = 0;
    for (let k = step - 1; k >= 0; k--) value = (value << 8) | bytes[at + x * step + k]!;
    for (let c = 0; c < 3; c++) {
      const { mask, shift, scale } = fields[c]!;
      out[o + x * 3 + c] = ((value & mask) >>> shift) * scale + 0.5;
    }
  }
};

function paint(out: Uint8Array, o: number, palette: Uint8Array, index: number): void {
  out[o] = palette[index * 3]!;
  out[o + 1] = palette[index * 3 + 1]!;
  out[o + 2] = palette[index * 3 + 2]!;
}

const [END_OF_LINE, END_OF_BITMAP, DELTA] = [0, 1, 2];

/** RLE8 and RLE4: pairs of (count, value), or 0 and an escape. What is never painted shows palette entry 0. */
function decodeRle(bytes: Uint8Array, header: BmpHeader, out: Uint8Array): void {
  const { width, height, palette } = header;
  const nibbles = header.compression === 'rle4';
  for (let i = 0; i < width * height; i++) paint(out, i * 3, palette, 0);
  let [x, y, at] = [0, 0, header.pixels];
  const put = (index: number) => {
    if (x < width && y < height) paint(out, rowStart(header, y) + x * 3, palette, index);
    x++;
  };
  /** Pixel i of a run whose bytes repeat (encoded) or go on (absolute). */
  const pixel = (from: number, i: number) =>
    nibbles ? (bytes[from + (i >> 1)]! >> (i % 2 ? 0 : 4)) & 15 : bytes[from + i]!;
  while (at + 1 < bytes.length) {
    const count = bytes[at]!;
    const value = bytes[at + 1]!;
    at += 2;
    if (count > 0) {
      for (let i = 0; i < count; i++) put(nibbles ? (value >> (i % 2 ? 0 : 4)) & 15 : value);
    } else if (value === END_OF_LINE) {
      [x, y] = [0, y + 1];
    } else if (value === END_OF_BITMAP) {
      return;
    } else if (value === DELTA) {
      if (at + 1 >= bytes.length) break;
      x += bytes[at]!;
      y += bytes[at + 1]!;
      at += 2;
    } else {
      const size = nibbles ? Math.ceil(value / 2) : value;
      if (at + size > bytes.length) break;
      for (let i = 0; i < value; i++) put(pixel(at, i));
      at += size + (size % 2);
    }
    if (y >= height) return;
  }
  throw new ImageFormatError('BMP: pixels cut off');
}
