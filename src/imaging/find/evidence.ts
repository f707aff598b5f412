import { CARD_ASPECT, type Quad, rotateCorners, signedArea } from '../geometry.ts';
import { estimatePose, misfit, type Pose } from '../pose.ts';
import type { Raster } from '../raster.ts';
import { lookAlong } from './along.ts';
import type { EdgeField } from './edges.ts';
import type { QuadCandidate } from './quads.ts';
import { type RegionMap, regionContrast } from './region.ts';
import { measureRim } from './rim.ts';

/**
 * Shape errors up to the first are measuring noise (one px on a 40 px side); what is above costs at this
 * rate. A portrait's box (1.26–1.36) or a sheet of paper (1.41) is a tenth off and more.
 */
const MISFIT_FREE = 0.03;
const MISFIT_COST = 1.6;
/** What a rim that looks unlike its outside is worth. */
const CONTRAST_GAIN = 0.12;
/** What an inside coloured unlike its surroundings is worth: background patterns go on inside a chance quad. */
const REGION_GAIN = 0.3;
const REGION_USUAL = 0.85;
/** Of quads equally well supported the larger one holds the smaller as its print. */
const SIZE_GAIN = 0.3;
/** A side's support is its mean and its weakest side: a card has four. */
const WEIGHT_MEAN = 0.5;
const WEIGHT_MIN = 0.3;
const OVERRUN_COST = 0.3;
/** What a side counts for that the picture's edge cuts away or hides: neither seen nor missing. */
const OUT_OF_SIGHT = 0.3;
/**
 * A picture of exactly a card's shape (no camera makes one: 1.33, 1.5, 1.78) is a scan or a crop of the card
 * alone, unless a card is plainly seen inside it.
 */
const SCAN_MISFIT = 0.02;
const SCAN_SCORE = 0.85;

/** What a frame is searched in. */
export interface Scene {
  readonly raster: Raster;
  readonly edges: EdgeField;
  readonly regions: RegionMap;
}

export interface Judged {
  /** Corners turned so that side 0 is long. */
  readonly quad: Quad;
  readonly pose: Pose;
  readonly atFrame: readonly boolean[];
  /** Per side, 0..1. */
  readonly support: readonly number[];
  readonly score: number;
}

/** How many corners on the quad starts with a long side, and of the two the one nearer to the top left. */
function cornerOrder(quad: Quad, width: number, height: number): { turned: number; pose: Pose } {
  const upright = estimatePose(quad, width, height);
  const sideways = estimatePose(rotateCorners(quad, 1), width, height);
  const long = misfit(sideways, CARD_ASPECT) < misfit(upright, CARD_ASPECT) ? 1 : 0;
  const [a, b] = [quad[long]!, quad[(long + 1) % 4]!];
  return { turned: b[0] - a[0] + (b[1] - a[1]) >= 0 ? long : long + 2, pose: long ? sideways : upright };
}

/** A candidate's score from its sides, its shape as a card in space, and the surfaces on both sides of its rim. */
export function weigh(scene: Scene, { quad, atFrame }: Omit<QuadCandidate, 'base'>): Judged {
  const { raster: r, edges, regions } = scene;
  const { turned, pose } = cornerOrder(quad, r.width, r.height);
  const rim = measureRim(r, quad);
  const error = misfit(pose, CARD_ASPECT);
  let overrun = 0;
  const support = quad.map((p, i) => {
    if (atFrame[i]) return OUT_OF_SIGHT;
    const side = lookAlong(edges, p, quad[(i + 1) % 4]!);
    overrun += side.overrun / 4;
    const seen = side.support + (1 - side.support) * rim.occlusion[i]!;
    return side.inSight * seen + (1 - side.inSight) * OUT_OF_SIGHT;
  });
  const score =
    WEIGHT_MEAN * (support.reduce((a, b) => a + b) / 4) +
    WEIGHT_MIN * Math.min(...support) -
    OVERRUN_COST * overrun -
    MISFIT_COST * Math.max(0, error - MISFIT_FREE) +
    CONTRAST_GAIN * rim.contrast +
    REGION_GAIN * (regionContrast(regions, quad) - REGION_USUAL) +
    SIZE_GAIN * Math.sqrt(Math.min(1, signedArea(quad) / (r.width * r.height)));
  const scan = atFrame.every(Boolean) && error < SCAN_MISFIT;
  return {
    quad: rotateCorners(quad, turned),
    pose,
    atFrame: atFrame.map((_, i) => atFrame[(i + turned) % 4]!),
    support: support.map((_, i) => support[(i + turned) % 4]!),
    score: scan ? Math.max(score, SCAN_SCORE) : score,
  };
}
