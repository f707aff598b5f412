import type { Quad } from '#src/contract/index.ts';
import type { Drawn } from '../draw/parts.ts';
import { type Box, type Raster, rasterize } from '../draw/svg.ts';
import type { Random } from '../random.ts';
import { conditions, type Distortions, type Level, type Strength, within } from './conditions.ts';
import { chooseFrame, type Frame, smallLevel } from './frame.ts';
import { ID1 } from './geometry.ts';
import { holdingHand } from './hand.ts';
import { chooseLight } from './light.ts';
import { render, type Table } from './render.ts';
import { SCENES } from './scenes.ts';
import { addNoise, defocus, motion, type Orientation, sharpen, toJpeg } from './sensor.ts';
import { photocopy, wear } from './spoil.ts';
import { SURFACES } from './surfaces.ts';
import type { Tile } from './texture.ts';

export interface Photo {
  readonly image: Buffer;
  readonly width: number;
  readonly height: number;
  readonly quad: Quad;
  readonly distortions: Distortions;
  readonly background: string;
  /** EXIF orientation of the file; sizes and quad are those of the upright picture. */
  readonly orientation: Orientation;
}

/** Bytes of a photo that a client compressed, and of one that it did not. */
const MOST_BYTES = { usual: 200_000, large: 2_000_000 };
/** Variants of each background; colours, turn, scale and offset vary beside. */
const VARIANTS = 4;
const BACKGROUNDS: readonly (readonly [string, number])[] = [
  ['wood', 16],
  ['cloth', 11],
  ['hand', 11],
  ['keyboard', 8],
  ['clutter', 12],
  ['plain', 14],
  ['patterned', 8],
  ['stone', 7],
  ['carpet', 6],
  ['printed', 7],
];
/** Screens and copies lie on these alone. */
const FLAT = 'plain';
const CARD_RASTER_LIMIT = 1500;

const tiles = new Map<string, Tile>();
function tileOf(name: string, variant: number): Tile {
  const key = `${name}-${variant}`;
  const made = tiles.get(key) ?? (SURFACES[name] ?? SCENES[name]!)(`tile/${key}`);
  tiles.set(key, made);
  return made;
}

function tableOf(
  random: Random,
  background: string,
  found: Distortions,
  level: Level,
  scale: number,
  text: readonly Box[],
): Table {
  const isFlat = level === 'scan' || found.screen > 0 || found.photocopy > 0;
  const isHeld = background === 'hand';
  const under = isHeld ? random.pick(['clutter', 'plain', 'carpet', 'wood']) : background;
  const height = random.between(0.008, 0.04);
  const angle = random.between(0, 2 * Math.PI);
  const variant = random.int(0, VARIANTS - 1);
  const tint = isFlat ? 0 : 0.14;
  return {
    tile: tileOf(level === 'scan' || found.photocopy ? 'lid' : isFlat ? FLAT : under, variant),
    grain: random.between(280, 620) * (isHeld ? 0.6 : 1),
    turn: random.chance(0.5) ? random.between(-0.15, 0.15) : random.between(0, 2 * Math.PI),
    offset: [random.int(0, 1023), random.int(0, 1023)],
    tint: [0, 0, 0].map(() => 1 + random.between(-tint, tint)) as unknown as Table['tint'],
    drop:
      isFlat || isHeld
        ? null
        : {
            x: Math.cos(angle) * height * 0.6,
            y: Math.sin(angle) * height * 0.6,
            reach: height * 2,
            depth: random.between(0.15, 0.5),
          },
    hand: isHeld
      ? { shape: holdingHand(random.fork('hand'), text), skin: tileOf('skin', random.int(0, VARIANTS - 1)) }
      : null,
    screen: found.screen
      ? {
          // A few camera pixels a screen pixel: what beats between the two rasters is the moiré.
          pixels: scale / random.between(1.7, 4.6),
          depth: within(random, found.screen, [
            [0, 0],
            [0.08, 0.16],
            [0.16, 0.28],
            [0.28, 0.45],
          ]),
        }
      : null,
  };
}

