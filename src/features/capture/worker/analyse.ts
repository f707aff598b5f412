import {
  type CardFinding,
  findCard,
  judge,
  type Raster,
  scaleQuad,
  toGray,
  trackMotion,
} from '#src/imaging/index.ts';
import type { SeenCard, Sight } from '../core/guidance/sight.ts';
import { FIND_SIDE } from '../core/photo/plan.ts';

/** Long side, px, of the copies that are compared for motion. */
const MOTION_SIDE = 80;

type Frame = { readonly source: CanvasImageSource; readonly width: number; readonly height: number };

/** A canvas of one size whose pixels are read back again and again. */
function createReader(): (source: CanvasImageSource, width: number, height: number) => Raster {
  let context: OffscreenCanvasRenderingContext2D | null = null;
  return (source, width, height) => {
    if (context === null || context.canvas.width !== width || context.canvas.height !== height) {
      const canvas = new OffscreenCanvas(width, height);
      context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })!;
      context.imageSmoothingQuality = 'medium';
    }
    context.drawImage(source, 0, 0, width, height);
    return { data: context.getImageData(0, 0, width, height).data, width, height, channels: 4 };
  };
}

/** Size with the given long side; a picture that is smaller keeps its own. */
function sized(width: number, height: number, longSide: number): [number, number] {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return [Math.round(width * scale), Math.round(height * scale)];
}

/**
 * Analyses one frame after another; keeps two canvases and the last frame's small copy. `width` and `height`
 * of a frame are those of the full-resolution picture, whatever the size of `source`.
 */
export function createAnalyser(): (frame: Frame, at: number) => Sight {
  const read = createReader();
  const readSmall = createReader();
  let before: Raster | null = null;

  return (frame, at) => {
    const raster = read(frame.source, ...sized(frame.width, frame.height, FIND_SIDE));
    const small = toGray(readSmall(frame.source, ...sized(frame.width, frame.height, MOTION_SIDE)));
    const motion = before === null ? 1 : trackMotion(before, small);
    before = small;
    const found = findCard(raster);
    return {
      at,
      width: frame.width,
      height: frame.height,
      brightness: meanOf(small),
      motion,
      card: found === null ? null : seen(raster, found, frame.width / raster.width),
    };
  };
}

function meanOf(gray: Raster): number {
  let sum = 0;
  for (const value of gray.data) sum += value;
  return sum / gray.data.length / 255;
}

function seen(raster: Raster, found: CardFinding, enlarge: number): SeenCard {
  const quality = judge(raster, found.quad);
  const xs = found.quad.map(([x]) => x / raster.width);
  const ys = found.quad.map(([, y]) => y / raster.height);
  return {
    quad: scaleQuad(found.quad, 1 / raster.width, 1 / raster.height),
    score: found.score,
    width: quality.cardWidth * enlarge,
    span: Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)),
    tilt: found.tilt,
    cutOff: quality.cutOff,
    atFrame: found.sides.some((side) => side.atFrame),
    sharpness: quality.sharpness,
    contrast: quality.contrast,
    brightness: quality.brightness,
    glare: quality.glare,
  };
}
