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
  const { rgba, width: sw, height: sh } = card;
  if (width >= sw) return { data: rgba, width: sw, height: sh };
  const height = Math.max(1, Math.round((sh * width) / sw));
  const [across, down] = [shares(sw, width), shares(sh, height)];
  const sums = new Float32Array(width * height * 4);
  const line = new Float32Array(width * 4);
  for (let sy = 0; sy < sh; sy++) {
    line.fill(0);
    for (let sx = 0; sx < sw; sx++) {
      const i = (sy * sw + sx) * 4;
      const alpha = rgba[i + 3]!;
      if (alpha === 0) continue;
      const o = across.target[sx]! * 4;
      const first = across.first[sx]! * alpha;
      line[o]! += rgba[i]! * first;
      line[o + 1]! += rgba[i + 1]! * first;
      line[o + 2]! += rgba[i + 2]! * first;
      line[o + 3]! += first;
      const second = across.second[sx]! * alpha;
      if (second === 0) continue;
      line[o + 4]! += rgba[i]! * second;
      line[o + 5]! += rgba[i + 1]! * second;
      line[o + 6]! += rgba[i + 2]! * second;
      line[o + 7]! += second;
    }
    const to = down.target[sy]! * width * 4;
    const [first, second] = [down.first[sy]!, down.second[sy]!];
    for (let k = 0; k < line.length; k++) sums[to + k]! += line[k]! * first;
    if (second > 0) for (let k = 0; k < line.length; k++) sums[to + width * 4 + k]! += line[k]! * second;
  }
  const data = new Uint8ClampedArray(sums.length);
  const area = (sw / width) * (sh / height);
  for (let o = 0; o < sums.length; o += 4) {
    const alpha = sums[o + 3]!;
    if (alpha === 0) continue;
    data[o] = sums[o]! / alpha;
    data[o + 1] = sums[o + 1]! / alpha;
    data[o + 2] = sums[o + 2]! / alpha;
    data[o + 3] = alpha / area;
  }
  return { data, width, height };
}

/** For each of `from` pixels: which of `to` (fewer) pixels it falls into, and its share of that one and the next. */
function shares(from: number, to: number): { target: Int32Array; first: Float32Array; second: Float32Array } {
  const target = new Int32Array(from);
  const first = new Float32Array(from);
  const second = new Float32Array(from);
  const k = to / from;
  for (let i = 0; i < from; i++) {
    const t = Math.min(to - 1, Math.floor(i * k));
    const end = Math.min((i + 1) * k, to);
    target[i] = t;
    first[i] = (Math.min(end, t + 1) - i * k) / k;
    second[i] = end > t + 1 && t + 1 < to ? (end - t - 1) / k : 0;
  }
  return { target, first, second };
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
