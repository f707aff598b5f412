import { type Canvas, dispose, drawPart, type Picture } from './canvas.ts';
import { PhotoError } from './errors.ts';
import {
  CARD_WIDTH,
  LOOSE_SIDE,
  MAX_BYTES,
  MIN_CARD_WIDTH,
  MIN_QUALITY,
  nextQuality,
  nextScale,
  type Rect,
  scaleFor,
} from './plan.ts';

/** An encoded photo with what was paid for its size. */
export interface Encoded {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
  readonly quality: number;
}

/** One JPEG from a canvas: pixels alone, so no metadata can survive. */
export type EncodeJpeg = (canvas: Canvas, quality: number) => Promise<Blob>;

/**
 * browser-image-compression's encoder, loaded with the first photo. Only `canvasToFile` fits a worker
 * everywhere (its decoding wants `Image` in Safari), and its own worker would come from a public CDN.
 */
export async function libraryEncoder(): Promise<EncodeJpeg> {
  const { default: compression } = await import('browser-image-compression').catch((cause) => {
    throw new PhotoError('offline', cause);
  });
  return (canvas, quality) =>
    compression.canvasToFile(canvas as HTMLCanvasElement, 'image/jpeg', 'card.jpg', 0, quality);
}

/** Quality of the first encoding: the middle of the range in which reading sees no difference. */
const FIRST_QUALITY = 0.8;
/** A result this near to the limit is not worth another encoding. */
const NEAR_ENOUGH = 0.85;
/** Guesses that follow the rule of thumb before the lowest quality is taken as it is. */
const GUESSES = 3;

/** The best quality that fits at this size, or the bytes that the lowest quality still takes. */
async function fitQuality(
  canvas: Canvas,
  encode: EncodeJpeg,
): Promise<{ blob: Blob; quality: number } | number> {
  let best: { blob: Blob; quality: number } | null = null;
  let quality = FIRST_QUALITY;
  for (let guess = 1; ; guess++) {
    const blob = await encode(canvas, quality);
    const fits = blob.size <= MAX_BYTES;
    if (fits) best = { blob, quality };
    if (best !== null && (guess > 1 || best.blob.size >= MAX_BYTES * NEAR_ENOUGH)) return best;
    if (quality <= MIN_QUALITY) return blob.size;
    const next = nextQuality(quality, blob.size);
    if (fits && next <= quality) return { blob, quality };
    quality = fits ? next : guess >= GUESSES ? MIN_QUALITY : Math.min(next, quality - 0.02);
  }
}

/**
 * Encodes a part of a picture to at most 150,000 bytes. Pixels go before quality does: the card is kept at up
 * to 1,400 px while quality may sink to .6, then shrinks to 1,000 px; only a picture so noisy that even this
 * is too large gets smaller still. `cardWidth`: px in `picture`; null where no card is known.
 */
export async function encodePart(
  picture: Picture,
  part: Rect,
  cardWidth: number | null,
  encode: EncodeJpeg,
  signal?: AbortSignal,
): Promise<Encoded> {
  const reference = cardWidth ?? (Math.max(part.width, part.height) * CARD_WIDTH) / LOOSE_SIDE;
  const floor = scaleFor(reference, MIN_CARD_WIDTH);
  let scale = scaleFor(reference, CARD_WIDTH);
  for (;;) {
    signal?.throwIfAborted();
    const canvas = drawPart(picture, part, scale);
    const { width, height } = canvas;
    const fit = await fitQuality(canvas, encode);
    dispose(canvas);
    if (typeof fit !== 'number') return { ...fit, width, height };
    scale = nextScale(scale, fit, floor) ?? scale * 0.85;
  }
}
