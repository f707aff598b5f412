import type { Distortions } from '../cards/camera/conditions.ts';
import { DEFAULT_CACHE_DIR, makeSample } from '../cards/index.ts';
import { planSet } from '../cards/plan.ts';
import type { Sample } from './sample.ts';

/**
 * The report set: the second renderer's photos, three cards to one negative, kept in .cache once drawn.
 * @param from samples of the plan that are left out at its beginning
 */
export async function* reportSamples(count: number, from: number): AsyncGenerator<Sample> {
  for (const { seed, kind } of planSet(from + count).slice(from)) {
    const made = await makeSample(seed, kind, { cacheDir: DEFAULT_CACHE_DIR });
    yield {
      id: made.id,
      country: made.country,
      kind: made.kind,
      level: made.level,
      bytes: made.image,
      message: made.truth,
      quad: made.quad,
      ...mediumOf(made.distortions),
    };
  }
}

/** Copies and screens that a person would call so: from the second of three strengths on. */
function mediumOf({ photocopy, screen }: Distortions): Pick<Sample, 'medium'> {
  if (photocopy >= 2) return { medium: 'photocopy' };
  return screen >= 2 ? { medium: 'screen' } : {};
}
