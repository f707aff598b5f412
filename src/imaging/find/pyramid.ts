import type { Raster } from '../raster.ts';

/**
 * Long sides, px, that the reduced images come near to: sides are put onto their edges in the fine one (finer
 * gains no IoU), lines are searched in the small one. Reduction is by whole factors, which is fast.
 */
const FINE_SIDE = 720;
const WORK_SIDE = 352;

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
export function pyramid(r: Raster, workSide = WORK_SIDE): Pyramid {
  const perFine = factor(Math.max(r.width, r.height), Math.max(FINE_SIDE, workSide));
  const fine = reduce(r, perFine, 0);
  const perWork = factor(Math.max(fine.width, fine.height), workSide);
  return { fine, work: reduce(fine, perWork, 1), perFine, perWork };
}

/** Means of k × k blocks; what is left over at the right and lower edge is dropped. */
function reduce(r: Raster, k: number, level: 0 | 1): Raster {
  if (k === 1) return r;
  if (k === 2 && r.channels !== 1) return halve(r, level);
  const { data, channels } = r;
  const width = Math.floor(r.width / k);
  const height = Math.floor(r.height / k);
  const out = channels === 1 ? 1 : 3;
  if (buffers[level]!.length < width * height * out) buffers[level] = new Uint8Array(width * height * out);
  const to = buffers[level]!;
  const stride = r.width * channels;
  const share = 1 / (k * k);
  for (let y = 0, o = 0; y < height; y++) {
    let left = y * k * stride;
    for (let x = 0; x < width; x++, o += out, left += k * channels) {
      let a = 0;
      let b = 0;
      let c = 0;
      for (let i = 0, row = left; i < k; i++, row += stride) {
        for (let j = 0, p = row; j < k; j++, p += channels) {
          a += data[p]!;
          if (out === 3) {
            b += data[p + 1]!;
            c += data[p + 2]!;
          }
        }
      }
      to[o] = a * share + 0.5;
      if (out === 3) {
        to[o + 1] = b * share + 0.5;
        to[o + 2] = c * share + 0.5;
      }
    }
  }
  return { data: to, width, height, channels: out };
}

/** `reduce` by two in colour: the case of every live frame, written out because it is three times as fast. */
function halve({ data, width: fullWidth, height: fullHeight, channels }: Raster, level: 0 | 1): Raster {
  const width = fullWidth >> 1;
  const height = fullHeight >> 1;
  if (buffers[level]!.length < width * height * 3) buffers[level] = new Uint8Array(width * height * 3);
  const to = buffers[level]!;
  const stride = fullWidth * channels;
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0, p = 2 * y * stride; x < width; x++, o += 3, p += 2 * channels) {
      const q = p + channels;
      const below = p + stride;
      const last = below + channels;
      to[o] = (data[p]! + data[q]! + data[below]! + data[last]! + 2) >> 2;
      to[o + 1] = (data[p + 1]! + data[q + 1]! + data[below + 1]! + data[last + 1]! + 2) >> 2;
      to[o + 2] = (data[p + 2]! + data[q + 2]! + data[below + 2]! + data[last + 2]! + 2) >> 2;
    }
  }
  return { data: to, width, height, channels: 3 };
}
