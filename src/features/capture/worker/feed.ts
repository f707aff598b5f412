import { FIND_SIDE } from '../core/photo/plan.ts';
import type { CaptureWorker } from './client.ts';

type ProcessorClass = new (init: {
  track: MediaStreamTrack;
  maxBufferSize?: number;
}) => { readonly readable: ReadableStream<VideoFrame> };

/** Frames a second at most where they are fetched one by one: guidance needs no more, phones stay cool. */
const POLL_MS = 80;

/**
 * Feeds a running camera to the worker until the returned function is called. Where the browser has
 * MediaStreamTrackProcessor (Chromium), frames go to the worker past the main thread; elsewhere each is
 * grabbed from the video, reduced unless a photo is near, and handed over. Never more than one is under way.
 */
export function startFeed(
  track: MediaStreamTrack,
  video: HTMLVideoElement,
  worker: CaptureWorker,
): () => void {
  const Processor = (globalThis as { MediaStreamTrackProcessor?: ProcessorClass }).MediaStreamTrackProcessor;
  if (Processor !== undefined) {
    // A clone, so that ending the stream of frames never ends the picture on the screen.
    const own = track.clone();
    worker.watch(new Processor({ track: own, maxBufferSize: 1 }).readable);
    return () => {
      worker.unwatch();
      own.stop();
    };
  }
  return poll(video, worker);
}

function poll(video: HTMLVideoElement, worker: CaptureWorker): () => void {
  let over = false;
  let busy = false;
  let near = false;
  const listen = worker.onSight;
  worker.onSight = (reply) => {
    busy = false;
    near = reply.progress > 0;
    listen?.(reply);
  };
  const grab = async () => {
    const { videoWidth: width, videoHeight: height } = video;
    if (busy || width === 0 || video.paused) return;
    busy = true;
    const scale = near ? 1 : Math.min(1, FIND_SIDE / Math.max(width, height));
    try {
      const at = performance.now();
      const bitmap = await createImageBitmap(video, {
        resizeWidth: Math.round(width * scale),
        resizeHeight: Math.round(height * scale),
        resizeQuality: 'medium',
      });
      if (over) bitmap.close();
      else worker.frame(bitmap, at, width, height);
    } catch {
      busy = false;
    }
  };
  const timer = setInterval(() => void grab(), POLL_MS);
  return () => {
    over = true;
    clearInterval(timer);
    worker.onSight = listen;
    worker.unwatch();
  };
}
