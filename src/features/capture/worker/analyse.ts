import { type CardFinding, judge, type Raster, scaleQuad, trackMotion } from '#src/imaging/index.ts';
import type { SeenCard, Sight } from '../core/guidance/sight.ts';
import { createFrameReader, type Frame } from './frame.ts';
import { createSearch } from './search.ts';

/** Long side, px, of the copies that are compared for motion. */
const MOTION_SIDE = 80;
export interface Analyser {
  /** What is seen in a frame taken at `at`, ms. */
  look(frame: Frame, at: number): Promise<Sight>;
  /** The next frame is from elsewhere: search in it, compare it with nothing. */
  forget(): void;
}

/** Analyses one frame after another: keeps the last frame's card and a small copy of it. */
export function createAnalyser(): Analyser {
  const read = createFrameReader();
  const search = createSearch();
  let before: Raster | null = null;
  return {
    async look(frame, at) {
      const raster = await read(frame);
      const small = thumbnail(raster);
      const motion = before === null ? 1 : trackMotion(before, small);
      before = small;
      const found = search.next(raster);
      return {
        at,
        width: frame.width,
        height: frame.height,
        brightness: meanOf(small),
        motion,
        card: found === null ? null : seen(raster, found, frame.width / raster.width),
      };
    },
    forget() {
      before = null;
      search.forget();
    },
  };
}

/** Luma in blocks, of each block every second pixel of every second row. */
function thumbnail({ data, width: fullWidth, height: fullHeight }: Raster): Raster {
  const block = Math.max(2, Math.round(Math.max(fullWidth, fullHeight) / MOTION_SIDE));
  const [width, height] = [Math.floor(fullWidth / block), Math.floor(fullHeight / block)];
  const out = new Uint8Array(width * height);
  const samples = Math.ceil(block / 2) ** 2;
  for (let i = 0; i < out.length; i++) {
    const corner = Math.floor(i / width) * block * fullWidth + (i % width) * block;
    let sum = 0;
    for (let y = 0; y < block; y += 2) {
      for (let x = 0, p = 4 * (corner + y * fullWidth); x < block; x += 2, p += 8) {
        sum += data[p]! + 2 * data[p + 1]! + data[p + 2]!;
      }
    }
    out[i] = sum / (4 * samples) + 0.5;
  }
  return { data: out, width, height, channels: 1 };
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
