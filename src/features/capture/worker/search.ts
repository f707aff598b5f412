import { type CardFinding, findCard, LOOKS, type Raster, trackCard } from '#src/imaging/index.ts';
import { LIMITS } from '../core/guidance/assess.ts';

/**
 * A card that is followed from frame to frame is searched for anew after so many, half a second: what was
 * followed may be an outline inside or around the card.
 */
const SEARCH_EVERY = 10;

export interface Search {
  /** The card in the next frame of a series. */
  next(raster: Raster): CardFinding | null;
  /** The next frame is from elsewhere: nothing is known of it. */
  forget(): void;
}

/**
 * Finds the card in one frame after another for the price of one look a frame. A card in plain sight is followed.
 * What was never seen before is looked at in both ways if it must be; after that each frame is looked at in one,
 * the one that found a card last, and after a miss in the other, and what guidance would not call a card is not
 * even guessed at: an empty desk is the costliest thing to look at.
 */
export function createSearch(find = findCard, track = trackCard): Search {
  let last: { card: CardFinding; width: number; height: number; followed: number } | null = null;
  let fresh = true;
  let turn: 0 | 1 = 0;

  function look(raster: Raster): CardFinding | null {
    const minScore = LIMITS.score.on;
    const card = fresh ? find(raster) : find(raster, { looks: [LOOKS[turn]], minScore });
    const seen = card !== null && card.score >= minScore;
    turn = (seen ? card.look === LOOKS[1] : turn === 0) ? 1 : 0;
    fresh = false;
    return card;
  }

  return {
    next(raster) {
      const { width, height } = raster;
      const follows = last?.width === width && last.height === height && last.followed < SEARCH_EVERY;
      const followed = last && follows ? track(raster, last.card) : null;
      const card = followed ?? look(raster);
      last = card && { card, width, height, followed: followed && last ? last.followed + 1 : 0 };
      return card;
    },
    forget() {
      last = null;
      fresh = true;
      turn = 0;
    },
  };
}
