/** A box in card coordinates: shares of the card's width and height, from its top left corner. */
export interface CardBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Measures only: what is good enough is for the caller to say. Without a quad the whole frame is measured.
 * Values named here are of drawn cards 400 px wide (a 640 px frame) and 1,000 px wide, which agree.
 */
export interface Quality {
  /**
   * How steep the steepest edges are at a card width of 400 px, 0..1: .4/σ for a blur of σ px there, whatever
   * the contrast, the noise or the card's size in the photo. In focus .75–.95; defocus of .2 % of the card's
   * width .65, .3 % .55 (small print gets hard to read), .5 % .4; motion of .8 % .6–.7, of 1.4 % .45–.55. A
   * card only 200 px wide cannot pass .6. 0 when the card shows no edges.
   */
  readonly sharpness: number;
  /**
   * Share of the card that is blown out to white in patches, 0..1, and the box of the largest patch. A
   * reflection .01–.1; above .3 with `brightness` over .85 the whole picture is overexposed.
   */
  readonly glare: { readonly fraction: number; readonly box: CardBox | null };
  /** Mean luma inside the card, 0..1: well lit .55–.8, dim below .3, overexposed above .85. */
  readonly brightness: number;
  /** Luma between the 5th and the 95th percentile inside the card, 0..1: well lit .5–.65, dim .2. */
  readonly contrast: number;
  /** The card's share of the frame's area, 0..1 (0 without a quad). */
  readonly fill: number;
  /** The card's width in px: the mean of its two long sides (0 without a quad). */
  readonly cardWidth: number;
  /** Angle between the card's normal and the camera's axis, degrees, ± 5 (0 without a quad). */
  readonly tilt: number;
  /** Share of the card's area outside the frame, 0..1; below .01 is measuring noise. */
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
