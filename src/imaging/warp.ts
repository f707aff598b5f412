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
  const { data, channels: step } = r;
  const maxX = r.width - 1;
  const maxY = r.height - 1;
  const stride = r.width * step;
  const share = 1 / (tapsX * tapsY);
  const [a, b, c, d, e, f, g, h, i] = toSource as unknown as [
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
  let o = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o += channels) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      for (let ty = 0; ty < tapsY; ty++) {
        const v = y + (ty + 0.5) / tapsY;
        for (let tx = 0; tx < tapsX; tx++) {
          const u = x + (tx + 0.5) / tapsX;
          const w = 1 / (g * u + h * v + i);
          let px = (a * u + b * v + c) * w - 0.5;
          let py = (d * u + e * v + f) * w - 0.5;
          px = px > 0 ? (px < maxX ? px : maxX) : 0;
          py = py > 0 ? (py < maxY ? py : maxY) : 0;
          const ix = px | 0;
          const iy = py | 0;
          const fx = px - ix;
          const fy = py - iy;
          const p = iy * stride + ix * step;
          const q = ix < maxX ? p + step : p;
          const below = iy < maxY ? stride : 0;
          const w00 = (1 - fx) * (1 - fy);
          const w10 = fx * (1 - fy);
          const w01 = (1 - fx) * fy;
          const w11 = fx * fy;
          s0 += w00 * data[p]! + w10 * data[q]! + w01 * data[p + below]! + w11 * data[q + below]!;
          if (channels === 3) {
            s1 +=
              w00 * data[p + 1]! +
              w10 * data[q + 1]! +
              w01 * data[p + below + 1]! +
              w11 * data[q + below + 1]!;
            s2 +=
              w00 * data[p + 2]! +
              w10 * data[q + 2]! +
              w01 * data[p + below + 2]! +
              w11 * data[q + below + 2]!;
          }
        }
      }
      out[o] = s0 * share + 0.5;
      if (channels === 3) {
        out[o + 1] = s1 * share + 0.5;
        out[o + 2] = s2 * share + 0.5;
      }
    }
  }
  return { data: out, width, height, channels };
}

/** The card with its perspective removed: corner 0 of `quad` comes to the top left of width × height px. */
export function rectify(r: Raster, quad: Quad, width: number, height: number): Raster {
  return warp(r, homography(frameQuad(width, height), quad), width, height);
}

/** The quad, in source px, of a region of the card. */
export function regionQuad(quad: Quad, region: Region): Quad {
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
