import { type Quad, quadIoU, scaleQuad } from '../geometry.ts';
import { downscale, type Raster } from '../raster.ts';
import { findEdges } from './edges.ts';
import { type Judged, orderCorners, weigh } from './evidence.ts';
import { houghPeaks } from './hough.ts';
import { findLines } from './lines.ts';
import { findQuads } from './quads.ts';
import { refineQuad } from './refine.ts';
import type { CardFinding, FindOptions, SideSupport, Sides } from './types.ts';

/** Lines are searched at this size: fine enough for a card at 30 % width, small enough for a live frame. */
const WORK_SIDE = 360;
/** Sides are put onto their edges at this size: finer gains no IoU, and costs as the square. */
const FINE_SIDE = 720;
/** Lines kept and quads weighed. More find no more cards and cost time. */
const LINES = 48;
const QUADS = 60;
/** Shortest stretch of a line worth keeping, as a share of the long side (half a short side at 30 % width). */
const MIN_STRETCH = 0.08;
/** Findings that overlap more than this are one. */
const SAME_QUAD = 0.88;
/** How far sides may move onto their edge, in px of the work raster. */
const REFINE_REACH = 2.5;

const DEFAULT_LIMIT = 5;
const DEFAULT_MIN_SCORE = 0.3;

/** Hypotheses for the card's outline, most likely first; empty when no quad reaches `minScore`. */
export function findCards(r: Raster, options: FindOptions = {}): CardFinding[] {
  const fine = downscale(r, Math.max(FINE_SIDE, options.workSide ?? 0));
  const work = downscale(fine, options.workSide ?? WORK_SIDE);
  const edges = findEdges(work);
  const lines = findLines(edges, houghPeaks(edges), LINES, MIN_STRETCH * Math.max(work.width, work.height));
  const judged = findQuads(lines, work.width, work.height, QUADS)
    .map((candidate) => weigh(work, candidate))
    .sort((a, b) => b.score - a.score);
  const kept: Judged[] = [];
  for (const one of judged) {
    if (kept.length >= (options.limit ?? DEFAULT_LIMIT)) break;
    if (one.score < (options.minScore ?? DEFAULT_MIN_SCORE)) break;
    if (!kept.some((other) => quadIoU(other.quad, one.quad) > SAME_QUAD)) kept.push(one);
  }
  const step = fine.width / work.width;
  return kept.map((one) => {
    const { atFrame } = one.candidate;
    const sides = [0, 1, 2, 3].map(
      (i): SideSupport => ({
        support: one.sides[(i + one.turned) % 4]!,
        atFrame: atFrame[(i + one.turned) % 4]!,
      }),
    ) as unknown as Sides<SideSupport>;
    const refined = refineQuad(
      fine,
      scaleQuad(one.quad, step, fine.height / work.height),
      sides.map((s) => s.atFrame),
      Math.ceil(REFINE_REACH * step),
    );
    const { pose } = orderCorners(refined, fine.width, fine.height);
    const quad: Quad = scaleQuad(refined, r.width / fine.width, r.height / fine.height);
    return {
      quad,
      score: Math.max(0, Math.min(1, one.score)),
      sides,
      aspect: pose.aspect,
      tilt: pose.tilt,
    };
  });
}

/** The most likely outline of a card, or null when nothing in sight looks like one. */
export function findCard(r: Raster, options: FindOptions = {}): CardFinding | null {
  return findCards(r, { ...options, limit: 1 })[0] ?? null;
}
