/** A run of good frames on its way to a photo. */
export interface AutoRun {
  readonly frames: number;
  readonly since: number;
  /** Sharpness and time of the best frame of the run. */
  readonly best: { readonly sharpness: number; readonly at: number } | null;
  readonly fire: boolean;
}

/**
 * Good frames in a row before the shutter: one may be chance (a finder's false alarm lasts a frame or two),
 * three within the time below give the sharpest of several without the wait being felt.
 */
export const GOOD_FRAMES = 3;
/** And for at least this long, so that a fast camera does not fire while the hand still settles. */
export const GOOD_MS = 250;
/** Slow phones analyse few frames a second: two good ones this far apart are as telling as three fast ones. */
const SLOW_GOOD_FRAMES = 2;
const SLOW_GOOD_MS = 350;

export const autoStart: AutoRun = { frames: 0, since: 0, best: null, fire: false };

/** One more frame; `sharpness` null when the frame is not good, which ends the run. */
export function auto(run: AutoRun, sharpness: number | null, at: number): AutoRun {
  if (sharpness === null) return autoStart;
  const since = run.frames === 0 ? at : run.since;
  const frames = run.frames + 1;
  const best = run.best === null || sharpness > run.best.sharpness ? { sharpness, at } : run.best;
  const held = at - since;
  const fire =
    (frames >= GOOD_FRAMES && held >= GOOD_MS) || (frames >= SLOW_GOOD_FRAMES && held >= SLOW_GOOD_MS);
  return { frames, since, best, fire };
}
