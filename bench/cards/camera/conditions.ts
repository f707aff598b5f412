import type { Random } from '../random.ts';

/** What a photograph may suffer from; each at level 0 (not, or not noticeably) to 3 (strong). */
export const DISTORTIONS = [
  'rotation',
  'tilt',
  'small',
  'crop',
  'defocus',
  'motion',
  'dim',
  'noise',
  'cast',
  'glare',
  'shadow',
  'jpeg',
  'photocopy',
  'screen',
  'wear',
] as const;
export type Distortion = (typeof DISTORTIONS)[number];
export type Strength = 0 | 1 | 2 | 3;
export type Distortions = Readonly<Record<Distortion, Strength>>;
export type Level = 'scan' | 'good' | 'hard';

const NONE = Object.fromEntries(DISTORTIONS.map((name) => [name, 0])) as Record<Distortion, Strength>;

/** What a careful person's photo has: chances of level 0, 1 and 2. */
const CAREFUL: Readonly<Partial<Record<Distortion, readonly [number, number, number]>>> = {
  rotation: [35, 50, 15],
  tilt: [30, 70, 0],
  small: [45, 40, 15],
  crop: [94, 6, 0],
  defocus: [35, 60, 5],
  motion: [80, 20, 0],
  dim: [55, 35, 10],
  noise: [40, 50, 10],
  cast: [35, 45, 20],
  glare: [72, 25, 3],
  shadow: [60, 30, 10],
  jpeg: [35, 45, 20],
  wear: [70, 25, 5],
};

/** Weights of what makes a photo hard; one or two of these come at level 3. */
const STRONG: readonly (readonly [Distortion, number])[] = [
  ['rotation', 10],
  ['tilt', 12],
  ['small', 9],
  ['crop', 7],
  ['defocus', 11],
  ['motion', 11],
  ['dim', 10],
  ['noise', 8],
  ['cast', 4],
  ['glare', 10],
  ['shadow', 8],
  ['jpeg', 8],
  ['photocopy', 5],
  ['screen', 6],
  ['wear', 4],
];

/** Pairs that blur the same strokes twice; together at full strength nobody could read them. */
const TOGETHER_TOO_MUCH: readonly (readonly Distortion[])[] = [
  ['defocus', 'motion', 'small', 'jpeg', 'screen', 'noise'],
  ['glare', 'photocopy', 'screen'],
  ['dim', 'photocopy', 'screen', 'cast'],
];

const clash = (a: Distortion, b: Distortion): boolean =>
  TOGETHER_TOO_MUCH.some((group) => group.includes(a) && group.includes(b));

function carefully(random: Random): Record<Distortion, Strength> {
  const found = { ...NONE };
  for (const [name, [none, slight, some]] of Object.entries(CAREFUL))
    found[name as Distortion] = random.weighted<Strength>([
      [0, none],
      [1, slight],
      [2, some],
    ]);
  return found;
}

function hard(random: Random): Record<Distortion, Strength> {
  const found = carefully(random);
  const first = random.weighted(STRONG);
  found[first] = random.weighted<Strength>([
    [3, 75],
    [2, 25],
  ]);
  if (random.chance(0.55)) {
    const second = random.weighted(STRONG);
    if (second !== first) found[second] = clash(first, second) ? 2 : random.pick([2, 3] as const);
    // What stands beside two strong distortions of one kind is mild.
    if (clash(first, second))
      for (const name of ['defocus', 'motion', 'noise', 'jpeg'] as const)
        if (name !== first && name !== second) found[name] = Math.min(found[name], 1) as Strength;
  }
  return found;
}

function scan(random: Random): Record<Distortion, Strength> {
  return {
    ...NONE,
    rotation: random.weighted<Strength>([
      [0, 80],
      [1, 10],
      [2, 10],
    ]),
    small: random.weighted<Strength>([
      [0, 50],
      [1, 35],
      [2, 15],
    ]),
    noise: random.weighted<Strength>([
      [0, 70],
      [1, 30],
    ]),
    cast: random.weighted<Strength>([
      [0, 70],
      [1, 30],
    ]),
    jpeg: random.weighted<Strength>([
      [0, 45],
      [1, 40],
      [2, 15],
    ]),
    wear: random.weighted<Strength>([
      [0, 60],
      [1, 30],
      [2, 10],
    ]),
    photocopy: random.weighted<Strength>([
      [0, 90],
      [1, 7],
      [2, 3],
    ]),
  };
}

/** Chooses what a photo of a level suffers from. */
export function conditions(random: Random, level: Level): Distortions {
  return { scan, good: carefully, hard }[level](random);
}

/** A value within the range that belongs to a level; ranges run from level 0's upward. */
export function within(
  random: Random,
  level: Strength,
  ranges: readonly (readonly [low: number, high: number])[],
): number {
  const [low, high] = ranges[level]!;
  return random.between(low, high);
}
