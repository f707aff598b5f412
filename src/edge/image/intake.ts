import { MAX_IMAGE_BYTES } from '#src/contract/index.ts';
import { readBody } from '../body.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { HttpProblem } from '../problem.ts';
import { type ImageHeader, readImageHeader } from './header.ts';

/**
 * A card narrower than about 200 px cannot be read by anyone, and would end in a charged FAIL. More than 100
 * megapixels no phone's camera makes into 2 MB: that is a decompression bomb.
 */
const MIN_LONG_SIDE = 200;
const MAX_SIDE = 16_384;
const MAX_PIXELS = 100_000_000;

export interface TakenImage extends ImageHeader {
  readonly bytes: Bytes;
  /** SHA-256 of the file that it was made of, where a test session says it. */
  readonly fileHash?: string | undefined;
}

/**
 * Takes an image from a request's body: stops one byte after 2 MB, looks at its first bytes and at the size
 * that its header gives. Nothing of it is decoded.
 * @throws HttpProblem image_invalid_size, image_invalid_format, invalid_request (no body).
 */
export async function takeImage(request: Request): Promise<TakenImage> {
  const bytes = await readBody(request, MAX_IMAGE_BYTES, 'image_invalid_size');
  if (bytes.length === 0) throw new HttpProblem('invalid_request', { detail: 'The body is empty' });
  const header = readImageHeader(bytes);
  if (!header) throw new HttpProblem('image_invalid_format');
  const { width, height } = header;
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS)
    throw new HttpProblem('image_invalid_format', { detail: 'More pixels than can be read' });
  if (Math.max(width, height) < MIN_LONG_SIDE)
    throw new HttpProblem('image_invalid_format', { detail: 'Fewer pixels than can be read' });
  return { ...header, bytes };
}
