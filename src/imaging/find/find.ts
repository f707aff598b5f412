import { frameQuad, type Quad, quadIoU } from '../geometry.ts';
import type { Raster } from '../raster.ts';
import { findQuads } from './combine.ts';
import { completeQuads } from './complete.ts';
import { contentQuad } from './content.ts';
import { type Judged, type Scene, weigh } from './evidence.ts';
import { houghPeaks } from './hough.ts';
import { findLines } from './lines.ts';
import { settleNested } from './nested.ts';
import type { CardFinding, FindOptions, Look } from './types.ts';
import { finding, openView, putOnEdges, UNSEEN } from './view.ts';

/**
 * Lines kept, quads of them listed, the distinct ones weighed, quads completed from three sides, and how many of
 * all are refined and weighed again. More find hardly more cards and cost time.
 */
const LINES = 48;
const QUADS = 120;
const WEIGHED = 30;
const COMPLETED = 24;
const REFINED = 5;
const REFINED_SURE = 3;
/** A quad that scores this much needs no guess at sides that were not seen. */
const SURE = 0.85;
/**
 * An outline that scores this much needs no other look, and no guess from where the print lies; such a guess scores
 * `PRINT_SCORE` at best.
 */
const LIKELY = 0.65;
const PRINT_SCORE = 0.55;
/** Shortest stretch of a line worth keeping, as a share of the long side (half a short side at 30 % width). */
const MIN_STRETCH = 0.08;
/**
 * First at colour alone, where print, newspapers, keys and shadows are gone and a card's tint stands out, for half
 * of what the other look costs; then at all that differs, for cards without colour or of their ground's.
 */
export const LOOKS: readonly [Look, Look] = [
  { at: 'colour', side: 235 },
  { at: 'light', side: 352 },
];
/** Findings that overlap more than this are one. */
const SAME_QUAD = 0.88;
/** Candidates whose corners all lie within so many px of a better one's are refined to the same. */
const SAME_CORNERS = 4;
/** How far sides may move onto their edge, in px of the work raster. */
const REFINE_REACH = 3;

const NOWHERE = [false, false, false, false];
const EVERYWHERE = [true, true, true, true];

/** Rasters narrower than this, px, hold no card that anybody could read. */
const SMALLEST = 24;

const DEFAULT_LIMIT = 5;
const DEFAULT_MIN_SCORE = 0.3;

/** Hypotheses for the card's outline, most likely first; empty when no quad reaches `minScore`. */
export function findCards(r: Raster, options: FindOptions = {}): CardFinding[] {
  if (Math.min(r.width, r.height) < SMALLEST) return [];
  const least = options.minScore ?? DEFAULT_MIN_SCORE;
  const looks = (options.looks ?? LOOKS).filter((one) => r.channels > 1 || one.at === 'light');
  let found: CardFinding[] = [];
  for (const one of looks) {
    if (found.some(({ by, score }) => by === 'outline' && score > LIKELY)) break;
    const before = found;
    found = look(r, one, one === looks.at(-1) && least <= PRINT_SCORE);
    // What one look ranks is not only by score: it stays as it is where the other saw nothing.
    if (before.length > 0) found = [...before, ...found].sort((a, b) => b.score - a.score);
  }
  const kept: CardFinding[] = [];
  for (const one of found) {
    if (kept.length >= (options.limit ?? DEFAULT_LIMIT)) break;
    if (!(one.score >= least)) continue;
    if (!kept.some((other) => quadIoU(other.quad, one.quad) > SAME_QUAD)) kept.push(one);
  }
  return kept;
}

/** Hypotheses of one look, most likely first; with a guess from the print where nothing else is likely, if wanted. */
function look(r: Raster, one: Look, guess: boolean): CardFinding[] {
  const view = openView(r, one);
  const { scene } = view;
  const rough = roughFindings(scene);
  const sure = rough[0]!.score > SURE;
  const ranked = distinct(rough, sure ? REFINED_SURE : REFINED).map((one) =>
    putOnEdges(view, one.quad, one.atFrame, REFINE_REACH),
  );
  const printed = !guess || ranked.some((one) => one.score > LIKELY) ? null : fromPrint(scene);
  if (printed) ranked.push(printed);
  ranked.sort((a, b) => b.score - a.score);
  settleNested(ranked);
  return ranked.map((judged) => finding(judged, view));
}

/** Quads of four lines, or where none of them convinces of three; and the whole frame. Best first. */
function roughFindings(scene: Scene): Judged[] {
  const { edges, raster } = scene;
  const { width, height } = raster;
  const lines = findLines(edges, houghPeaks(edges), LINES, MIN_STRETCH * Math.max(width, height));
  const rough = distinct(findQuads(lines, width, height, QUADS), WEIGHED).map((c) => weigh(scene, c, false));
  if (!rough.some((one) => one.score > SURE)) {
    for (const c of completeQuads(lines, width, height, COMPLETED)) rough.push(weigh(scene, c, false));
  }
  rough.push(weigh(scene, { ...UNSEEN, quad: frameQuad(width, height), atFrame: EVERYWHERE }, true));
  return rough.sort((a, b) => b.score - a.score);
}

/** The card as its print shows it, where no outline does; scored by how card-like the print's box is. */
function fromPrint(scene: Scene): Judged | null {
  const found = contentQuad(scene.regions, scene.edges);
  if (!found) return null;
  const judged = weigh(scene, { ...UNSEEN, quad: found.quad, atFrame: NOWHERE }, true);
  const score = PRINT_SCORE - found.misfit;
  return score > judged.score ? { ...judged, score, by: 'print' } : judged;
}

/** The first `limit` of a ranked list that are not near copies of a better one. */
function distinct<T extends { readonly quad: Quad }>(ranked: readonly T[], limit: number): T[] {
  const kept: T[] = [];
  for (const one of ranked) {
    if (kept.length >= limit) break;
    if (!kept.some((other) => near(other.quad, one.quad))) kept.push(one);
  }
  return kept;
}

/** True when every corner of one lies within `SAME_CORNERS` px of one of the other's. */
function near(a: Quad, b: Quad): boolean {
  for (const [x, y] of a) {
    let close = false;
    for (const [u, v] of b) close ||= Math.abs(x - u) < SAME_CORNERS && Math.abs(y - v) < SAME_CORNERS;
    if (!close) return false;
  }
  return true;
}

/** The most likely outline of a card, or null when nothing in sight looks like one. */
export function findCard(r: Raster, options: FindOptions = {}): CardFinding | null {
  return findCards(r, { ...options, limit: 1 })[0] ?? null;
}
