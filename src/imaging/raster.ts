/** Interleaved 8-bit pixels, row by row without padding: grey, RGB or RGBA (alpha is ignored). */
export interface Raster {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
}

/** ITU-R BT.601 luma in 8-bit fixed point (the weights sum to 256). */
const RED = 77;
const GREEN = 150;
const BLUE = 29;

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** RGBA as one number a pixel, red lowest: one load instead of three. Null where the bytes do not lie so. */
export const packedPixels = ({ data, width, height, channels }: Raster): Int32Array | null =>
  channels === 4 && data.byteOffset % 4 === 0 && LITTLE_ENDIAN
    ? new Int32Array(data.buffer, data.byteOffset, width * height)
    : null;

/** A part of a raster, whole px. */
interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Luma of RGB(A), of the whole raster or a part of it; a whole grey raster is returned as it is. */
export function toGray(
  r: Raster,
  part: Part = { left: 0, top: 0, width: r.width, height: r.height },
): Raster {
  const { data, channels } = r;
  const { width, height } = part;
  if (channels === 1 && width === r.width && height === r.height) return r;
  const out = new Uint8Array(width * height);
  const first = part.top * r.width + part.left;
  const skip = r.width - width;
  const pixels = packedPixels(r);
  if (pixels) {
    for (let y = 0, i = 0, p = first; y < height; y++, p += skip) {
      for (let x = 0; x < width; x++, i++, p++) {
        const v = pixels[p]!;
        out[i] = (RED * (v & 255) + GREEN * ((v >> 8) & 255) + BLUE * ((v >> 16) & 255) + 128) >> 8;
      }
    }
    return { data: out, width, height, channels: 1 };
  }
  const green = channels === 1 ? 0 : 1;
  const blue = channels === 1 ? 0 : 2;
  for (let y = 0, i = 0, p = channels * first; y < height; y++, p += channels * skip) {
    for (let x = 0; x < width; x++, i++, p += channels) {
      out[i] = (RED * data[p]! + GREEN * data[p + green]! + BLUE * data[p + blue]! + 128) >> 8;
    }
  }
  return { data: out, width, height, channels: 1 };
}

/** Length in px that a side of `size` gets when the long side becomes `longSide`. */
const scaled = (size: number, longest: number, longSide: number): number =>
  Math.max(1, Math.round((size * longSide) / longest));

/**
 * Area average down to a long side of `longSide` px, channels kept. A raster that is already as small is
 * returned as it is, never enlarged.
 */
export function downscale(r: Raster, longSide: number): Raster {
  const longest = Math.max(r.width, r.height);
  if (longest <= longSide) return r;
  return shrink(r, scaled(r.width, longest, longSide), scaled(r.height, longest, longSide));
}

/**
 * One axis of the area average: source pixel i adds `share[i]` of itself to output `cell[i]` and the rest to
 * the next one. Shares are weights of 1/scale px.
 */
function cells(from: number, to: number): { cell: Int32Array; share: Float32Array; rest: Float32Array } {
  const cell = new Int32Array(from);
  const share = new Float32Array(from);
  const rest = new Float32Array(from);
  const ratio = to / from;
  for (let i = 0; i < from; i++) {
    const start = i * ratio;
    const end = start + ratio;
    const c = Math.min(to - 1, Math.floor(start + 1e-9));
    const over = c + 1 < to ? Math.max(0, end - (c + 1)) : 0;
    cell[i] = c;
    share[i] = ratio - over;
    rest[i] = over;
  }
  return { cell, share, rest };
}

function shrink(r: Raster, width: number, height: number): Raster {
  const { data, channels } = r;
  const columns = cells(r.width, width);
  const rows = cells(r.height, height);
  const out = new Uint8Array(width * height * channels);
  const stride = r.width * channels;
  const line = new Float32Array(stride);
  const carry = new Float32Array(stride);
  const narrow = new Float32Array((width + 1) * channels);
  const emit = (row: number): void => {
    narrow.fill(0);
    for (let x = 0, i = 0; x < r.width; x++) {
      const o = columns.cell[x]! * channels;
      const a = columns.share[x]!;
      const b = columns.rest[x]!;
      for (let c = 0; c < channels; c++, i++) {
        const v = line[i]!;
        narrow[o + c]! += a * v;
        if (b > 0) narrow[o + channels + c]! += b * v;
      }
    }
    const base = row * width * channels;
    for (let i = 0; i < width * channels; i++) out[base + i] = narrow[i]! + 0.5;
  };
  for (let y = 0; y < r.height; y++) {
    const a = rows.share[y]!;
    const b = rows.rest[y]!;
    const base = y * stride;
    for (let i = 0; i < stride; i++) line[i]! += a * data[base + i]!;
    if (b > 0) for (let i = 0; i < stride; i++) carry[i] = b * data[base + i]!;
    if (y + 1 === r.height || rows.cell[y + 1] !== rows.cell[y]) {
      emit(rows.cell[y]!);
      line.set(carry);
      carry.fill(0);
    }
  }
  return { data: out, width, height, channels };
}
