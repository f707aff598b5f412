import {
  type CardFinding,
  downscale,
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

/**
 * Analyses one frame after another; keeps one canvas and the last frame's small copy. `width` and `height` of a
 * frame are those of the full-resolution picture, whatever the size of `source`.
 */
export function createAnalyser(): (frame: Frame, at: number) => Sight {
  let canvas: OffscreenCanvas | null = null;
  let before: Raster | null = null;

  function pixels(frame: Frame): Raster {
    const scale = Math.min(1, FIND_SIDE / Math.max(frame.width, frame.height));
    const width = Math.round(frame.width * scale);
    const height = Math.round(frame.height * scale);
    if (canvas === null || canvas.width !== width || canvas.height !== height) {
      canvas = new OffscreenCanvas(width, height);
      before = null;
    }
    const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })!;
    context.imageSmoothingQuality = 'medium';
    context.drawImage(frame.source, 0, 0, width, height);
    return { data: context.getImageData(0, 0, width, height).data, width, height, channels: 4 };
  }

  return (frame, at) => {
    const raster = pixels(frame);
    const small = toGray(downscale(raster, MOTION_SIDE));
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
