import type { Raster } from '#src/imaging/index.ts';
import { PhotoError } from './errors.ts';
import type { Rect } from './plan.ts';

export type Canvas = OffscreenCanvas | HTMLCanvasElement;
type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** Decoded pixels that can be drawn, upright. Whoever got it closes it: a 12-megapixel one holds 48 MB. */
export interface Picture {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  close(): void;
}

/** A canvas for pixels that will be read back, on paper white: see-through pictures are not black then. */
export function newCanvas(width: number, height: number): { canvas: Canvas; context: Context } {
  const canvas =
    typeof OffscreenCanvas === 'function'
      ? new OffscreenCanvas(width, height)
      : Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true }) as Context | null;
  if (context === null) throw new PhotoError('out-of-memory');
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  return { canvas, context };
}

/** Gives a canvas's memory back at once; Safari keeps it until collection otherwise. */
export function dispose(canvas: Canvas): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** Draws a part of a picture at `scale`; the result has whole pixels. */
export function drawPart(picture: Picture, part: Rect, scale: number): Canvas {
  const width = Math.max(1, Math.round(part.width * scale));
  const height = Math.max(1, Math.round(part.height * scale));
  const { canvas, context } = newCanvas(width, height);
  context.drawImage(picture.source, part.x, part.y, part.width, part.height, 0, 0, width, height);
  return canvas;
}

/** RGBA pixels of a canvas. Never called with a full frame on the main thread: it blocks for its copy. */
export function rasterOf(canvas: Canvas): Raster {
  const context = canvas.getContext('2d') as Context;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { data, width, height, channels: 4 };
}

export const wholeOf = ({ width, height }: { width: number; height: number }): Rect => ({
  x: 0,
  y: 0,
  width,
  height,
});

export function pictureOf(source: ImageBitmap): Picture {
  return { source, width: source.width, height: source.height, close: () => source.close() };
}
