import type { Raster } from '../raster.ts';

/** Sobel components and the square of their length, per pixel. Valid until the next `gradient`. */
export interface Gradient {
  readonly gx: Int16Array;
  readonly gy: Int16Array;
  readonly square: Int32Array;
}

let scratch: Gradient = { gx: new Int16Array(0), gy: new Int16Array(0), square: new Int32Array(0) };

/**
 * Sobel gradient from the colour channel in which it is largest: a card and a table of one brightness still
 * differ in colour. The outermost pixels have none. Column sums are carried along the row, so that a pixel
 * costs three loads a channel.
 */
export function gradient(r: Raster): Gradient {
  const size = r.width * r.height;
  if (scratch.gx.length < size) {
    scratch = { gx: new Int16Array(size), gy: new Int16Array(size), square: new Int32Array(size) };
  }
  scratch.square.fill(0, 0, size);
  if (r.channels === 1) luma(r, scratch);
  else colour(r, scratch);
  return scratch;
}

function luma({ data, width, height }: Raster, { gx, gy, square }: Gradient): void {
  for (let y = 1; y < height - 1; y++) {
    let i = y * width + 1;
    let s0 = data[i - 1 - width]! + 2 * data[i - 1]! + data[i - 1 + width]!;
    let d0 = data[i - 1 + width]! - data[i - 1 - width]!;
    let s1 = data[i - width]! + 2 * data[i]! + data[i + width]!;
    let d1 = data[i + width]! - data[i - width]!;
    for (let x = 1; x < width - 1; x++, i++) {
      const up = data[i + 1 - width]!;
      const low = data[i + 1 + width]!;
      const s2 = up + 2 * data[i + 1]! + low;
      const d2 = low - up;
      const dx = s2 - s0;
      const dy = d0 + 2 * d1 + d2;
      gx[i] = dx;
      gy[i] = dy;
      square[i] = dx * dx + dy * dy;
      s0 = s1;
      s1 = s2;
      d0 = d1;
      d1 = d2;
    }
  }
}

function colour({ data, width, height, channels }: Raster, { gx, gy, square }: Gradient): void {
  const stride = width * channels;
  for (let y = 1; y < height - 1; y++) {
    let i = y * width + 1;
    let p = i * channels;
    const q = p - channels;
    let ra = data[q - stride]! + 2 * data[q]! + data[q + stride]!;
    let ga = data[q - stride + 1]! + 2 * data[q + 1]! + data[q + stride + 1]!;
    let ba = data[q - stride + 2]! + 2 * data[q + 2]! + data[q + stride + 2]!;
    let rda = data[q + stride]! - data[q - stride]!;
    let gda = data[q + stride + 1]! - data[q - stride + 1]!;
    let bda = data[q + stride + 2]! - data[q - stride + 2]!;
    let rb = data[p - stride]! + 2 * data[p]! + data[p + stride]!;
    let gb = data[p - stride + 1]! + 2 * data[p + 1]! + data[p + stride + 1]!;
    let bb = data[p - stride + 2]! + 2 * data[p + 2]! + data[p + stride + 2]!;
    let rdb = data[p + stride]! - data[p - stride]!;
    let gdb = data[p + stride + 1]! - data[p - stride + 1]!;
    let bdb = data[p + stride + 2]! - data[p - stride + 2]!;
    for (let x = 1; x < width - 1; x++, i++) {
      p += channels;
      const up = p - stride;
      const low = p + stride;
      const ru = data[up]!;
      const rl = data[low]!;
      const rc = ru + 2 * data[p]! + rl;
      const rdc = rl - ru;
      let dx = rc - ra;
      let dy = rda + 2 * rdb + rdc;
      let best = dx * dx + dy * dy;
      const gu = data[up + 1]!;
      const gl = data[low + 1]!;
      const gc = gu + 2 * data[p + 1]! + gl;
      const gdc = gl - gu;
      let ex = gc - ga;
      let ey = gda + 2 * gdb + gdc;
      let other = ex * ex + ey * ey;
      if (other > best) {
        best = other;
        dx = ex;
        dy = ey;
      }
      const bu = data[up + 2]!;
      const bl = data[low + 2]!;
      const bc = bu + 2 * data[p + 2]! + bl;
      const bdc = bl - bu;
      ex = bc - ba;
      ey = bda + 2 * bdb + bdc;
      other = ex * ex + ey * ey;
      if (other > best) {
        best = other;
        dx = ex;
        dy = ey;
      }
      gx[i] = dx;
      gy[i] = dy;
      square[i] = best;
      ra = rb;
      rb = rc;
      ga = gb;
      gb = gc;
      ba = bb;
      bb = bc;
      rda = rdb;
      rdb = rdc;
      gda = gdb;
      gdb = gdc;
      bda = bdb;
      bdb = bdc;
    }
  }
}
