import type { Quad } from '../geometry.ts';

/** One way to look at a picture. */
export interface Look {
  /** What edges are of: all that differs, or colour alone (a grey raster shows nothing then). */
  readonly at: 'light' | 'colour';
  /** Long side, px, that the reduced image in which lines are searched comes near to. */
  readonly side: number;
}

export interface FindOptions {
  /** Looks to take in turn, until one finds something likely. */
  readonly looks?: readonly Look[];
  /** Hypotheses at most that `findCards` returns. */
  readonly limit?: number;
  /** Findings below this score are left out. */
  readonly minScore?: number;
}

/** What speaks for one side of a found card. Side i runs from corner i to corner i + 1. */
export interface SideSupport {
  /** Share of the side along which an edge of the right direction lies, 0..1. */
  readonly support: number;
  /** The side lies on the frame's edge, or beyond it: the picture ends before (or where) the card does. */
  readonly atFrame: boolean;
}

export interface CardFinding {
  /**
   * Corners in px of the given raster, clockwise. Side 0 (corner 0 → 1) is one of the card's long sides, and
   * of the two it is the one that starts nearer to the image's top left. Whether the card is upside down is
   * not settled: `rotateCorners(quad, 2)` is the other reading.
   */
  readonly quad: Quad;
  /**
   * What it was found by: its sides; the picture being of a card's shape (a scan of the card alone); or only
   * where its print lies, which is right to about a tenth of the card and blind to perspective.
   */
  readonly by: 'outline' | 'frame' | 'print';
  /** The look that found it. */
  readonly look: Look;
  /**
   * How sure it is that this is a card's outline, 0..1. Drawn photos: a card in plain sight .9–1, the right
   * quad of a hard photo .5–.95, chance quads of backgrounds .3–.6.
   */
  readonly score: number;
  readonly sides: readonly [SideSupport, SideSupport, SideSupport, SideSupport];
  /** Width over height of the rectangle that this quad is a view of (an ID-1 card's is 1.586). */
  readonly aspect: number;
  /** Angle between the card's normal and the camera's axis, degrees. */
  readonly tilt: number;
}

export type Sides<T> = readonly [T, T, T, T];
