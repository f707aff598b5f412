import type { Raster } from '#src/imaging/index.ts';

/** A camera frame as luma and two chroma planes of half its width and height (4:2:0), 8 bits each. */
export interface Planes {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Where a plane begins, its bytes per row, and per sample (2 where U and V take turns, as in NV12). */
  readonly luma: Plane;
  readonly u: Plane;
  readonly v: Plane;
  /** Luma 0..255 instead of 16..235. */
  readonly fullRange: boolean;
}

interface Plane {
  readonly offset: number;
  readonly stride: number;
  readonly step: number;
}

/** Fixed point: 2¹⁶ is 1. */
const ONE = 65_536;
const clamp = (value: number): number => (value < 0 ? 0 : Math.min(value, 255));

let pixels = new Uint32Array(0);

/**
 * The frame reduced by a whole factor, RGBA: luma as the mean of each block, chroma as the sample nearest to
 * its middle. BT.601's matrix, whatever the camera says: the hues of BT.709 differ by less than surfaces do.
 * Valid until the next call.
 */
export function reducePlanes(planes: Planes, factor: number): Raster {
  const { data, luma, u, v, fullRange } = planes;
  const width = Math.floor(planes.width / factor);
  const height = Math.floor(planes.height / factor);
  if (pixels.length < width * height) pixels = new Uint32Array(width * height);
  const black = fullRange ? 0 : 16;
  const gain = ((fullRange ? 1 : 255 / 219) * ONE) / (factor * factor);
  const chroma = fullRange ? 1 : 255 / 224;
  const [toRed, toGreenU, toGreenV, toBlue] = [1.402, 0.344, 0.714, 1.772].map((k) =>
    Math.round(k * chroma * ONE),
  ) as [number, number, number, number];
  const half = factor >> 1;
  for (let y = 0, o = 0; y < height; y++) {
    const row = luma.offset + y * factor * luma.stride;
    const chromaRow = (y * factor + half) >> 1;
    const uRow = u.offset + chromaRow * u.stride;
    const vRow = v.offset + chromaRow * v.stride;
    for (let x = 0; x < width; x++, o++) {
      let sum = 0;
      for (let j = 0, p = row + x * factor; j < factor; j++, p += luma.stride) {
        for (let i = 0; i < factor; i++) sum += data[p + i]!;
      }
      const light = (sum - black * factor * factor) * gain + ONE / 2;
      const at = (x * factor + half) >> 1;
      const du = data[uRow + at * u.step]! - 128;
      const dv = data[vRow + at * v.step]! - 128;
      const red = clamp((light + toRed * dv) >> 16);
      const green = clamp((light - toGreenU * du - toGreenV * dv) >> 16);
      const blue = clamp((light + toBlue * du) >> 16);
      pixels[o] = 0xff000000 | (blue << 16) | (green << 8) | red;
    }
  }
  return { data: new Uint8Array(pixels.buffer, 0, 4 * width * height), width, height, channels: 4 };
}
