import { CARD_ASPECT, type Quad, rotateCorners, signedArea } from '../geometry.ts';
import { estimatePose, misfit, type Pose } from '../pose.ts';
import type { Raster } from '../raster.ts';
import { lookAlong, USUAL_STRENGTH } from './along.ts';
import type { EdgeField } from './edges.ts';
import { measureOcclusion } from './occlusion.ts';
import type { QuadCandidate } from './quads.ts';
import { measureRegion, type RegionMap } from './region.ts';
import type { CardFinding } from './types.ts';

/**
 * Weights. Each has its reason; their sizes follow a softmax ranking of right against wrong quads on 315 drawn
 * photos of two renderers, in which no single weight matters by ± 30 %.
 *
 * A card has four sides: the mean of their support counts, and the weakest as much.
 */
const WEIGHT_MEAN = 0.35;
const WEIGHT_LEAST = 0.45;
/** A card's sides end at its corners; lines of a pattern go on. */
const OVERRUN_COST = 0.6;
/**
 * Shape errors up to the first are measuring noise (one px on a 40 px side); what is above costs at this
 * rate. A portrait's box (1.26–1.36) or a sheet of paper (1.41) is a tenth off and more.
 */
const MISFIT_FREE = 0.03;
const MISFIT_COST = 1.3;
/** An inside coloured unlike its surroundings: background patterns go on inside a chance quad. */
const REGION_GAIN = 0.5;
const REGION_USUAL = 0.85;
/** Print, and the share of cells from which on it is print: blank paper, books and phones hold less. */
const DETAIL_GAIN = 0.5;
const DETAIL_USUAL = 0.35;
/** Of quads equally well supported the larger one holds the smaller as its print, up to a card across the frame. */
const SIZE_GAIN = 0.45;
const SIZE_ENOUGH = 0.6;
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
  readonly evidence: Evidence;
  readonly by: CardFinding['by'];
  readonly score: number;
}

/** How many corners on the quad starts with a long side, and of the two the one nearer to the top left. */
function cornerOrder(quad: Quad, width: number, height: number): { turned: number; pose: Pose } {
  const upright = estimatePose(quad, width, height);
  const other = estimatePose(quad, width, height, 1 / CARD_ASPECT);
  const sideways = { ...other, aspect: 1 / other.aspect };
  const long = misfit(sideways, CARD_ASPECT) < misfit(upright, CARD_ASPECT) ? 1 : 0;
  const [a, b] = [quad[long]!, quad[(long + 1) % 4]!];
  return { turned: b[0] - a[0] + (b[1] - a[1]) >= 0 ? long : long + 2, pose: long ? sideways : upright };
}

/** All that speaks for or against an outline; shares 0..1 unless said otherwise. */
export interface Evidence {
  /** Mean and least support of the four sides. */
  readonly mean: number;
  readonly least: number;
  /** Mean support of their continuations beyond the corners. */
  readonly overrun: number;
  /** Mean strength of the sides' edges. */
  readonly strength: number;
  /** How far from an ID-1 rectangle in space: .1 is a tenth off. */
  readonly misfit: number;
  /** Whole inside unlike its surroundings. */
  readonly region: number;
  /** Print inside. */
  readonly detail: number;
  /** √ of the share of the frame's area. */
  readonly size: number;
}

/** One number for an outline; about 1 for a card in plain sight. */
export function scoreOf(e: Evidence): number {
  return (
    WEIGHT_MEAN * e.mean +
    WEIGHT_LEAST * e.least -
    OVERRUN_COST * e.overrun -
    MISFIT_COST * Math.max(0, e.misfit - MISFIT_FREE) +
    REGION_GAIN * (e.region - REGION_USUAL) -
    DETAIL_GAIN * Math.max(0, 1 - e.detail / DETAIL_USUAL) +
    SIZE_GAIN * Math.min(e.size, SIZE_ENOUGH)
  );
}

const sizeOf = (quad: Quad, width: number, height: number): number =>
  Math.sqrt(Math.min(1, signedArea(quad) / (width * height)));

/** Measures a candidate: its sides as its lines say, or `closely` as they lie in the edges. */
export function weigh(scene: Scene, candidate: QuadCandidate, closely: boolean): Judged {
  const { raster: r, edges, regions } = scene;
  const { quad, atFrame } = candidate;
  const { turned, pose } = cornerOrder(quad, r.width, r.height);
  const occlusion = measureOcclusion(r, quad);
  const region = measureRegion(regions, quad, closely ? 1 : 2);
  let overrun = 0;
  let strength = 0;
  const support = quad.map((p, i) => {
    if (atFrame[i]) {
      strength += USUAL_STRENGTH / 4;
      return OUT_OF_SIGHT;
    }
    const side = closely ? lookAlong(edges, p, quad[(i + 1) % 4]!) : candidate.sides[i]!;
    overrun += side.overrun / 4;
    strength += side.strength / 4;
    const seen = side.support + (1 - side.support) * occlusion[i]!;
    return side.inSight * seen + (1 - side.inSight) * OUT_OF_SIGHT;
  });
  const evidence: Evidence = {
    mean: support.reduce((a, b) => a + b) / 4,
    least: Math.min(...support),
    overrun,
    strength,
    misfit: misfit(pose, CARD_ASPECT),
    region: region.contrast,
    detail: region.detail,
    size: sizeOf(quad, r.width, r.height),
  };
  const scan = atFrame.every(Boolean) && evidence.misfit < SCAN_MISFIT;
  return {
    quad: rotateCorners(quad, turned),
    pose,
    atFrame: atFrame.map((_, i) => atFrame[(i + turned) % 4]!),
    support: support.map((_, i) => support[(i + turned) % 4]!),
    evidence,
    by: atFrame.every(Boolean) ? 'frame' : 'outline',
    score: scan ? Math.max(scoreOf(evidence), SCAN_SCORE) : scoreOf(evidence),
  };
}
