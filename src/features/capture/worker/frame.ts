import type { Raster } from '#src/imaging/index.ts';
import { FIND_SIDE } from '../core/photo/plan.ts';
import { type Planes, reducePlanes } from './planes.ts';

/** A frame; `width` and `height` are those of the full-resolution picture, whatever the size of `source`. */
export interface Frame {
  readonly source: VideoFrame | ImageBitmap;
  readonly width: number;
  readonly height: number;
}

/** Frames whose long side comes this near to `FIND_SIDE` px by a whole factor are reduced plane by plane. */
const NEAR_SIDE = 100;

/** Whole factor by which a camera's frame is reduced; null where none comes near the size that is wanted. */
export function planeFactor(width: number, height: number): number | null {
  const longest = Math.max(width, height);
  const factor = Math.max(1, Math.round(longest / FIND_SIDE));
  return Math.abs(longest / factor - FIND_SIDE) <= NEAR_SIDE ? factor : null;
}

/** WebCodecs of late: a frame that is to be turned or mirrored when it is shown. */
type Turned = VideoFrame & { readonly rotation?: number; readonly flip?: boolean };

/** True where the frame's planes are the picture as it is shown. */
function isPlain(frame: Turned): boolean {
  const { visibleRect, displayWidth, displayHeight, rotation = 0, flip = false } = frame;
  const asShown = visibleRect?.width === displayWidth && visibleRect.height === displayHeight;
  return asShown && rotation === 0 && !flip;
}

/** Plane by plane, past the conversion of the full frame to RGB, which costs more than all the analysis. */
function createPlaneReader(): (frame: VideoFrame) => Promise<Raster | null> {
  let buffer = new Uint8Array(0);
  let refused = false;
  return async (frame) => {
    const { format, displayWidth: width, displayHeight: height } = frame;
    const factor = planeFactor(width, height);
    const known = format === 'I420' || format === 'I420A' || format === 'NV12';
    if (refused || !known || factor === null || !isPlain(frame)) return null;
    try {
      const bytes = frame.allocationSize();
      if (buffer.length < bytes) buffer = new Uint8Array(bytes);
      const [luma, first, second] = await frame.copyTo(buffer);
      if (luma === undefined || first === undefined) return null;
      const step = format === 'NV12' ? 2 : 1;
      const planes: Planes = {
        data: buffer,
        width,
        height,
        luma: { ...luma, step: 1 },
        u: { ...first, step },
        v: second && step === 1 ? { ...second, step } : { ...first, offset: first.offset + 1, step },
        fullRange: frame.colorSpace?.fullRange === true,
      };
      return reducePlanes(planes, factor);
    } catch {
      // Drivers whose frames cannot be copied: never asked again.
      refused = true;
      return null;
    }
  };
}

/** A canvas of one size whose pixels are read back again and again. */
function createCanvasReader(): (frame: Frame) => Raster {
  let context: OffscreenCanvasRenderingContext2D | null = null;
  return ({ source, width: fullWidth, height: fullHeight }) => {
    const scale = Math.min(1, FIND_SIDE / Math.max(fullWidth, fullHeight));
    const [width, height] = [Math.round(fullWidth * scale), Math.round(fullHeight * scale)];
    if (context === null || context.canvas.width !== width || context.canvas.height !== height) {
      const canvas = new OffscreenCanvas(width, height);
      context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })!;
      context.imageSmoothingQuality = 'medium';
    }
    context.drawImage(source, 0, 0, width, height);
    return { data: context.getImageData(0, 0, width, height).data, width, height, channels: 4 };
  };
}

/** Reads frames, reduced to about `FIND_SIDE` px, RGBA; each raster is valid until the next is read. */
export function createFrameReader(): (frame: Frame) => Promise<Raster> {
  const readPlanes = createPlaneReader();
  const readCanvas = createCanvasReader();
  return async (frame) => {
    const planes = 'copyTo' in frame.source ? await readPlanes(frame.source) : null;
    return planes ?? readCanvas(frame);
  };
}
