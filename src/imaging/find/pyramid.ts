import { packedPixels, type Raster } from '../raster.ts';

/**
 * Long sides, px, that the reduced images come near to: sides are put onto their edges in the fine one (finer
 * gains no IoU), lines are searched in the small one, of `workSide`. Reduction is by whole factors, which is fast.
 */
const FINE_SIDE = 720;

const factor = (longest: number, wanted: number): number => Math.max(1, Math.round(longest / wanted));

/** Buffers of the two levels, reused from frame to frame. */
const buffers = [new Uint8Array(0), new Uint8Array(0)];

/** A raster at two smaller sizes. */
export interface Pyramid {
  readonly fine: Raster;
  readonly work: Raster;
  /** Px of the raster per px of `fine`, and of `fine` per px of `work`: exact, what is left over is dropped. */
  readonly perFine: number;
  readonly perWork: number;
}

/** The raster at the two sizes; both are valid until the next call. RGBA may come out as RGB. */
export function pyramid(r: Raster, workSide: number): Pyramid {
  const perFine = factor(Math.max(r.width, r.height), Math.max(FINE_SIDE, workSide));
  const fine = reduce(r, perFine, 0);
  const perWork = factor(Math.max(fine.width, fine.height), workSide);
  return { fine, work: reduce(fine, perWork, 1), perFine, perWork };
}

/** Means of k × k blocks; what is left over at the right and lower edge is dropped. */
function reduce(r: Raster, k: number, level: 0 | 1): Raster {
  if (k === 1) return r;
  const width = Math.floor(r.width / k);
  const height = Math.floor(r.height / k);
  const channels = r.channels === 1 ? 1 : 3;
  const size = width * height * channels;
  if (buffers[level]!.length < size) buffers[level] = new Uint8Array(size);
  const out = { data: buffers[level]!, width, height, channels } as const;
  const packed = k === 2 || k === 3 ? packedPixels(r) : null;
  if (!packed) means(r, k, out);
  else if (k === 2) meansOfFour(packed, r.width, out);
  else meansOfNine(packed, r.width, out);
  return out;
}

function means({ data, width: fullWidth, channels }: Raster, k: number, out: Raster): void {
  const { data: to, width, height } = out;
  const colour = out.channels === 3;
  const stride = fullWidth * channels;
  const share = 1 / (k * k);
  for (let y = 0, o = 0; y < height; y++) {
    let left = y * k * stride;
    for (let x = 0; x < width; x++, left += k * channels) {
      let a = 0;
      let b = 0;
      let c = 0;
      for (let i = 0, row = left; i < k; i++, row += stride) {
        for (let j = 0, p = row; j < k; j++, p += channels) {
          a += data[p]!;
          if (colour) {
            b += data[p + 1]!;
            c += data[p + 2]!;
          }
        }
      }
      to[o++] = a * share + 0.5;
      if (colour) {
        to[o++] = b * share + 0.5;
        to[o++] = c * share + 0.5;
      }
    }
  }
}

/** Red and blue of a packed pixel: they are added up side by side in one number. */
const BOTH = 0xff00ff;
const GREEN = 0xff00;
const NINTH = 1 / 9;

/** `means` of RGBA for k = 2, the case of every live frame: one load a pixel, a third of the time. */
function meansOfFour(pixels: Int32Array, stride: number, { data, width, height }: Raster): void {
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0, p = 2 * y * stride; x < width; x++, o += 3, p += 2) {
      const a = pixels[p]!;
      const b = pixels[p + 1]!;
      const c = pixels[p + stride]!;
      const d = pixels[p + stride + 1]!;
      const both = ((a & BOTH) + (b & BOTH) + (c & BOTH) + (d & BOTH) + 0x20002) | 0;
      const green = ((a & GREEN) + (b & GREEN) + (c & GREEN) + (d & GREEN) + 0x200) | 0;
      data[o] = (both >> 2) & 255;
      data[o + 1] = green >> 10;
      data[o + 2] = both >> 18;
    }
  }
}

/** The same for k = 3: a second look at a live frame. */
function meansOfNine(pixels: Int32Array, stride: number, { data, width, height }: Raster): void {
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0, p = 3 * y * stride; x < width; x++, o += 3, p += 3) {
      let both = 0;
      let green = 0;
      for (let q = p, end = p + 3 * stride; q < end; q += stride) {
        const a = pixels[q]!;
        const b = pixels[q + 1]!;
        const c = pixels[q + 2]!;
        both = (both + (a & BOTH) + (b & BOTH) + (c & BOTH)) | 0;
        green = (green + (a & GREEN) + (b & GREEN) + (c & GREEN)) | 0;
      }
      data[o] = (both & 0xffff) * NINTH + 0.5;
      data[o + 1] = (green >> 8) * NINTH + 0.5;
      data[o + 2] = (both >> 16) * NINTH + 0.5;
    }
  }
}
