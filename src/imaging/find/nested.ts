import { intersect, quadIoU, signedArea } from '../geometry.ts';
import type { Judged } from './evidence.ts';

/** What makes an outline the inner one of two: overlap, how much stronger its edges are, how much worse its score may be. */
const INNER_OVERLAP = 0.72;
const INNER_STRENGTH = 0.03;
const INNER_SCORE = 0.03;
/**
 * What makes a quad the card that a smaller one is printed on: it holds nearly all of it, is at least twice as
 * large, is itself unlike its surroundings (a background's pattern is not), and scores hardly worse.
 */
const HELD = 0.93;
const PRINT_SHARE = 0.5;
const OWN_REGION = 0.7;
const OUTER_SCORE = 0.05;

/** Puts right, in a list ranked by score, which of two nested quads goes first. */
export function settleNested(ranked: Judged[]): void {
  for (let i = 0; i < ranked.length; i++) {
    const first = ranked[i]!;
    const better = ranked.findIndex((one, j) => j > i && (holds(one, first) || isInner(one, first)));
    if (better > 0) ranked.splice(i, 0, ...ranked.splice(better, 1));
  }
}

/**
 * A card in a clear sleeve or on its own shadow has a second outline close around it, which is as complete and
 * larger, but fainter.
 */
function isInner(inner: Judged, outer: Judged): boolean {
  return (
    inner.score > outer.score - INNER_SCORE &&
    inner.evidence.strength > outer.evidence.strength + INNER_STRENGTH &&
    inner.evidence.size < outer.evidence.size &&
    quadIoU(inner.quad, outer.quad) > INNER_OVERLAP
  );
}

/** A portrait's box or a column of text is a quad too, often with crisper sides than the card it is printed on. */
function holds(outer: Judged, inner: Judged): boolean {
  if (outer.score < inner.score - OUTER_SCORE || outer.evidence.region < OWN_REGION) return false;
  const area = signedArea(inner.quad);
  if (area > PRINT_SHARE * signedArea(outer.quad)) return false;
  return signedArea(intersect(inner.quad, outer.quad)) > HELD * area;
}
