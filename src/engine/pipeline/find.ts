import { CARD_ASPECT, findCards, frameQuad, type Quad, type Raster } from '#src/imaging/index.ts';

/** A place in the photo where the card may be. */
export interface Candidate {
  readonly quad: Quad;
  /** 0..1; 0 for the frame itself, which is always the last resort. */
  readonly score: number;
}

const LIMIT = 3;
/** The frame may be the card (a scan) when its sides are in this proportion to the card's, either way round. */
const ASPECT_TOLERANCE = 1.2;

/** Candidates for the card's outline in a photo, in its px, best first. */
export function findCandidates(photo: Raster): Candidate[] {
  const found = findCards(photo, { limit: LIMIT, minScore: 0.25 }).map(({ quad, score }) => ({
    quad,
    score,
  }));
  const frame = asFrame(photo);
  return frame ? [...found, frame] : found;
}

function asFrame({ width, height }: Raster): Candidate | null {
  const aspect = Math.max(width, height) / Math.min(width, height);
  if (aspect > CARD_ASPECT * ASPECT_TOLERANCE || aspect < CARD_ASPECT / ASPECT_TOLERANCE) return null;
  const [a, b, c, d] = frameQuad(width, height);
  return { quad: width >= height ? [a, b, c, d] : [b, c, d, a], score: 0 };
}
