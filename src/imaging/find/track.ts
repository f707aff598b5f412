import { isConvex, quadIoU, scaleQuad } from '../geometry.ts';
import type { Raster } from '../raster.ts';
import type { CardFinding } from './types.ts';
import { finding, openView, putOnEdges } from './view.ts';

/**
 * How far, px of the small raster, a side may have moved since the frame before: at 640 px and 20 frames a
 * second 8 px a frame, four times what counts as moving. The second round starts from where the first ended.
 */
const REACH = 4;
const REACH_AGAIN = 2;
/** A card in plain sight; what scores less is searched for anew. */
const SURE = 0.85;
/** Scores of one outline in following frames differ by less than this. */
const LOSS = 0.06;
/** Overlap with the outline before: less is another one. */
const SAME_CARD = 0.75;

/**
 * The card of the frame before in this one, of the same size: its sides moved onto the nearest edges in the look
 * that found it and weighed as `findCard` weighs them, for a third of its cost. Null when that is not plainly the
 * same card, seen as well as before: then it must be searched for. Only outlines are followed, and only those that
 * lie inside the frame.
 */
export function trackCard(r: Raster, before: CardFinding): CardFinding | null {
  if (before.by !== 'outline' || before.score < SURE) return null;
  if (before.sides.some((side) => side.atFrame)) return null;
  const view = openView(r, before.look);
  const start = scaleQuad(before.quad, 1 / view.scale);
  const near = putOnEdges(view, start, NOWHERE, REACH);
  if (!isConvex(near.quad)) return null;
  const found = putOnEdges(view, near.quad, NOWHERE, REACH_AGAIN);
  if (!(found.score >= SURE && found.score >= before.score - LOSS)) return null;
  return quadIoU(found.quad, start) >= SAME_CARD ? finding(found, view) : null;
}

const NOWHERE = [false, false, false, false];
