import sharp from 'sharp';
import type { Point, Quad } from '#src/contract/index.ts';
import { createRandom } from '../random.ts';
import type { Card, Level, Photo, Truth } from '../types.ts';
import { drawBackground } from './background.ts';
import { blur, develop } from './blur.ts';
import { drawForeground } from './foreground.ts';
import { bounds, type Homography, place, pose, project, squareToQuad } from './geometry.ts';
import { takeShot } from './levels.ts';
import { lightOf } from './light.ts';
import { photocopy, wear } from './media.ts';
import { overlay, shrink } from './raster.ts';
import { expose } from './sensor.ts';
import { CLEAN, type Shot } from './shot.ts';

/**
 * A level draws every parameter at random; `clean` starts from a faultless photo instead. Any parameter may
 * be set on top, which makes single distortions: `{ clean: true, defocus: 2 }`.
 */
export type PhotographOptions = { readonly level?: Level; readonly clean?: boolean } & Partial<Shot>;

/** Pixels before a file format: `width * height * 3` bytes RGB. */
export interface RawPhoto {
  readonly rgb: Uint8ClampedArray;
  readonly shot: Shot;
  readonly truth: Truth;
}

/** Takes a photo of `card`; equal seeds and options give equal pixels. */
export async function photograph(
  card: Card,
  seed: number | string,
  options: PhotographOptions = {},
): Promise<Photo> {
  const raw = await capture(card, seed, options);
  return { jpeg: await encodeJpeg(raw), truth: raw.truth };
}

/** The pixels as JPEG, compressed a second time where the shot says so. */
export async function encodeJpeg({ rgb, shot }: RawPhoto): Promise<Uint8Array> {
  const raw = { raw: { width: shot.width, height: shot.height, channels: 3 as const } };
  const once = await sharp(rgb, raw).jpeg({ quality: shot.quality }).toBuffer();
  return shot.qualityAgain > 0 ? sharp(once).jpeg({ quality: shot.qualityAgain }).toBuffer() : once;
}

/** As `photograph`, but leaves the encoding to the caller. */
export async function capture(
  card: Card,
  seed: number | string,
  options: PhotographOptions = {},
): Promise<RawPhoto> {
  const { level = 'good', clean = false, ...set } = options;
  const random = createRandom(`photo/${seed}`);
  const drawn: Shot = { ...(clean ? CLEAN : takeShot(random.fork('shot'), level)), ...set };
  const shot: Shot =
    drawn.medium === 'original'
      ? drawn
      : { ...drawn, background: drawn.medium === 'screen' ? 'screen' : 'white' };
  const quad = card.kind === 'scene' ? wholeFrame(shot) : stand(shot, card);
  const { width, height } = shot;
  const worn = shot.wear > 0 ? wear(card, shot.wear, random.fork('wear')) : card;
  const shown = shot.medium === 'photocopy' ? photocopy(worn, random.fork('copy')) : worn;
  const data = drawBackground(shot, quad, random.fork('background'));
  const side = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
  const resolution = Math.ceil(Math.max(side(quad[0], quad[1]), side(quad[3], quad[2])));
  if (!shot.empty) overlay({ data, width, height }, shrink(shown, resolution), quad);
  const seen = shot.empty
    ? data
    : drawForeground({ data, width, height }, shot, quad, random.fork('front')).data;
  const rgb = await blur(seen, width, height, shot.defocus, shot.motion, shot.motionAngle);
  expose(rgb, shot, lightOf(shot, quad, random.fork('light')), createRandom('noise'), random.fork('noise'));
  return { rgb: await develop(rgb, shot), shot, truth: truthOf(card, level, shot, quad) };
}

/** A scene has no card: it is what the camera sees. */
function wholeFrame({ width, height }: Shot): Quad {
  return [
    [-2, -2],
    [width + 2, -2],
    [width + 2, height + 2],
    [-2, height + 2],
  ];
}

/** Where the card stands: posed, shrunk to the frame if need be, moved, and cut off where the shot says so. */
function stand(shot: Shot, card: Card): Quad {
  const posed = pose({
    cardWidth: shot.cardWidth,
    aspect: card.height / card.width,
    rotation: shot.rotation,
    tilt: shot.tilt,
    tiltAxis: shot.tiltAxis,
    focal: 1.2 * Math.max(shot.width, shot.height, shot.cardWidth),
  });
  const box = bounds(posed);
  const [w, h] = [box.right - box.left, box.bottom - box.top];
  // A scan of the card alone fills its frame and more; any other card keeps inside with some air.
  const alone = shot.background === 'white' && w > shot.width * 0.97 && h > shot.height * 0.97;
  const scale = alone ? 1 : Math.min(1, (shot.width * 0.97) / w, (shot.height * 0.97) / h);
  const free = (room: number, at: number) => (alone ? room / 2 : room * at);
  let dx = free(shot.width - w * scale, shot.offsetX) - box.left * scale;
  let dy = free(shot.height - h * scale, shot.offsetY) - box.top * scale;
  if (shot.crop > 0) {
    // The nearest edge of the frame cuts, along the axis on which the card stands less central.
    if (Math.abs(shot.offsetX - 0.5) > Math.abs(shot.offsetY - 0.5))
      dx =
        shot.offsetX < 0.5
          ? -(box.left + w * shot.crop) * scale
          : shot.width - (box.right - w * shot.crop) * scale;
    else
      dy =
        shot.offsetY < 0.5
          ? -(box.top + h * shot.crop) * scale
          : shot.height - (box.bottom - h * shot.crop) * scale;
  }
  return place(posed, scale, dx + shot.shiftX, dy + shot.shiftY);
}

function truthOf(card: Card, level: Level, shot: Shot, quad: Quad): Truth {
  const map: Homography = squareToQuad(quad);
  const at = (x: number, y: number): Point => project(map, x / card.width, y / card.height);
  const fields: Record<string, Quad[]> = {};
  for (const [name, boxes] of shot.empty ? [] : Object.entries(card.fields))
    fields[name] = boxes.map((b) => [
      at(b.x, b.y),
      at(b.x + b.w, b.y),
      at(b.x + b.w, b.y + b.h),
      at(b.x, b.y + b.h),
    ]);
  return {
    country: shot.empty ? null : card.country,
    kind: shot.empty ? 'scene' : card.kind,
    message: shot.empty ? null : card.message,
    printed: shot.empty ? null : card.printed,
    level,
    width: shot.width,
    height: shot.height,
    quad,
    fields,
    parameters: { ...shot },
  };
}
