import { failure, type OcrFailure } from '#src/contract/index.ts';
import { judge, type Raster } from '#src/imaging/index.ts';
import type { CardResult } from './pipeline/read-card.ts';

/** From this outline score on something in the photo has a card's shape. */
const CARD_SHAPED = 0.6;
/**
 * Under this sharpness (imaging's 0..1 scale) nobody reads the print: tuning photos whose number could be
 * read are .29 and sharper, half of them .7.
 */
const ILLEGIBLE = 0.35;

/**
 * Which failure it is, null for none. A card on which nothing can be read for blur may well be the right one:
 * its owner is asked for another photo, not told that it is no identity card.
 */
export function failureOf(photo: Raster, result: CardResult | null): OcrFailure | null {
  if (!result) return failure('FAIL', 'notCard');
  const { reading, quad, score } = result;
  if (reading.message) return null;
  if (reading.kind !== null) return failure('FAIL', 'unreadable');
  const blurred = score >= CARD_SHAPED && judge(photo, quad).sharpness < ILLEGIBLE;
  return failure('FAIL', blurred ? 'unreadable' : 'notCard');
}
