import { frameQuad, type Quad } from './geometry.ts';
import { applyHomography, type Homography, homography } from './homography.ts';
import type { Raster } from './raster.ts';

/** A rectangle in card coordinates: shares of card width and height, origin at the upright card's top left. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Samples per output pixel and axis at most. Beyond 4 the average of sixteen points differs from the true
 * area's by less than a grey level on photographs, and costs grow with the square.
 */
const MAX_TAPS = 4;

/** Taps per axis so that their spacing in the source stays near one pixel. */
function tapsFor(h: Homography, width: number, height: number): [number, number] {
  const [x0, y0] = applyHomography(h, [width / 2, height / 2]);
  const [x1, y1] = applyHomography(h, [width / 2 + 1, height / 2]);
  const [x2, y2] = applyHomography(h, [width / 2, height / 2 + 1]);
  const taps = (step: number) => Math.max(1, Math.min(MAX_TAPS, Math.round(step)));
  return [taps(Math.hypot(x1 - x0, y1 - y0)), taps(Math.hypot(x2 - x0, y2 - y0))];
}

/**
 * Draws a new raster whose pixel centre (x + .5, y + .5) shows the source at `toSource` of it: bilinear,
 * averaged over several taps where the source is finer. Outside the frame the nearest edge pixel is repeated.
 * RGBA comes out as RGB.
 */
export function warp(r: Raster, toSource: Homography, width: number, height: number): Raster {
  const channels = r.channels === 1 ? 1 : 3;
  const out = new Uint8Array(width * height * channels);
  const [tapsX, tapsY] = tapsFor(toSource, width, height);
  if (tapsX * tapsY === 1) {
    // Rounds as it goes: what is added to a zero byte is cut to an integer.
    addSamples(r, toSource, width, height, 0.5, 0.5, out, 0.5);
    return { data: out, width, height, channels };
  }
  const sum = scratchFor(out.length);
  for (let ty = 0; ty < tapsY; ty++) {
    for (let tx = 0; tx < tapsX; tx++) {
      addSamples(r, toSource, width, height, (tx + 0.5) / tapsX, (ty + 0.5) / tapsY, sum, 0);
    }
  }
  const share = 1 / (tapsX * tapsY);
  for (let i = 0; i < out.length; i++) out[i] = sum[i]! * share + 0.5;
  return { data: out, width, height, channels };
}
let scratch = new Float32Array(0);

/** Zeroed sums, reused from call to call. */
function scratchFor(length: number): Float32Array {
  if (scratch.length < length) scratch = new Float32Array(length);
  else scratch.fill(0, 0, length);
  return scratch;
}

/** Adds to every output pixel `plus` and the source's bilinear value at one place (dx, dy) within the pixel. */
function addSamples(
  r: Raster,
  toSource: Homography,
  width: number,
  height: number,
  dx: number,
  dy: number,
  sum: Float32Array | Uint8Array,
  plus: number,
): void {
  const { data, channels: step } = r;
  const colour = step !== 1;
  const maxX = r.width - 1;
  const maxY = r.height - 1;
  const stride = r.width * step;
  const a = toSource[0]!;
  const d = toSource[3]!;
  const g = toSource[6]!;
  for (let y = 0, o = 0; y < height; y++) {
    const v = y + dy;
    // Numerators and denominator are linear along a row.
    let nx = a * dx + toSource[1]! * v + toSource[2]!;
    let ny = d * dx + toSource[4]! * v + toSource[5]!;
    let nw = g * dx + toSource[7]! * v + toSource[8]!;
    for (let x = 0; x < width; x++) {
      const w = 1 / nw;
      let px = nx * w - 0.5;
      let py = ny * w - 0.5;
      nx += a;
      ny += d;
      nw += g;
      if (!(px > 0)) px = 0;
      else if (px > maxX) px = maxX;
      if (!(py > 0)) py = 0;
      else if (py > maxY) py = maxY;
      const ix = px | 0;
      const iy = py | 0;
      const fx = px - ix;
      const fy = py - iy;
      const p = iy * stride + ix * step;
      const q = ix < maxX ? p + step : p;
      const below = iy < maxY ? stride : 0;
      const top = data[p]! + fx * (data[q]! - data[p]!);
      const low = data[p + below]! + fx * (data[q + below]! - data[p + below]!);
      sum[o++]! += top + fy * (low - top) + plus;
      if (colour) {
        const top1 = data[p + 1]! + fx * (data[q + 1]! - data[p + 1]!);
        const low1 = data[p + below + 1]! + fx * (data[q + below + 1]! - data[p + below + 1]!);
        sum[o++]! += top1 + fy * (low1 - top1) + plus;
        const top2 = data[p + 2]! + fx * (data[q + 2]! - data[p + 2]!);
        const low2 = data[p + below + 2]! + fx * (data[q + below + 2]! - data[p + below + 2]!);
        sum[o++]! += top2 + fy * (low2 - top2) + plus;
      }
    }
  }
}

/** The card with its perspective removed: corner 0 of `quad` comes to the top left of width × height px. */
export function rectify(r: Raster, quad: Quad, width: number, height: number): Raster {
  return warp(r, homography(frameQuad(width, height), quad), width, height);
}

/** The quad, in source px, of a region of the card. */
function regionQuad(quad: Quad, region: Region): Quad {
  const toSource = homography(frameQuad(1, 1), quad);
  const { x, y, width, height } = region;
  return [
    applyHomography(toSource, [x, y]),
    applyHomography(toSource, [x + width, y]),
    applyHomography(toSource, [x + width, y + height]),
    applyHomography(toSource, [x, y + height]),
  ];
}

/**
 * A region of the card straight from the photo at whatever size is wanted, one resampling only: for text
 * lines from the full-resolution photo. The region may reach over the card's edge.
 */
export function warpRegion(r: Raster, quad: Quad, region: Region, width: number, height: number): Raster {
  return warp(r, homography(frameQuad(width, height), regionQuad(quad, region)), width, height);
}
