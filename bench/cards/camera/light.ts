import type { Random } from '../random.ts';
import { type Distortions, within } from './conditions.ts';

type Rgb = [number, number, number];

/** A soft bright spot: centre, half axes, turn; pixels of the picture. */
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
  readonly a: number;
  readonly b: number;
  readonly peak: number;
}

/** A shadow's edge: a wavy line, darker on its positive side. */
interface Edge {
  readonly nx: number;
  readonly ny: number;
  readonly offset: number;
  readonly soft: number;
  readonly depth: number;
  readonly wobble: number;
  readonly waves: number;
}

/** Light on the scene: gains multiply linear light, glare adds to it. */
export interface Light {
  readonly gain: Rgb;
  /** Change of the gain from the middle of the picture to its side, along x and y. */
  readonly slope: readonly [number, number];
  readonly vignette: number;
  readonly spots: readonly Spot[];
  readonly edges: readonly Edge[];
}

/** Chooses the light for a picture of `width` × `height` px whose card has its centre at `card`. */
export function chooseLight(
  random: Random,
  found: Distortions,
  width: number,
  height: number,
  card: { readonly x: number; readonly y: number; readonly width: number },
): Light {
  const exposure = within(random, found.dim, [
    [0.85, 1.1],
    [0.6, 0.82],
    [0.38, 0.6],
    [0.2, 0.36],
  ]);
  const cast = within(random, found.cast, [
    [0, 0.02],
    [0.03, 0.09],
    [0.09, 0.18],
    [0.18, 0.3],
  ]);
  const isWarm = random.chance(0.6);
  const green = random.between(-0.3, 0.3) * cast;
  const slope = random.between(0.02, found.dim ? 0.3 : 0.16);
  const angle = random.between(0, 2 * Math.PI);

  const spots = Array.from(
    { length: found.glare === 0 ? 0 : random.int(1, found.glare > 1 ? 2 : 1) },
    (): Spot => {
      const turn = random.between(0, Math.PI);
      const a = card.width * random.between(0.08, 0.3);
      return {
        x: card.x + card.width * random.between(-0.45, 0.45),
        y: card.y + card.width * random.between(-0.3, 0.3),
        cos: Math.cos(turn),
        sin: Math.sin(turn),
        a,
        b: a * random.between(0.25, 0.8),
        peak: within(random, found.glare, [
          [0, 0],
          [0.12, 0.3],
          [0.28, 0.5],
          [0.45, 0.7],
        ]),
      };
    },
  );
  const edges = Array.from({ length: found.shadow === 0 ? 0 : random.int(1, 2) }, (): Edge => {
    const direction = random.between(0, 2 * Math.PI);
    const [nx, ny] = [Math.cos(direction), Math.sin(direction)];
    return {
      nx,
      ny,
      offset: nx * card.x + ny * card.y + card.width * random.between(-0.3, 0.35),
      soft: card.width * random.between(0.008, 0.16),
      depth:
        within(random, found.shadow, [
          [0, 0],
          [0.12, 0.3],
          [0.3, 0.5],
          [0.5, 0.7],
        ]) / 1.2,
      wobble: card.width * random.between(0, 0.05),
      waves: random.between(2, 9) / card.width,
    };
  });
  return {
    gain: [
      exposure * (1 + (isWarm ? cast : -cast)),
      exposure * (1 + green),
      exposure * (1 - (isWarm ? cast : -cast)),
    ],
    slope: [(slope * Math.cos(angle)) / (width / 2), (slope * Math.sin(angle)) / (height / 2)],
    vignette: random.between(0, 0.22),
    spots,
    edges,
  };
}

/** Share of the light that the shadows let through at a place of the picture. */
export function shade(edges: readonly Edge[], x: number, y: number): number {
  let pass = 1;
  for (const edge of edges) {
    const along = edge.ny * x - edge.nx * y;
    const over = edge.nx * x + edge.ny * y - edge.offset + edge.wobble * Math.sin(along * edge.waves);
    const t = Math.max(0, Math.min(1, over / edge.soft + 0.5));
    pass *= 1 - edge.depth * t * t * (3 - 2 * t);
  }
  return pass;
}

/** Light that the spots add at a place of the picture, in linear units (1 = white). */
export function glareAt(spots: readonly Spot[], x: number, y: number): number {
  let sum = 0;
  for (const spot of spots) {
    const dx = x - spot.x;
    const dy = y - spot.y;
    const u = (dx * spot.cos + dy * spot.sin) / spot.a;
    const v = (dy * spot.cos - dx * spot.sin) / spot.b;
    const r = u * u + v * v;
    if (r < 5) sum += spot.peak * Math.exp(-r * 1.3);
  }
  return sum;
}
