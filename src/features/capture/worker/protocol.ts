import type { Sight } from '../core/guidance/sight.ts';
import type { Guidance } from '../core/guidance/states.ts';
import type { PhotoFailure } from '../core/photo/errors.ts';
import type { Prepared, PrepareStep } from '../core/photo/prepare.ts';

/** To the worker. Frames, bitmaps and streams are handed over, never copied. */
export type Request =
  /** Watch a camera through its own stream of frames. */
  | { readonly type: 'watch'; readonly frames: ReadableStream<VideoFrame> }
  /** Watch frame by frame, where a browser has no such stream; each is answered by a `sight`. */
  | {
      readonly type: 'frame';
      readonly bitmap: ImageBitmap;
      readonly at: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly type: 'unwatch' }
  /** After a photo was refused or retaken: forget the good frames so far. */
  | { readonly type: 'rearm' }
  /** Prepare the sharpest of the good frames, or the newest frame when none was good. */
  | { readonly type: 'shoot'; readonly id: number; readonly sure: boolean }
  | {
      readonly type: 'prepare';
      readonly id: number;
      readonly input: Blob | ImageBitmap;
      readonly sure: boolean;
    }
  | { readonly type: 'cancel'; readonly id: number };

/** From the worker. */
export type Reply =
  | { readonly type: 'ready' }
  /** Frames cannot be analysed here (no canvas in workers, no memory): the view goes on without guidance. */
  | { readonly type: 'blind' }
  | {
      readonly type: 'sight';
      readonly sight: Sight;
      readonly shown: Guidance;
      /** Share of the run of good frames that is over, 0..1; 1 fires the shutter. */
      readonly progress: number;
      /** Milliseconds that the analysis of this frame took. */
      readonly took: number;
    }
  | { readonly type: 'step'; readonly id: number; readonly step: PrepareStep }
  | { readonly type: 'prepared'; readonly id: number; readonly photo: Prepared }
  | { readonly type: 'failed'; readonly id: number; readonly code: PhotoFailure };
