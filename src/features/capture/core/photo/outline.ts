import { type CardFinding, findCard, LOOKS, type Look, quadIoU, scaleQuad } from '#src/imaging/index.ts';
import { dispose, drawPart, type Picture, rasterOf, wholeOf } from './canvas.ts';
import { FIND_SIDE } from './plan.ts';

/**
 * How far an outline is believed: the photo may be cut to it; or there is a card, and its outline may be wrong; or
 * there may be none.
 */
export type Certainty = 'sure' | 'likely' | 'none';

export interface Outline {
  /** The best finding, whatever it is worth; px of the picture. */
  readonly finding: CardFinding | null;
  readonly certainty: Certainty;
}

/** What the finder's scores are worth in a photo. Measured on drawn photos, 270 with a card, 120 without: see 072. */
const OUTLINE_LIMITS = {
  /** One look alone is believed: none that scored this much was wrong. */
  sure: 0.8,
  /** Of two looks that agree, both: from .57 on none was wrong, under it four were. */
  agreed: 0.6,
  /** There is a card, somewhere: of 120 scenes without one 3 reach this, of what is a card and not sure most. */
  likely: 0.6,
  /** Two looks that agree, both: chance outlines differ from look to look, of 120 scenes in all but 2. */
  same: 0.4,
} as const;
/** Overlap from which two looks count as the same outline. */
const SAME_OUTLINE = 0.9;

/** Long sides, px, of reduced copies, and how each is looked at: both ways of the live view, and once more closely. */
const COPIES: readonly { readonly side: number; readonly looks: readonly Look[] }[] = [
  { side: FIND_SIDE, looks: LOOKS },
  { side: 480, looks: [{ at: 'light', side: 480 }] },
];

/** Looks for the card in reduced copies, until one look is sure. */
export function lookFor(picture: Picture): Outline {
  const seen: CardFinding[] = [];
  for (const { side, looks } of COPIES) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = drawPart(picture, wholeOf(picture), scale);
    const raster = rasterOf(canvas);
    const [sx, sy] = [picture.width / canvas.width, picture.height / canvas.height];
    dispose(canvas);
    for (const look of looks) {
      const found = findCard(raster, { looks: [look] });
      if (found === null) continue;
      const finding = { ...found, quad: scaleQuad(found.quad, sx, sy) };
      if (isOutline(finding) && finding.score >= OUTLINE_LIMITS.sure) return { finding, certainty: 'sure' };
      seen.push(finding);
    }
  }
  return settle(seen);
}

/** Print alone is right to a tenth of the card only. */
const isOutline = ({ by }: CardFinding): boolean => by !== 'print';

/** What looks of which none is sure are worth together. */
export function settle(seen: readonly CardFinding[]): Outline {
  const ranked = [...seen].sort((a, b) => b.score - a.score);
  const outlines = ranked.filter(isOutline);
  /** The best outline with which one below it agrees that has at least this score. */
  const agreed = (least: number): CardFinding | undefined =>
    outlines.find((one, i) =>
      outlines
        .slice(i + 1)
        .some((other) => other.score >= least && quadIoU(other.quad, one.quad) > SAME_OUTLINE),
    );
  const sure = agreed(OUTLINE_LIMITS.agreed);
  if (sure) return { finding: sure, certainty: 'sure' };
  const likely = outlines.find(({ score }) => score >= OUTLINE_LIMITS.likely) ?? agreed(OUTLINE_LIMITS.same);
  if (likely) return { finding: likely, certainty: 'likely' };
  return { finding: ranked[0] ?? null, certainty: 'none' };
}
