import type { Quad } from '#src/contract/index.ts';
// Not by its entry: the finding of cards is not wanted here.
import { CARD_ASPECT, frameQuad, isConvex } from '#src/imaging/geometry.ts';
import { type Homography, homography, mapQuad } from '#src/imaging/homography.ts';
import { rectify } from '#src/imaging/warp.ts';
import type { Size } from './view.ts';

/** Something to look at: pixels, and where a place of the photo lies on it. */
export interface Picture extends Size {
  readonly source: CanvasImageSource;
  /** A quad of the photo in px of this picture. */
  readonly place: (quad: Quad) => Quad;
}

/** Widest rectified card, px: the console's stage on a large screen at twice its pixels. */
const MAX_WIDTH = 1400;
const MIN_WIDTH = 400;

/** The photo as it was sent. */
export const photoPicture = (photo: ImageBitmap): Picture => ({
  source: photo,
  width: photo.width,
  height: photo.height,
  place: (quad) => quad,
});

/**
 * The card alone, its perspective removed; null where the quad is no card (crossed, or without area).
 * Runs in the page: 1400 × 883 px take some 30 ms.
 */
export function cardPicture(photo: ImageBitmap, card: Quad): Picture | null {
  const long = Math.hypot(card[1][0] - card[0][0], card[1][1] - card[0][1]);
  if (!isConvex(card) || !(long > 0)) return null;
  const width = Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, long)));
  const height = Math.round(width / CARD_ASPECT);
  const canvas = new OffscreenCanvas(photo.width, photo.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(photo, 0, 0);
  const { data } = context.getImageData(0, 0, photo.width, photo.height);
  const flat = rectify({ data, width: photo.width, height: photo.height, channels: 4 }, card, width, height);
  const image = new ImageData(width, height);
  for (let i = 0, j = 0; j < image.data.length; i += 3, j += 4) {
    image.data[j] = flat.data[i]!;
    image.data[j + 1] = flat.data[i + 1]!;
    image.data[j + 2] = flat.data[i + 2]!;
    image.data[j + 3] = 255;
  }
  const source = new OffscreenCanvas(width, height);
  source.getContext('2d')?.putImageData(image, 0, 0);
  const toCard: Homography = homography(card, frameQuad(width, height));
  return { source, width, height, place: (quad) => mapQuad(toCard, quad) as Quad };
}
