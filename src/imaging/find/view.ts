import { type Quad, scaleQuad } from '../geometry.ts';
import type { Raster } from '../raster.ts';
import { findEdges } from './edges.ts';
import { type Judged, type Scene, weigh } from './evidence.ts';
import { opponents } from './opponent.ts';
import { pyramid } from './pyramid.ts';
import { refineQuad } from './refine.ts';
import { mapRegions } from './region.ts';
import type { CardFinding, Look, SideSupport, Sides } from './types.ts';

/** A raster made ready to look for cards in. Valid until the next one is opened. */
export interface View {
  /** What is searched and weighed, in px of the small raster. */
  readonly scene: Scene;
  /** The finer raster, and its px per px of the small one. */
  readonly fine: Raster;
  readonly perWork: number;
  /** Px of the given raster per px of the small one. */
  readonly scale: number;
  readonly look: Look;
}

/** Reduces a raster and finds its edges and surfaces. What is print shows in all edges, whatever is looked at. */
export function openView(r: Raster, look: Look): View {
  const { fine, work, perFine, perWork } = pyramid(r, look.side);
  const all = findEdges(work);
  const regions = mapRegions(work, all);
  const edges = look.at === 'light' ? all : findEdges(opponents(work));
  return { scene: { raster: work, edges, regions }, fine, perWork, scale: perFine * perWork, look };
}

/** What is known of a quad that did not come from lines. */
export const UNSEEN = { sides: [], base: 0 };

/**
 * A quad (px of the small raster) moved onto the edges within ± `reach` px of it, and weighed there. Sides at
 * the frame stay.
 */
export function putOnEdges(
  { scene, fine, perWork }: View,
  quad: Quad,
  atFrame: readonly boolean[],
  reach: number,
): Judged {
  const refined = refineQuad(fine, scaleQuad(quad, perWork), atFrame, reach * perWork);
  return weigh(scene, { ...UNSEEN, quad: scaleQuad(refined, 1 / perWork), atFrame }, true);
}

/** What callers learn of an outline, in px of the given raster. */
export function finding(
  { quad, score, support, atFrame, pose, by }: Judged,
  { scale, look }: View,
): CardFinding {
  const sides = support.map((s, i): SideSupport => ({ support: s, atFrame: atFrame[i]! }));
  return {
    quad: scaleQuad(quad, scale),
    by,
    look,
    score: Math.max(0, Math.min(1, score)),
    sides: sides as unknown as Sides<SideSupport>,
    aspect: pose.aspect,
    tilt: pose.tilt,
  };
}
