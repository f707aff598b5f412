import type { LiveCamera } from '../core/camera/state.ts';
import type { Prepared } from '../core/photo/prepare.ts';
import type { Studio } from '../studio.ts';
import type { CaptureWorker } from '../worker/client.ts';
import { betterStill } from '../worker/still.ts';

interface Shot {
  readonly live: LiveCamera;
  readonly video: HTMLVideoElement;
  readonly worker: CaptureWorker | null;
  readonly studio: Studio;
  /** Width in px of the card in the video; null when none is seen. */
  readonly cardWidth: number | null;
}

/**
 * One photo: a still from the sensor where that gives more, else the sharpest good frame, else what the video
 * shows now. A still that turns out worse (no card, blurred by the lens's new search) gives way to the frame.
 * Rejects with PhotoError.
 */
export async function takeShot({ live, video, worker, studio, cardWidth }: Shot): Promise<Prepared> {
  const still = await betterStill(live.track, cardWidth);
  const photo = still === null ? null : await studio.prepare(still).catch(() => null);
  if (photo !== null) return photo;
  if (worker !== null) {
    try {
      return await worker.shoot();
    } catch (cause) {
      if (!isEmpty(cause)) throw cause;
    }
  }
  return studio.prepare(await createImageBitmap(video));
}

/** The worker held no frame of full size: it was asked before the first one, or frames are grabbed one by one. */
const isEmpty = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'unknown';
