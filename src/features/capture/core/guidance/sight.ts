import type { CardBox, Quad } from '#src/imaging/index.ts';

/** A card in one analysed frame. */
export interface SeenCard {
  /** Corners in shares of the frame's width and height (0..1; beyond where the card is cut off). */
  readonly quad: Quad;
  /** Finder's certainty that this is a card's outline, 0..1. */
  readonly score: number;
  /** Width of the card in px of the full-resolution picture. */
  readonly width: number;
  /** Share of the frame's width or height that the card spans, whichever is larger. */
  readonly span: number;
  /** Angle between the card's normal and the camera's axis, degrees. */
  readonly tilt: number;
  /** Share of the card that lies outside the picture, 0..1. */
  readonly cutOff: number;
  /** At least one of its sides was not seen because the picture ends there. */
  readonly atFrame: boolean;
  /** Sharpness of the print, 0..1, as `imaging` judges it. */
  readonly sharpness: number;
  /** Luma between the 5th and the 95th percentile of the card, 0..1. */
  readonly contrast: number;
  /** Mean luma of the card, 0..1. */
  readonly brightness: number;
  /** Share of the card that is blown out to white, 0..1, and where its largest patch lies on the card. */
  readonly glare: { readonly fraction: number; readonly box: CardBox | null };
}

/** What the analysis knows of one frame. */
export interface Sight {
  /** Milliseconds on one monotonic clock. */
  readonly at: number;
  /** Size of the full-resolution picture, px. */
  readonly width: number;
  readonly height: number;
  /** Mean luma of the whole frame, 0..1. */
  readonly brightness: number;
  /** Difference to the frame before, 0..1, as `imaging`'s trackMotion says. */
  readonly motion: number;
  readonly card: SeenCard | null;
}
