/** Options of a BMP to write; `pixel` gives the palette index (≤ 8 bits) or 0xRRGGBB. */
export interface BmpOptions {
  readonly width: number;
  readonly height: number;
  readonly bits: 1 | 4 | 8 | 16 | 24 | 32;
  readonly rle?: boolean;
  readonly topDown?: boolean;
  readonly core?: boolean;
  readonly pixel: (x: number, y: number) => number;
}

/** The grey or RGB triple that a reader must see for index i of the palette that `writeBmp` writes. */
export const paletteGrey = (bits: number, index: number): number =>
  Math.round((index * 255) / ((1 << bits) - 1));

/** Writes a BMP of any of the kinds that are about, for tests. */
export function writeBmp(options: BmpOptions): Uint8Array {
  const { width, height, bits, rle = false, topDown = false, core = false } = options;
  const pixels = rle ? runs(options) : rows(options);
  const colours = bits <= 8 ? 1 << bits : 0;
  const header = core ? 12 : 40;
  const start = 14 + header + colours * (core ? 3 : 4);
  const out = new Uint8Array(start + pixels.length);
  const view = new DataView(out.buffer);
  view.setUint16(0, 0x4d42, true);
  view.setUint32(2, out.length, true);
  view.setUint32(10, start, true);
  view.setUint32(14, header, true);
  if (core) {
    view.setUint16(18, width, true);
    view.setUint16(20, height, true);
    view.setUint16(22, 1, true);
    view.setUint16(24, bits, true);
  } else {
    view.setInt32(18, width, true);
    view.setInt32(22, topDown ? -height : height, true);
    view.setUint16(26, 1, true);
    view.setUint16(28, bits, true);
    view.setUint32(30, rle ? (bits === 8 ? 1 : 2) : 0, true);
  }
  for (let i = 0; i < colours; i++)
    out.fill(paletteGrey(bits, i), 14 + header + i * (core ? 3 : 4), 14 + header + i * (core ? 3 : 4) + 3);
  out.set(pixels, start);
  return out;
}

/** Row number as stored → row of the picture. */
const pictureRow = ({ height, topDown }: BmpOptions, stored: number): number =>
  topDown ? stored : height - 1 - stored;

function rows(options: BmpOptions): Uint8Array {
  const { width, height, bits, pixel } = options;
  const stride = Math.ceil((width * bits) / 32) * 4;
  const out = new Uint8Array(stride * height);
  for (let stored = 0; stored < height; stored++) {
    for (let x = 0; x < width; x++) {
      const value = pixel(x, pictureRow(options, stored));
      const at = stored * stride + Math.floor((x * bits) / 8);
      if (bits < 8) out[at]! |= value << (8 - bits - ((x * bits) % 8));
      else if (bits === 16) new DataView(out.buffer).setUint16(at, rgb555(value), true);
      else for (let k = 0; k < bits / 8; k++) out[at + k] = (value >> (8 * k)) & 255;
    }
  }
  return out;
}

const rgb555 = (rgb: number): number => ((rgb >> 9) & 0x7c00) | ((rgb >> 6) & 0x03e0) | ((rgb >> 3) & 0x1f);

/** Encoded runs only, ended by an end of line each and an end of bitmap. */
function runs(options: BmpOptions): Uint8Array {
  const { width, height, bits, pixel } = options;
  const out: number[] = [];
  for (let stored = 0; stored < height; stored++) {
    const y = pictureRow(options, stored);
    for (let x = 0; x < width; ) {
      const value = pixel(x, y);
      let count = 1;
      while (count < 255 && x + count < width && pixel(x + count, y) === value) count++;
      out.push(count, bits === 8 ? value : (value << 4) | value);
      x += count;
    }
    out.push(0, 0);
  }
  out.push(0, 1);
  return Uint8Array.from(out);
}
