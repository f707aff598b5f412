import type { CardBox, CardFinding, Quality } from '#src/imaging/index.ts';
import { PhotoError } from './errors.ts';
import type { Certainty } from './outline.ts';
import { MIN_CARD_WIDTH } from './plan.ts';

/** What may make reading fail, shown with the photo; the person may use it all the same. */
export type PhotoWarning =
  | { readonly code: 'glare'; readonly place: CardBox }
  | { readonly code: 'blurred' | 'dark' | 'too-bright' | 'cut-off' | 'small' | 'tilted' | 'no-edges' };

/** Limits for the finished photo. How each was measured stands in docs/decisions/020-capture-thresholds.md. */
const PHOTO_LIMITS = {
  /** Luma between the 5th and 95th percentile: cards have .46 and more, an empty table top .01. */
  blank: 0.15,
  /** Sharpness under which no line can be read (the fixtures that must FAIL have .27). */
  unreadable: 0.3,
  /** Sharpness under which some are not: a defocus of 3 px on 1,300 px of card gives .63, of 4 px .55. */
  blurred: 0.55,
  /** Share of the card that is blown out; half a line of text is about 1 %. */
  glare: 0.012,
  /** Mean luma of the card: a third of the right exposure gives .24, a fifth .15. */
  dark: 0.18,
  tooBright: 0.88,
  /** Share of the card outside the photo; the finder's own error is .4 %. */
  cutOff: 0.02,
  /** A card narrower than this in the source loses address lines. */
  small: MIN_CARD_WIDTH * 0.6,
  /** Degrees as estimated; 32 stand for 38. */
  tilted: 32,
} as const;

/**
 * Stops a photo that would earn a charged FAIL. Throws PhotoError `no-card` where nothing looks like a card, or
 * it is blank, and `unreadable`. `sure` lets a person's own word that this is a card pass (on patterned desks
 * the finder errs more than people do), but not a blur that nobody reads.
 */
export function stopHopeless(quality: Quality, certainty: Certainty, sure: boolean): void {
  const none = certainty === 'none' || quality.contrast < PHOTO_LIMITS.blank;
  if (none && !sure) throw new PhotoError('no-card');
  if (quality.sharpness < PHOTO_LIMITS.unreadable) throw new PhotoError('unreadable');
}

/** Everything that speaks against a photo, the gravest first. */
export function warningsOf(
  finding: CardFinding | null,
  quality: Quality,
  certainty: Certainty,
): PhotoWarning[] {
  const warnings: PhotoWarning[] = [];
  const warn = (code: Exclude<PhotoWarning['code'], 'glare'>, when: boolean) => {
    if (when) warnings.push({ code });
  };
  const { glare } = quality;
  warn('no-edges', certainty !== 'sure');
  warn('blurred', quality.sharpness < PHOTO_LIMITS.blurred);
  if (glare.fraction > PHOTO_LIMITS.glare && glare.box !== null) {
    warnings.push({ code: 'glare', place: glare.box });
  }
  warn('dark', quality.brightness < PHOTO_LIMITS.dark);
  warn('too-bright', quality.brightness > PHOTO_LIMITS.tooBright);
  if (finding !== null) {
    warn('cut-off', quality.cutOff > PHOTO_LIMITS.cutOff);
    warn('small', quality.cardWidth > 0 && quality.cardWidth < PHOTO_LIMITS.small);
    warn('tilted', quality.tilt > PHOTO_LIMITS.tilted);
  }
  return warnings;
}
