import type { Guidance } from './states.ts';

/** The instruction on the screen and the one that wants to take its place. */
export interface Steady {
  readonly shown: Guidance;
  readonly shownAt: number;
  readonly wanted: Guidance;
  readonly wantedAt: number;
  /** Since when no frame has called for what is shown. */
  readonly leftAt: number;
}

/** A new state must hold this long before it is said: four to five frames, so that single misses pass unsaid. */
export const SETTLE_MS = 280;
/** Two faults that take turns never settle; after this long without the shown one, the present one is said. */
export const UNSETTLED_MS = 600;
/** A sentence stays at least this long: reading four words takes most people under a second. */
export const READ_MS = 900;
/** Good news is never held back longer than two frames take; it stops the person from moving on. */
export const GOOD_SETTLE_MS = 100;

export const steadyStart = (at: number): Steady => ({
  shown: 'no-card',
  shownAt: at,
  wanted: 'no-card',
  wantedAt: at,
  leftAt: at,
});

/**
 * One more frame. `shown` changes only when the new state has held for its settling time and the old sentence
 * could be read; `good` waits for neither the reading of the sentence before it. Times are ms and may not run
 * backwards.
 */
export function steady(before: Steady, now: Guidance, at: number): Steady {
  const wantedAt = now === before.wanted ? before.wantedAt : at;
  if (now === before.shown) return { ...before, wanted: now, wantedAt, leftAt: at };
  const next = { ...before, wanted: now, wantedAt };
  const held = at - wantedAt;
  const settled = held >= SETTLE_MS || at - before.leftAt >= UNSETTLED_MS;
  const due = now === 'good' ? held >= GOOD_SETTLE_MS : settled && at - before.shownAt >= READ_MS;
  return due ? { ...next, shown: now, shownAt: at, leftAt: at } : next;
}
