import sharp, { type Sharp } from 'sharp';
import type { Shot } from './shot.ts';

/** Largest side of a motion kernel, px. */
const MAX_KERNEL = 15;

/** A line of `length` px at `angle` degrees as a square kernel of odd size with a sum of 1. */
function motionKernel(length: number, angle: number): { size: number; kernel: number[] } {
  const half = Math.min((MAX_KERNEL - 1) / 2, Math.ceil(length / 2));
  const size = half * 2 + 1;
  const kernel = new Array<number>(size * size).fill(0);
  const [dx, dy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const steps = 64;
  for (let i = 0; i < steps; i++) {
    const t = ((i + 0.5) / steps - 0.5) * length;
    const x = half + Math.max(-half, Math.min(half, t * dx));
    const y = half + Math.max(-half, Math.min(half, t * dy));
    const [x0, y0] = [Math.min(size - 2, Math.floor(x)), Math.min(size - 2, Math.floor(y))];
    for (const [cx, cy, weight] of [
      [x0, y0, (1 - (x - x0)) * (1 - (y - y0))],
      [x0 + 1, y0, (x - x0) * (1 - (y - y0))],
      [x0, y0 + 1, (1 - (x - x0)) * (y - y0)],
      [x0 + 1, y0 + 1, (x - x0) * (y - y0)],
    ] as const)
      kernel[cy * size + cx]! += weight / steps;
  }
  return { size, kernel };
}

/** Defocus (Gaussian of `sigma` px) and motion (`length` px at `angle` degrees) over RGBA; RGB comes back. */
export async function blur(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  sigma: number,
  length: number,
  angle: number,
): Promise<Uint8ClampedArray> {
  let image = sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha();
  // sharp refuses a sigma under 0.3, which would not be seen either; its approximate kernels go black near 0.5.
  if (sigma >= 0.3) image = image.blur({ sigma, precision: 'integer' });
  if (length >= 1) {
    const { size, kernel } = motionKernel(length, angle);
    image = image.convolve({ width: size, height: size, kernel, scale: 1 });
  }
  return pixels(image);
}

async function pixels(image: Sharp): Promise<Uint8ClampedArray> {
  const data = await image.raw().toBuffer();
  return new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
}

/** What a phone does to the sensor's picture: a median against noise, sharpening with its halos. RGB in and out. */
export async function develop(rgb: Uint8ClampedArray, shot: Shot): Promise<Uint8ClampedArray> {
  if (!shot.denoise && shot.sharpening === 0) return rgb;
  let image = sharp(rgb, { raw: { width: shot.width, height: shot.height, channels: 3 } });
  if (shot.denoise) image = image.median(3);
  if (shot.sharpening > 0) image = image.sharpen({ sigma: 1, m1: 0, m2: 3 * shot.sharpening });
  return pixels(image);
}
