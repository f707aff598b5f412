/** A box in card coordinates: shares of the card's width and height, from its top left corner. */
export interface CardBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Measures only: what is good enough is for the caller to say. Without a quad the whole frame is measured. */
export interface Quality {
  /** 0 (nothing sharp) .. 1 (edges as steep as the pixels allow), independent of contrast and card size. */
  readonly sharpness: number;
  /** Share of the card that is blown out to white, 0..1, and the box of its largest patch. */
  readonly glare: { readonly fraction: number; readonly box: CardBox | null };
  /** Mean luma inside the card, 0..1. */
  readonly brightness: number;
  /** Luma between the 5th and the 95th percentile inside the card, 0..1. */
  readonly contrast: number;
  /** The card's share of the frame's area, 0..1 (0 without a quad). */
  readonly fill: number;
  /** The card's width in px: the mean of its two long sides (0 without a quad). */
  readonly cardWidth: number;
  /** Angle between the card's normal and the camera's axis, degrees (0 without a quad). */
  readonly tilt: number;
  /** Share of the card's area outside the frame, 0..1. */
  readonly cutOff: number;
}

/** Pixel signs of how a picture came about, for warnings; typical values from drawn photos. */
export interface Signs {
  /**
   * Colour inside the card, 0..1: difference of the largest and the least of R, G and B, averaged (`mean`),
   * and the same after the light's own tint is taken away (`spread`): cards .03–.14, photocopies .02 at most.
   */
  readonly chroma: { readonly mean: number; readonly spread: number };
  /**
   * Periodic energy above the finest print, 0 .. 1: cards and photocopies 0–.35, photos of a screen .4–1 (less
   * where the photo is too blurred to show the grid). Ask the full-resolution photo: reduction removes it.
   */
  readonly moire: number;
}
