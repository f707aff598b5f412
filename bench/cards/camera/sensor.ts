import sharp, { type Sharp } from 'sharp';
import { type Random, randomFrom } from '../random.ts';

/** `[height, width, 3]` uint8 sRGB with its size in pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const raw = (picture: Picture): Sharp =>
  sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } });

/** Gaussian defocus of `sigma` px; below libvips' least sigma the picture stays as it is. */
export async function defocus(picture: Picture, sigma: number): Promise<Picture> {
  if (sigma < 0.3) return picture;
  return { ...picture, data: await raw(picture).blur({ sigma, precision: 'integer' }).raw().toBuffer() };
}

/** Sharpens as phones do: each pixel is pushed away from its four neighbours by `amount` of the difference. */
export async function sharpen(picture: Picture, amount: number): Promise<Picture> {
  const kernel = [0, -amount, 0, -amount, 1 + 4 * amount, -amount, 0, -amount, 0];
  return {
    ...picture,
    data: await raw(picture).convolve({ width: 3, height: 3, kernel, scale: 1 }).raw().toBuffer(),
  };
}

/** Smears the picture along a slightly bent path of `length` px: the shutter was open while the hand moved. */
export function motion(random: Random, picture: Picture, length: number): Picture {
  if (length < 1) return picture;
  const { width, height, data } = picture;
  const angle = random.between(0, Math.PI);
  const bend = random.between(-0.25, 0.25) * length;
  const taps = Math.ceil(length) + 1;
  const steps = Array.from({ length: taps }, (_, i) => {
    const t = i / (taps - 1) - 0.5;
    const [along, aside] = [t * length, bend * (4 * t * t - 1) * 0.5];
    return [
      Math.round(along * Math.cos(angle) - aside * Math.sin(angle)),
      Math.round(along * Math.sin(angle) + aside * Math.cos(angle)),
    ] as const;
  });
  const sum = new Uint16Array(data.length);
  const reach = Math.ceil(length) + 1;
  for (const [dx, dy] of steps)
    for (let y = 0; y < height; y++) {
      const row = Math.max(0, Math.min(height - 1, y + dy)) * width;
      const shift = (row - y * width + dx) * 3;
      const [first, last] = [(y * width + reach) * 3, (y * width + width - reach) * 3];
      for (let to = first; to < last; to++) sum[to]! += data[to + shift]!;
      for (let x = 0; x < width; x++) {
        if (x === reach) x = Math.max(reach, width - reach);
        const from = (row + Math.max(0, Math.min(width - 1, x + dx))) * 3;
        const to = (y * width + x) * 3;
        for (let c = 0; c < 3; c++) sum[to + c]! += data[from + c]!;
      }
    }
  const smeared = new Uint8Array(data.length);
  for (let i = 0; i < sum.length; i++) smeared[i] = sum[i]! / taps;
  return { width, height, data: smeared };
}

const NOISE = 1 << 16;
let deviates: Float32Array | undefined;
function gaussians(): Float32Array {
  if (deviates) return deviates;
  const random = randomFrom('noise');
  deviates = Float32Array.from({ length: NOISE }, () => random.gauss());
  return deviates;
}

/**
 * Adds sensor noise in place: mostly brightness, some colour, a little wider than one pixel, stronger in the
 * dark (as gamma-encoded shot noise is). `sigma` in 8-bit steps at mid grey.
 */
export function addNoise(random: Random, picture: Picture, sigma: number): Picture {
  const table = gaussians();
  const { data } = picture;
  let at = random.int(0, NOISE - 1);
  let last = 0;
  for (let i = 0; i < data.length; i += 3) {
    // A stride that is odd walks the whole table; rows never line up with it.
    at = (at + 40503) & (NOISE - 1);
    const fresh = table[at]!;
    const luma = fresh * 0.75 + last * 0.45;
    last = fresh;
    const strength = sigma * (1.35 - data[i + 1]! * 0.0027);
    for (let c = 0; c < 3; c++) {
      const value = data[i + c]! + strength * (luma + 0.5 * table[(at + 7919 * (c + 1)) & (NOISE - 1)]!);
      data[i + c] = Math.max(0, Math.min(255, value));
    }
  }
  return picture;
}

/** Least JPEG quality that is tried to keep a photo small (cards.md: photos come with 25–95). */
const LEAST_QUALITY = 25;

/** EXIF orientations that phones write: how the stored picture has to be turned to stand upright. */
export type Orientation = 1 | 3 | 6 | 8;
/** Turn from the upright picture to the stored one, degrees clockwise (EXIF 2.32, tag 274). */
const STORED_TURN: Readonly<Record<Orientation, number>> = { 1: 0, 3: 180, 6: 270, 8: 90 };

/** Encodes a JPEG; a result over `most` bytes is made again at lower quality, down to the least. Says what it took. */
export async function toJpeg(
  picture: Picture,
  quality: number,
  most: number,
  orientation: Orientation,
): Promise<{ readonly image: Buffer; readonly quality: number }> {
  let tried = Math.round(quality);
  for (;;) {
    const upright = raw(picture);
    const stored =
      orientation === 1 ? upright : upright.rotate(STORED_TURN[orientation]).withMetadata({ orientation });
    const image = await stored.jpeg({ quality: tried, chromaSubsampling: '4:2:0' }).toBuffer();
    if (image.length <= most || tried <= LEAST_QUALITY) return { image, quality: tried };
    const ratio = most / image.length;
    tried = Math.max(LEAST_QUALITY, Math.min(tried - 4, Math.round(tried * Math.max(0.55, ratio ** 0.75))));
  }
}
