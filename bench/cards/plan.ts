import type { SampleKind } from './index.ts';

/** One entry of a report set. */
export interface Planned {
  readonly seed: number;
  readonly kind: SampleKind;
}

/** Every fourth sample is a negative; cards are 1 scan : 2 good : 1 hard, countries in turn. */
const LEVELS = ['scan', 'good', 'hard', 'good'] as const;

/** The first `count` entries of the report set: a longer set begins with a shorter one. */
export function planSet(count: number): Planned[] {
  return Array.from({ length: count }, (_, i): Planned => {
    const round = Math.floor(i / 4);
    if (i % 4 === 3) return { seed: round, kind: { negative: true } };
    const card = round * 3 + (i % 4);
    return {
      seed: card,
      kind: { country: card % 2 ? 'pk' : 'my', level: LEVELS[Math.floor(card / 2) % LEVELS.length]! },
    };
  });
}
