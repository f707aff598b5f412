import type { Quad } from '#src/contract/index.ts';
import type { Card } from '../types.ts';
import { bounds, invert, squareToQuad } from './geometry.ts';

export interface Raster {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Shrinks RGBA by averaging areas (colour weighted by alpha). Returns the same raster where `width` is not smaller. */
export function shrink(card: Pick<Card, 'rgba' | 'width' | 'height'>, width: number): Raster {
  if (width >= card.width) return { data: card.rgba, width: card.width, height: card.height };
  const height = Math.max(1, Math.round((card.height * width) / card.width));
  const rows = new Float32Array(width * 4);
  const out = new Uint8ClampedArray(width * height * 4);
  const { rgba } = card;
  const [kx, ky] = [card.width / width, card.height / height];
  for (let y = 0; y < height; y++) {
    rows.fill(0);
    const y0 = y * ky;
    const y1 = Math.min(card.height, (y + 1) * ky);
    let total = 0;
    for (let sy = Math.floor(y0); sy < y1; sy++) {
      const wy = Math.min(sy + 1, y1) - Math.max(sy, y0);
      total += wy;
      for (let x = 0; x < width; x++) {
        const x0 = x * kx;
        const x1 = Math.min(card.width, x0 + kx);
        for (let sx = Math.floor(x0); sx < x1; sx++) {
          const i = (sy * card.width + sx) * 4;
          const weight = wy * (Math.min(sx + 1, x1) - Math.max(sx, x0)) * rgba[i + 3]!;
          rows[x * 4]! += rgba[i]! * weight;
          rows[x * 4 + 1]! += rgba[i + 1]! * weight;
          rows[x * 4 + 2]! += rgba[i + 2]! * weight;
          rows[x * 4 + 3]! += weight;
        }
      }
    }
    for (let x = 0; x < width; x++) {
      const alpha = rows[x * 4 + 3]!;
      const o = (y * width + x) * 4;
      if (alpha > 0) for (let c = 0; c < 3; c++) out[o + c] = rows[x * 4 + c]! / alpha;
      out[o + 3] = alpha / (total * kx);
    }
  }
  return { data: out, width, height };
}

/**
 * Lays a raster over `photo` (RGBA) so that its corners come to `quad`: inverse mapping, bilinear, alpha at
 * the edges. The raster should be about as large as its picture (see `shrink`).
 */
export function overlay(photo: Raster, source: Raster, quad: Quad): void {
  const m = invert(squareToQuad(quad));
  const [a, b, c, d, e, f, g, h, k] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const box = bounds(quad);
  const left = Math.max(0, Math.floor(box.left));
  const right = Math.min(photo.width - 1, Math.ceil(box.right));
  const bottom = Math.min(photo.height - 1, Math.ceil(box.bottom));
  const { width: sw, height: sh, data: src } = source;
  const dst = photo.data;
  for (let y = Math.max(0, Math.floor(box.top)); y <= bottom; y++) {
    const py = y + 0.5;
    for (let x = left; x <= right; x++) {
      const px = x + 0.5;
      const w = 1 / (g * px + h * py + k);
      const u = (a * px + b * py + c) * w * sw - 0.5;
      const v = (d * px + e * py + f) * w * sh - 0.5;
      if (u <= -1 || v <= -1 || u >= sw || v >= sh) continue;
      const u0 = Math.floor(u);
      const v0 = Math.floor(v);
      const fu = u - u0;
      const fv = v - v0;
      const i = (v0 * sw + u0) * 4;
      const inL = u0 >= 0;
      const inR = u0 + 1 < sw;
      const inT = v0 >= 0;
      const inB = v0 + 1 < sh;
      const w00 = inL && inT ? (1 - fu) * (1 - fv) * src[i + 3]! : 0;
      const w10 = inR && inT ? fu * (1 - fv) * src[i + 7]! : 0;
      const w01 = inL && inB ? (1 - fu) * fv * src[i + sw * 4 + 3]! : 0;
      const w11 = inR && inB ? fu * fv * src[i + sw * 4 + 7]! : 0;
      const alpha = (w00 + w10 + w01 + w11) / 255;
      if (alpha < 0.004) continue;
      const o = (y * photo.width + x) * 4;
      const rest = 1 - alpha;
      for (let ch = 0; ch < 3; ch++) {
        let sum = 0;
        if (w00) sum += src[i + ch]! * w00;
        if (w10) sum += src[i + 4 + ch]! * w10;
        if (w01) sum += src[i + sw * 4 + ch]! * w01;
        if (w11) sum += src[i + sw * 4 + 4 + ch]! * w11;
        dst[o + ch] = sum / 255 + dst[o + ch]! * rest;
      }
    }
  }
}
