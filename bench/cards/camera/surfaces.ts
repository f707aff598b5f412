import { randomFrom } from '../random.ts';
import { fractal, paint, TILE, type Tile } from './texture.ts';

const TAU = 2 * Math.PI;
type Rgb = readonly [number, number, number];
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

function twoTone(dark: Rgb, light: Rgb, tone: (x: number, y: number, i: number) => number): Tile {
  return paint((x, y, i, put) => {
    const t = Math.max(0, Math.min(1, tone(x, y, i)));
    put(mix(dark[0], light[0], t), mix(dark[1], light[1], t), mix(dark[2], light[2], t));
  });
}

const WOODS: readonly (readonly [Rgb, Rgb])[] = [
  [
    [74, 44, 24],
    [150, 98, 58],
  ],
  [
    [150, 108, 66],
    [214, 172, 122],
  ],
  [
    [40, 26, 20],
    [88, 60, 46],
  ],
  [
    [176, 150, 118],
    [226, 206, 176],
  ],
];

/** Planks with grain along x. */
function wood(seed: string): Tile {
  const random = randomFrom(seed);
  const [dark, light] = random.pick(WOODS);
  const grain = fractal(`${seed}g`, 2, 64, 4);
  const bend = fractal(`${seed}b`, 2, 4, 2);
  const planks = random.pick([2, 4, 8]);
  const tones = Array.from({ length: planks }, () => random.between(-0.14, 0.14));
  const height = TILE / planks;
  return twoTone(dark, light, (_, y, i) => {
    const seam = y % height < 4 ? -0.5 : 0;
    const ring = 0.18 * Math.sin((y / TILE) * TAU * 12 + bend[i]! * 22);
    return grain[i]! * 0.9 + ring + tones[Math.floor(y / height)]! + seam;
  });
}

const CLOTHS: readonly (readonly [Rgb, Rgb])[] = [
  [
    [24, 34, 60],
    [70, 88, 130],
  ],
  [
    [120, 30, 40],
    [186, 76, 84],
  ],
  [
    [128, 124, 114],
    [206, 202, 190],
  ],
  [
    [30, 58, 44],
    [84, 122, 96],
  ],
  [
    [30, 30, 34],
    [78, 78, 84],
  ],
  [
    [164, 140, 96],
    [216, 196, 156],
  ],
];

/** Woven threads with soft folds. */
function cloth(seed: string): Tile {
  const random = randomFrom(seed);
  const [dark, light] = random.pick(CLOTHS);
  const folds = fractal(`${seed}f`, 2, 2, 3);
  const fluff = fractal(`${seed}n`, 256, 256, 2);
  const threads = random.pick([64, 128, 170]);
  return twoTone(dark, light, (x, y, i) => {
    const weave = Math.sin((x / TILE) * TAU * threads) * Math.sin((y / TILE) * TAU * threads);
    return 0.15 + folds[i]! * 0.55 + weave * 0.16 + fluff[i]! * 0.25;
  });
}

/** Checks or stripes, as on a tablecloth: strong straight edges beside the card's own. */
function patterned(seed: string): Tile {
  const random = randomFrom(seed);
  const [a, b] = [random.pick(CLOTHS)[0], random.pick(CLOTHS)[1]];
  const isCheck = random.chance(0.6);
  const count = random.pick([4, 8, 16]);
  const noise = fractal(`${seed}n`, 128, 128, 2);
  const slant = random.pick([0, 0, 1, 2]);
  return twoTone(a, b, (x, y, i) => {
    const across = Math.sin(((x + slant * y) / TILE) * TAU * count) > 0 ? 1 : 0;
    const down = isCheck && Math.sin((y / TILE) * TAU * count) > 0 ? 1 : 0;
    return (isCheck ? (across + down) / 2 : across) * 0.8 + noise[i]! * 0.2;
  });
}

const STONES: readonly (readonly [Rgb, Rgb])[] = [
  [
    [92, 92, 96],
    [206, 204, 200],
  ],
  [
    [28, 28, 30],
    [110, 110, 116],
  ],
  [
    [176, 168, 156],
    [240, 236, 228],
  ],
];

/** Granite or terrazzo: specks on a ground. */
function stone(seed: string): Tile {
  const random = randomFrom(seed);
  const [dark, light] = random.pick(STONES);
  const specks = fractal(`${seed}s`, 128, 128, 3, 0.8);
  const clouds = fractal(`${seed}c`, 4, 4, 3);
  const contrast = random.between(1, 2.4);
  return twoTone(dark, light, (_, __, i) => 0.5 + (specks[i]! - 0.5) * contrast + (clouds[i]! - 0.5) * 0.6);
}

/** A plain desk, sheet or painted board. */
function plain(seed: string): Tile {
  const random = randomFrom(seed);
  const base = random.pick<Rgb>([
    [244, 243, 238],
    [232, 234, 236],
    [206, 203, 196],
    [60, 62, 66],
    [120, 96, 74],
    [178, 190, 200],
    [34, 35, 38],
    [214, 198, 168],
  ]);
  const noise = fractal(`${seed}n`, 64, 64, 4);
  const clouds = fractal(`${seed}c`, 2, 2, 2);
  return paint((_, __, i, put) => {
    const shade = (noise[i]! - 0.5) * 14 + (clouds[i]! - 0.5) * 24;
    put(base[0] + shade, base[1] + shade, base[2] + shade);
  });
}

/** A scanner's lid: nearly white, or black. */
function lid(seed: string): Tile {
  const random = randomFrom(seed);
  const tone = random.chance(0.8) ? random.int(232, 252) : random.int(14, 40);
  const clouds = fractal(`${seed}c`, 2, 2, 2);
  return paint((_, __, i, put) => {
    const shade = tone + (clouds[i]! - 0.5) * 8;
    put(shade, shade, shade);
  });
}

/** Carpet or towel: coarse tufts. */
function carpet(seed: string): Tile {
  const [dark, light] = randomFrom(seed).pick(CLOTHS);
  const tufts = fractal(`${seed}t`, 128, 64, 3, 0.7);
  const worn = fractal(`${seed}w`, 4, 4, 2);
  return twoTone(dark, light, (_, __, i) => (tufts[i]! - 0.5) * 2 + 0.3 + worn[i]! * 0.5);
}

/** Skin of a hand. */
function skin(seed: string): Tile {
  const random = randomFrom(seed);
  const [dark, light] = random.pick<readonly [Rgb, Rgb]>([
    [
      [150, 98, 74],
      [226, 176, 148],
    ],
    [
      [96, 60, 42],
      [176, 124, 94],
    ],
    [
      [186, 132, 108],
      [244, 206, 184],
    ],
  ]);
  const soft = fractal(`${seed}s`, 2, 2, 3);
  const pores = fractal(`${seed}p`, 128, 128, 2);
  return twoTone(dark, light, (_, __, i) => 0.15 + soft[i]! * 0.7 + (pores[i]! - 0.5) * 0.16);
}

/** Surfaces that are computed, by name; each makes a seamless tile of its seed. */
export const SURFACES: Readonly<Record<string, (seed: string) => Tile>> = {
  wood,
  cloth,
  patterned,
  stone,
  plain,
  carpet,
  lid,
  skin,
};