function rasterOf(random: Random, drawn: Drawn, found: Distortions, frame: Frame): Raster {
  const svg = drawn.svg.replace('</svg>', `${wear(random.fork('wear'), found.wear)}</svg>`);
  // The side towards the camera is larger than the middle, hence the margin; bilinear sampling does the rest.
  const width = Math.round(Math.min(CARD_RASTER_LIMIT, frame.scale * (found.tilt > 1 ? 1.15 : 1.05)));
  const card = rasterize(svg, drawn.faces, width);
  return found.photocopy ? photocopy(random.fork('copy'), card, found.photocopy) : card;
}

/** The level that a JPEG quality is, which may be stronger than asked for to keep the file small. */
const jpegLevel = (quality: number): Strength =>
  quality >= 86 ? 0 : quality >= 70 ? 1 : quality >= 45 ? 2 : 3;

/** Photographs a drawn card as a level of difficulty says. The same random source gives the same bytes. */
export async function photograph(random: Random, drawn: Drawn, level: Level): Promise<Photo> {
  const found = conditions(random.fork('conditions'), level);
  const isLarge = level !== 'hard' && random.chance(0.06);
  const frame = chooseFrame(random.fork('frame'), found, level, drawn, isLarge);
  const { width, height, quad, scale } = frame;
  const background =
    level === 'scan'
      ? 'scanner'
      : found.photocopy
        ? 'copy'
        : found.screen
          ? 'screen'
          : random.weighted(BACKGROUNDS);
  const middle = {
    x: quad.reduce((sum, [x]) => sum + x, 0) / 4,
    y: quad.reduce((sum, [, y]) => sum + y, 0) / 4,
    width: scale,
  };
  const light = chooseLight(random.fork('light'), found, width, height, middle);
  const even = level === 'scan' ? { ...light, slope: [0, 0] as const, vignette: 0 } : light;
  const table = tableOf(random.fork('table'), background, found, level, scale, drawn.text);
  const card = drawn.isAbsent ? null : rasterOf(random, drawn, found, frame);
  const data = render(card, drawn.shape ?? ID1, table, even, frame.place, scale, width, height);

  const sensor = random.fork('sensor');
  // Blur is measured in pixels of a card about 900 px wide: on a smaller one the same pixels hide more.
  const share = Math.min(1, scale / 950);
  const sigma =
    within(sensor, found.defocus, [
      [0, 0.3],
      [0.35, 0.85],
      [0.85, 1.35],
      [1.35, 2],
    ]) * share;
  const smear =
    within(sensor, found.motion, [
      [0, 0],
      [1.5, 3],
      [3, 5.5],
      [5.5, 9],
    ]) * share;
  const noise = within(sensor, found.noise, [
    [0.3, 1.4],
    [1.5, 4],
    [4, 7.5],
    [7.5, 13],
  ]);
  const quality = within(sensor, found.jpeg, [
    [86, 95],
    [70, 86],
    [45, 70],
    [25, 45],
  ]);
  const sharp = await defocus({ width, height, data }, level === 'scan' ? sigma * 0.6 : sigma);
  const smeared = motion(sensor.fork('motion'), sharp, smear);
  const noisy = addNoise(sensor.fork('noise'), smeared, noise);
  const developed =
    level !== 'scan' && sensor.chance(0.35) ? await sharpen(noisy, sensor.between(0.08, 0.28)) : noisy;
  const orientation =
    level === 'scan'
      ? 1
      : sensor.weighted<Orientation>([
          [1, 94],
          [6, 3],
          [8, 2],
          [3, 1],
        ]);
  const { image, quality: taken } = await toJpeg(
    developed,
    quality,
    isLarge ? MOST_BYTES.large : MOST_BYTES.usual,
    orientation,
  );
  return {
    image,
    width,
    height,
    quad,
    distortions: { ...found, small: smallLevel(scale), jpeg: jpegLevel(taken) },
    background,
    orientation,
  };
}
