import type { SeenCard, Sight } from './sight.ts';
import type { Guidance } from './states.ts';

/**
 * A limit with two values: a fault begins at `on` and ends only at `off`, so that noise around one value does
 * not make the instruction flicker.
 */
interface Limit {
  readonly on: number;
  readonly off: number;
}

/** The limits of the live view. How each was measured stands in docs/decisions/020-capture-thresholds.md. */
export const LIMITS = {
  /** Finder's score under which nothing counts as a card: cards in sight have .8 and more, scenes up to .55. */
  score: { on: 0.64, off: 0.7 },
  /** Luma between the 5th and 95th percentile: cards have .46 and more, an empty table top .01, a page .25. */
  blank: { on: 0.27, off: 0.32 },
  /** A frame this dark hides a card altogether; mean luma. Exposed at a tenth, frames have .05–.07. */
  darkFrame: { on: 0.1, off: 0.14 },
  /** Card luma at a third of the right exposure is .24–.28 and print still .83 sharp, at a fifth .14–.16. */
  dark: { on: 0.18, off: 0.21 },
  /** Card luma: well exposed ≤ .81, with two full glares ≤ .86, overexposed by 1.6 from .91 on. */
  tooBright: { on: 0.88, off: 0.86 },
  /** The finder's own error is .4 % of the card's area (IoU .996). */
  cutOff: { on: 0.02, off: 0.01 },
  /** Beyond this span of the frame the edges leave the picture at the next tremor. */
  tooNear: { on: 0.97, off: 0.94 },
  /** Span below which the card is too small, unless it has enough pixels anyway. */
  tooFar: { on: 0.52, off: 0.58 },
  /** Card width in px that reading wants (issue 4: never under 1,000 if the source has it). */
  enoughPixels: { on: 1_000, off: 1_050 },
  /** Degrees as estimated, which is .84 of the true ones: 24 stand for 28, and 30 is what reading is built for. */
  tilted: { on: 24, off: 20 },
  /** A card that moves 8 px of 1,920 from frame to frame gives .011, 16 px .021, 32 px .036. */
  moving: { on: 0.022, off: 0.016 },
  /** Share of the card that is blown out: 0 in every clean frame, .009–.04 for one weak glare, .3 for two. */
  glare: { on: 0.012, off: 0.008 },
  /** At 1,300 px of card: .77 and more for a defocus of 2 px, .63 for 3, .55 for 4; motion of 9 px .66, 15 px .59. */
  blurred: { on: 0.6, off: 0.64 },
} as const satisfies Record<string, Limit>;

/** Above the limit, or still above its lower end while the fault is being shown. */
const over = (value: number, limit: Limit, showing: boolean): boolean =>
  showing ? value > limit.off : value > limit.on;
/** Below the limit, or still below its upper end while the fault is being shown. */
const under = (value: number, limit: Limit, showing: boolean): boolean =>
  showing ? value < limit.off : value < limit.on;

type Fault = Exclude<Guidance, 'good' | 'no-card' | 'dark'>;

/** The faults that a card can have, in the order in which they are said. */
const FAULTS: readonly (readonly [Fault, (card: SeenCard, sight: Sight, showing: boolean) => boolean])[] = [
  ['cut-off', (card, _, showing) => card.atFrame || over(card.cutOff, LIMITS.cutOff, showing)],
  ['too-near', (card, _, showing) => over(card.span, LIMITS.tooNear, showing)],
  [
    'too-far',
    (card, _, showing) =>
      under(card.span, LIMITS.tooFar, showing) && under(card.width, LIMITS.enoughPixels, showing),
  ],
  ['tilted', (card, _, showing) => over(card.tilt, LIMITS.tilted, showing)],
  ['moving', (_, sight, showing) => over(sight.motion, LIMITS.moving, showing)],
  ['too-bright', (card, _, showing) => over(card.brightness, LIMITS.tooBright, showing)],
  ['glare', (card, _, showing) => over(card.glare.fraction, LIMITS.glare, showing)],
  ['blurred', (card, _, showing) => under(card.sharpness, LIMITS.blurred, showing)],
];

/** The one thing to say of a frame, given what is being said already. */
export function assess(sight: Sight, shown: Guidance): Guidance {
  const { card } = sight;
  const lost = shown === 'no-card';
  const seen =
    card !== null && !under(card.score, LIMITS.score, lost) && !under(card.contrast, LIMITS.blank, lost);
  if (!seen) return under(sight.brightness, LIMITS.darkFrame, shown === 'dark') ? 'dark' : 'no-card';
  const framing = FAULTS.slice(0, 3).find(([name, has]) => has(card, sight, shown === name));
  if (framing) return framing[0];
  if (under(card.brightness, LIMITS.dark, shown === 'dark')) return 'dark';
  return FAULTS.slice(3).find(([name, has]) => has(card, sight, shown === name))?.[0] ?? 'good';
}
