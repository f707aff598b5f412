import sharp from 'sharp';
import { downscale, type Raster } from '#src/imaging/index.ts';
import { decodeBmp } from './bmp.ts';
import { readBmpHeader } from './bmp-header.ts';
import { ImageFormatError } from './errors.ts';
import { sniff } from './sniff.ts';

/** An image ready to be read: oriented as EXIF says, shrunk to at most MAX_SIDE. */
export interface DecodedImage {
  /** [height, width, 3] uint8 RGB. */
  readonly pixels: Raster;
  /** Size of the sent image after its orientation was applied, px. */
  readonly width: number;
  readonly height: number;
}

/** A 50-megapixel phone's photo; libjpeg shrinks while it decodes, so that memory stays small. */
const MAX_JPEG_PIXELS = 52_000_000;
/** PNG and BMP are decoded whole: 25 megapixels are 75 MB. */
const MAX_PIXELS = 25_000_000;
/** No camera makes longer sides; libvips itself stops at 65,535. */
const MAX_LENGTH = 30_000;
/** Longest side in px that is kept: a card that fills a third of such a photo still has 800 px. */
const MAX_SIDE = 2400;

sharp.concurrency(1);
sharp.cache(false);

/** Decodes a JPEG, PNG or BMP by its content. Throws ImageFormatError for everything else. */
export async function decodeImage(bytes: Uint8Array): Promise<DecodedImage> {
  const format = sniff(bytes);
  if (format === null) throw new ImageFormatError('unknown format');
  if (format === 'bmp') return decodeBitmap(bytes);
  try {
    return await decodeWithSharp(bytes, format === 'jpeg' ? MAX_JPEG_PIXELS : MAX_PIXELS);
  } catch (error) {
    if (error instanceof ImageFormatError) throw error;
    throw new ImageFormatError('broken image', { cause: error });
  }
}

function decodeBitmap(bytes: Uint8Array): DecodedImage {
  const header = readBmpHeader(bytes);
  const { width, height } = header;
  if (width > MAX_LENGTH || height > MAX_LENGTH || width * height > MAX_PIXELS) {
    throw new ImageFormatError('too many pixels');
  }
  return { pixels: downscale(decodeBmp(bytes, header), MAX_SIDE), width, height };
}

async function decodeWithSharp(bytes: Uint8Array, limit: number): Promise<DecodedImage> {
  // 'error': a truncated file is refused, a stray byte between markers is not.
  const image = sharp(bytes, { failOn: 'error', limitInputPixels: limit, sequentialRead: true });
  const { width, height, autoOrient } = await image.metadata();
  if (width > MAX_LENGTH || height > MAX_LENGTH || width * height > limit) {
    throw new ImageFormatError('too many pixels');
  }
  const { data, info } = await image
    .autoOrient()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const pixels = toRgb(data, info.width, info.height, info.channels);
  return { pixels, width: autoOrient.width, height: autoOrient.height };
}

/** Grey files come with one channel. */
function toRgb(data: Uint8Array, width: number, height: number, channels: number): Raster {
  if (channels === 3) return { data, width, height, channels: 3 };
  const out = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; i < width * height; i++, j += channels) {
    const grey = channels < 3;
    for (let c = 0; c < 3; c++) out[i * 3 + c] = data[j + (grey ? 0 : c)]!;
  }
  return { data: out, width, height, channels: 3 };
}
