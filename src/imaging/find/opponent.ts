import type { Raster } from '../raster.ts';

/** What stands for no colour. */
const NEUTRAL = 128;

let buffer = new Uint8ClampedArray(0);

/**
 * The opponent colours of a raster as an RGB one: red − green, blue − green and their difference, each about
 * `NEUTRAL`; differences beyond ± 127 are cut. A card's tint is even where its print, a newspaper's or the light
 * is not: all that is grey is gone. Valid until the next call.
 */
export function opponents({ data, width, height, channels }: Raster): Raster {
  const size = 3 * width * height;
  if (buffer.length < size) buffer = new Uint8ClampedArray(size);
  const out = buffer;
  for (let p = 0, o = 0; o < size; p += channels, o += 3) {
    const red = data[p]!;
    const green = data[p + 1]!;
    const blue = data[p + 2]!;
    out[o] = red - green + NEUTRAL;
    out[o + 1] = blue - green + NEUTRAL;
    out[o + 2] = red - blue + NEUTRAL;
  }
  return { data: out, width, height, channels: 3 };
}
