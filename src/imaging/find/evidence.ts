import { CARD_ASPECT, type Quad, rotateCorners } from '../geometry.ts';
import { estimatePose, misfit, type Pose } from '../pose.ts';
import type { Raster } from '../raster.ts';
import type { QuadCandidate } from './quads.ts';
import { measureRim } from './rim.ts';

/**
 * Shape errors up to the first are measuring noise (one px on a 40 px side); what is above costs at this
 * rate. A portrait's box (1.26–1.36) or a sheet of paper (1.41) is a tenth off and more.
 */
const MISFIT_FREE = 0.03;
const MISFIT_COST = 1.6;
/** What a rim that looks unlike its outside is worth. */
const CONTRAST_GAIN = 0.12;
/** Of quads equally well supported the larger one holds the smaller as its print. */
const SIZE_GAIN = 0.3;
/** A side's support is its mean and its weakest side: a card has four. */
const WEIGHT_MEAN = 0.5;
const WEIGHT_MIN = 0.3;
const OVERRUN_COST = 0.3;

export interface Judged {
  readonly candidate: QuadCandidate;
  /** The candidate's corners turned so that side 0 is long. */
  readonly quad: Quad;
  readonly turned: number;
  readonly pose: Pose;
  /** Per side of the candidate, 0..1. */
  readonly sides: readonly number[];
  readonly score: number;
}

/** Corners turned so that side 0 is a long one, and of the two the one that starts nearer to the top left. */
export function orderCorners(
  quad: Quad,
  width: number,
  height: number,
): { quad: Quad; turned: number; pose: Pose } {
  const upright = estimatePose(quad, width, height);
  const sideways = estimatePose(rotateCorners(quad, 1), width, height);
  const long = misfit(sideways, CARD_ASPECT) < misfit(upright, CARD_ASPECT) ? 1 : 0;
  const [a, b] = [quad[long]!, quad[(long + 1) % 4]!];
  const turned = b[0] - a[0] + (b[1] - a[1]) >= 0 ? long : long + 2;
  return { quad: rotateCorners(quad, turned), turned, pose: long ? sideways : upright };
}

/** A candidate's score from its sides, its shape as a card in space, and the surfaces on both sides of its rim. */
export function weigh(r: Raster, candidate: QuadCandidate): Judged {
  const { quad, turned, pose } = orderCorners(candidate.quad, r.width, r.height);
  const rim = measureRim(r, candidate.quad);
  const sides = candidate.support.map((s, i) => s + (1 - s) * rim.occlusion[i]!);
  const mean = sides.reduce((a, b) => a + b) / 4;
  const overrun = candidate.overrun.reduce((a, b) => a + b) / 4;
  const score =
    WEIGHT_MEAN * mean +
    WEIGHT_MIN * Math.min(...sides) -
    OVERRUN_COST * overrun -
    MISFIT_COST * Math.max(0, misfit(pose, CARD_ASPECT) - MISFIT_FREE) +
    CONTRAST_GAIN * rim.contrast +
    SIZE_GAIN * Math.sqrt(candidate.area / (r.width * r.height));
  return { candidate, quad, turned, pose, sides, score };
}
