import type { Point, Quad } from '#src/contract/index.ts';
import type { Drawn } from '../draw/parts.ts';
import type { Box } from '../draw/svg.ts';
import type { Random } from '../random.ts';
import { type Distortions, type Level, type Strength, within } from './conditions.ts';
import { bounds, type Homography, ID1, type Pose, project, projectBox } from './geometry.ts';

/** The picture's size in pixels and the map from the table into it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly place: Homography;
  /** The card's corners, clockwise from the top left of the upright card. */
  readonly quad: Quad;
  /** Card width in pixels, untilted. */
  readonly scale: number;
}

const DEGREE = Math.PI / 180;
const CARD: Box = [0, 0, 1, 1];
/** Longest side of a picture, px: what a client sends after compressing, and what comes uncompressed. */
const LONGEST = { usual: 1700, large: 2800 };
/** Card widths in px by level of `small`; the least that any photo has. */
const WIDTHS = [
  [980, 1500],
  [760, 980],
  [560, 760],
  [400, 560],
] as const;
const LEAST_WIDTH = WIDTHS[3][0];
/** The level that a card width in px is. */
export const smallLevel = (scale: number): Strength =>
  scale >= WIDTHS[0][0] ? 0 : scale >= WIDTHS[1][0] ? 1 : scale >= WIDTHS[2][0] ? 2 : 3;

/** Clearance that text keeps from the frame when the card is cropped, px. */
const TEXT_CLEARANCE = 4;

function turnOf(random: Random, level: Level, rotation: number): number {
  const quarter = random.pick([90, 180, 270]);
  const sign = random.chance(0.5) ? 1 : -1;
  if (level === 'scan')
    return [0, sign * random.between(0.6, 2.5), quarter + random.between(-1, 1)][Math.min(2, rotation)]!;
  switch (rotation) {
    case 0:
      return random.between(-2, 2);
    case 1:
      return sign * random.between(2, 15);
    case 2:
      return quarter + random.between(-15, 15);
    default:
      return random.between(0, 360);
  }
}

function poseOf(random: Random, found: Distortions, level: Level): Pose {
  const tilt =
    level === 'scan'
      ? 0
      : within(random, found.tilt, [
          [0, 2],
          [3, 15],
          [15, 30],
          [30, 45],
        ]);
  return {
    turn: turnOf(random, level, found.rotation) * DEGREE,
    tilt: tilt * DEGREE,
    tiltAxis: random.between(0, 2 * Math.PI),
    distance: random.between(1.7, 3.6),
    scale: within(random, found.small, WIDTHS),
  };
}

/** How far the frame's four sides stand out from the card's bounds: left, top, right, bottom, px. */
type Margins = readonly [number, number, number, number];

function scanMargins(random: Random, scale: number): Margins {
  // Most scanners crop to the card; some leave the sheet around it.
  const reach = random.chance(0.65) ? random.between(0, 0.012) : random.between(0.03, 0.25);
  return [0, 0, 0, 0].map(() => scale * reach * random.between(0.6, 1.4)) as unknown as Margins;
}

/** Fits the card's bounds into a picture of a usual shape, filled to a usual share. */
function photoMargins(random: Random, width: number, height: number, mayForce: boolean): Margins {
  const fill = random.between(0.62, 0.94);
  const shape = random.weighted([
    [4 / 3, 40],
    [3 / 4, 28],
    [16 / 9, 12],
    [9 / 16, 6],
    [3 / 2, 8],
    [1, 6],
  ]);
  const isForced = random.chance(0.3) && mayForce;
  // Usually one turns the phone as the card lies; sometimes a wide card stands in a tall picture.
  const aspect = isForced || width > height === shape > 1 ? shape : 1 / shape;
  const across = Math.max(width / fill, (height / fill) * aspect);
  const down = across / aspect;
  const [left, top] = [random.between(0.3, 0.7), random.between(0.3, 0.7)];
  return [
    (across - width) * left,
    (down - height) * top,
    (across - width) * (1 - left),
    (down - height) * (1 - top),
  ];
}

/** Pulls one or two sides into the card by a share of its size, never into its text. */
function cropped(
  random: Random,
  margins: Margins,
  found: Distortions,
  card: readonly number[],
  text: readonly number[],
): Margins {
  const sides = random.chance(0.35) ? [random.int(0, 3), random.int(0, 3)] : [random.int(0, 3)];
  const share = within(random, found.crop, [
    [0, 0],
    [0.006, 0.015],
    [0.015, 0.03],
    [0.03, 0.05],
  ]);
  return margins.map((margin, side) => {
    if (!sides.includes(side)) return margin;
    const size = side % 2 ? card[3]! - card[1]! : card[2]! - card[0]!;
    const room = Math.abs(text[side]! - card[side]!) - TEXT_CLEARANCE;
    return -Math.max(0, Math.min(share * size, room));
  }) as unknown as Margins;
}

/** Chooses pose and frame; the drawn text must stay inside. */
export function chooseFrame(
  random: Random,
  found: Distortions,
  level: Level,
  drawn: Drawn,
  isLarge: boolean,
): Frame {
  const shape = drawn.shape ?? ID1;
  const asked = poseOf(random, found, level);
  const limit = isLarge ? LONGEST.large : LONGEST.usual;
  const attempt = (pose: Pose, mayForce: boolean): Frame => {
    const seed = random.fork('margins');
    const still = project(pose, [0, 0]);
    const card = bounds(projectBox(still, CARD, shape));
    const words = bounds(
      (drawn.text.length ? drawn.text : [CARD]).flatMap((box): readonly Point[] =>
        projectBox(still, box, shape),
      ),
    );
    const [width, height] = [card[2] - card[0], card[3] - card[1]];
    const open =
      level === 'scan' ? scanMargins(seed, pose.scale) : photoMargins(seed, width, height, mayForce);
    const margins = found.crop ? cropped(seed, open, found, card, words) : open;
    const centre: Point = [margins[0] - card[0], margins[1] - card[1]];
    const place = project(pose, centre);
    return {
      width: Math.round(width + margins[0] + margins[2]),
      height: Math.round(height + margins[1] + margins[3]),
      place,
      quad: projectBox(place, CARD, shape),
      scale: pose.scale,
    };
  };
  const first = attempt(asked, true);
  if (Math.max(first.width, first.height) <= limit) return first;
  // Too large: first give up the odd shape that wastes room, then make the card smaller.
  const usual = attempt(asked, false);
  const longest = Math.max(usual.width, usual.height);
  if (longest <= limit) return usual;
  return attempt({ ...asked, scale: Math.max(LEAST_WIDTH, (asked.scale * limit) / longest) }, false);
}
