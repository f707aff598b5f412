import type { LiveCamera } from '../core/camera/state.ts';
import { PhotoError } from '../core/photo/errors.ts';
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

/** The sharpest good frame, else what the video shows now. Rejects with PhotoError. */
async function fromVideo({ video, worker, studio }: Shot): Promise<Prepared> {
  if (worker !== null) {
    try {
      return await worker.shoot();
    } catch (cause) {
      if (!isEmpty(cause)) throw cause;
    }
  }
  const frame = await createImageBitmap(video).catch((cause) => {
    throw new PhotoError('unknown', cause);
  });
  return studio.prepare(frame);
}

/** Without a new frame for so long the camera has stopped; whatever is there is tried then. */
const NO_FRAME_MS = 1_000;

/**
 * Resolves with the next frame that the video shows. A video that is paused before its first frame never has
 * one: Chromium then says of it that "the ImageBitmap could not be allocated", as if memory were short.
 */
export function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, NO_FRAME_MS);
    const shown = () => {
      clearTimeout(late);
      resolve();
    };
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(shown);
    else (video as HTMLVideoElement).addEventListener('timeupdate', shown, { once: true });
  });
}

/**
 * One photo: a still from the sensor where that gives more, else a frame of the video. A still that turns out
 * worse than the frame (the lens searched anew, the hand moved on) gives way to it. Rejects with PhotoError.
 */
export async function takeShot(shot: Shot): Promise<Prepared> {
  const blob = await betterStill(shot.live.track, shot.cardWidth);
  const still = blob === null ? null : await shot.studio.prepare(blob).catch(() => null);
  if (still === null) return fromVideo(shot);
  if (still.warnings.length === 0) return still;
  const frame = await fromVideo(shot).catch(() => null);
  return frame !== null && frame.warnings.length < still.warnings.length ? frame : still;
}

/** The worker held no frame of full size: it was asked before the first one, or frames are grabbed one by one. */
const isEmpty = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'unknown';
