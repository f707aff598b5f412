import type { Random } from '../random.ts';
import type { Level } from '../types.ts';
import { BACKGROUNDS, CLEAN, type Shot } from './shot.ts';

/** Width and height of photos in px, with how often each occurs. */
const FRAMES: readonly (readonly [readonly [number, number], number])[] = [
  [[1600, 1200], 5],
  [[1280, 960], 2],
  [[1200, 1600], 2],
  [[1920, 1080], 1],
  [[1080, 1440], 1],
];

const quarterTurn = (random: Random, upright: number) =>
  random.weighted([
    [0, upright],
    [180, (100 - upright) * 0.4],
    [90, (100 - upright) * 0.3],
    [270, (100 - upright) * 0.3],
  ]);

/** Draws the parameters of a photo of `level` at random. */
export function takeShot(random: Random, level: Level): Shot {
  return level === 'scan' ? scan(random) : level === 'good' ? good(random) : hard(random);
}

function scan(random: Random): Shot {
  const alone = random.chance(0.4);
  const cardWidth = random.int(800, 1600);
  const [width, height] = alone
    ? [cardWidth, Math.round(cardWidth * 0.6306)]
    : [Math.round(cardWidth * random.range(1.1, 1.8)), Math.round(cardWidth * random.range(0.8, 1.3))];
  return {
    ...CLEAN,
    width,
    height,
    cardWidth: alone ? cardWidth + random.int(-4, 6) : cardWidth,
    rotation:
      (alone
        ? 0
        : random.weighted([
            [0, 85],
            [180, 15],
          ] as const)) + (alone ? random.range(-0.2, 0.2) : random.range(-2, 2)),
    offsetX: random.range(0.2, 0.8),
    offsetY: random.range(0.05, 0.8),
    background: 'white',
    medium: random.chance(0.05) ? 'photocopy' : 'original',
    defocus: random.range(0, 0.5),
    exposure: random.range(0.95, 1.06),
    contrast: random.range(0.94, 1.1),
    noise: random.range(0.5, 2.5),
    quality: random.int(70, 95),
  };
}

function good(random: Random): Shot {
  const [width, height] = random.weighted(FRAMES);
  const small = Math.min(width, height);
  return {
    ...CLEAN,
    width,
    height,
    cardWidth: random.range(0.62, 1.15) * small,
    rotation: quarterTurn(random, 78) + random.range(-12, 12),
    tilt: random.range(0, 16),
    tiltAxis: random.range(0, 360),
    offsetX: random.range(0.2, 0.8),
    offsetY: random.range(0.2, 0.8),
    background: random.pick(BACKGROUNDS),
    defocus: random.range(0, 0.8),
    motion: random.chance(0.3) ? random.range(0, 2) : 0,
    motionAngle: random.range(0, 180),
    exposure: random.range(0.8, 1.1),
    warmth: random.range(-0.5, 0.7),
    contrast: random.range(0.92, 1.08),
    noise: random.range(1, 5),
    glare: random.chance(0.2) ? 1 : 0,
    glarePeak: random.range(0.15, 0.45),
    shadow: random.chance(0.35) ? random.range(0.1, 0.3) : 0,
    shadowEdge: random.range(40, 200),
    falloff: random.range(0, 0.25),
    quality: random.int(68, 95),
    grip: random.weighted([
      ['none', 85],
      ['left', 6],
      ['right', 5],
      ['top', 4],
    ]),
    sleeve: random.chance(0.06) ? random.range(0.2, 0.5) : 0,
    wear: random.chance(0.3) ? random.range(0.1, 0.5) : 0,
    saturation: random.range(0.85, 1.2),
    sharpening: random.chance(0.3) ? random.range(0.2, 0.7) : 0,
  };
}

function hard(random: Random): Shot {
  const [width, height] = random.weighted(FRAMES);
  const cardWidth = Math.max(430, random.range(0.4, 1) * Math.min(width, height));
  const exposure = random.weighted([
    [random.range(0.35, 0.7), 45],
    [random.range(0.7, 1.25), 55],
  ]);
  // Blur is given in pixels, so a small card bears less of it before nobody could read it.
  const bearable = Math.min(1, cardWidth / 1000);
  return {
    ...CLEAN,
    width,
    height,
    cardWidth,
    rotation: random.chance(0.25) ? random.range(0, 360) : quarterTurn(random, 50) + random.range(-15, 15),
    tilt: random.weighted([
      [random.range(0, 30), 80],
      [random.range(30, 45), 20],
    ]),
    tiltAxis: random.range(0, 360),
    offsetX: random.next(),
    offsetY: random.next(),
    crop: random.chance(0.25) ? random.range(0.005, 0.05) : 0,
    background: random.pick(BACKGROUNDS),
    medium: random.weighted([
      ['original', 84],
      ['photocopy', 7],
      ['screen', 9],
    ] as const),
    defocus: random.range(0.4, 2) * bearable,
    motion: random.chance(0.5) ? random.range(1, 9) * bearable : 0,
    motionAngle: random.range(0, 180),
    exposure,
    warmth: random.range(-1, 1),
    contrast: random.range(0.75, 1.15),
    noise: random.range(3, 14),
    glare: random.weighted([
      [0, 40],
      [1, 40],
      [2, 20],
    ]),
    // Brighter than this, and nobody could read what lies under it.
    glarePeak: random.range(0.3, 0.75) * Math.min(1, exposure + 0.2),
    shadow: random.chance(0.55) ? random.range(0.2, 0.6) * Math.min(1, exposure + 0.2) : 0,
    shadowEdge: random.range(6, 150),
    falloff: random.range(0, 0.5) * Math.min(1, exposure),
    quality: random.int(25, 80),
    qualityAgain: random.chance(0.2) ? random.int(40, 75) : 0,
    grip: random.weighted([
      ['none', 70],
      ['left', 12],
      ['right', 10],
      ['top', 8],
    ]),
    sleeve: random.chance(0.15) ? random.range(0.3, 1) : 0,
    wear: random.chance(0.4) ? random.range(0.2, 1) : 0,
    saturation: random.range(0.6, 1.3),
    sharpening: random.chance(0.25) ? random.range(0.2, 1) : 0,
    denoise: random.chance(0.3),
  };
}
