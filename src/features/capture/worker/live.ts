import { assess } from '../core/guidance/assess.ts';
import { auto, autoStart, GOOD_MS } from '../core/guidance/auto.ts';
import { steady, steadyStart } from '../core/guidance/steady.ts';
import { dispose, newCanvas, type Picture } from '../core/photo/canvas.ts';
import { createAnalyser } from './analyse.ts';
import type { Reply } from './protocol.ts';

/** A frame to analyse. */
export interface LiveFrame {
  readonly source: VideoFrame | ImageBitmap;
  /** Size of the camera's full picture, px. */
  readonly width: number;
  readonly height: number;
  readonly at: number;
}

export interface Live {
  /** Analyses a frame and gives it back to the camera. One at a time; throws where frames cannot be read. */
  feed(frame: LiveFrame): Promise<void>;
  /** A copy of the sharpest frame of the good run; null without one. The caller closes it. */
  take(): Picture | null;
  /** A copy of the next frame that is fed, in full size. */
  next(): Promise<Picture>;
  rearm(): void;
}

/** Frames handed over one by one are reduced while nothing is in sight: those are no photos. */
const isFull = ({ source, width }: LiveFrame): boolean =>
  'displayWidth' in source || source.width >= width * 0.9;

/**
 * A copy that does not belong to the camera. Cameras have three or four buffers and stop delivering while
 * those are held; one of them is on the screen.
 */
function copyOf({ source, width, height }: LiveFrame): Picture {
  const { canvas, context } = newCanvas(width, height);
  context.drawImage(source, 0, 0, width, height);
  return { source: canvas, width, height, close: () => dispose(canvas) };
}

/** Guidance over a series of frames. Copies only good frames that are sharper than those before. */
export function createLive(send: (reply: Extract<Reply, { type: 'sight' }>) => void): Live {
  const analyser = createAnalyser();
  let said = steadyStart(0);
  let run = autoStart;
  let best: Picture | null = null;
  let waiting: ((picture: Picture) => void)[] = [];

  const forget = () => {
    best?.close();
    best = null;
    run = autoStart;
  };

  return {
    async feed(frame) {
      const began = performance.now();
      const sight = await analyser.look(frame, frame.at);
      const now = assess(sight, said.shown);
      said = steady(said, now, frame.at);
      run = auto(run, now === 'good' ? (sight.card?.sharpness ?? 0) : null, frame.at);
      if (run.frames === 0) forget();
      const took = performance.now() - began;
      if (run.best?.at === frame.at && isFull(frame)) {
        best?.close();
        best = copyOf(frame);
      }
      if (isFull(frame)) {
        for (const resolve of waiting) resolve(copyOf(frame));
        waiting = [];
      }
      frame.source.close();
      const progress = run.fire ? 1 : run.frames === 0 ? 0 : Math.min(0.95, (frame.at - run.since) / GOOD_MS);
      send({ type: 'sight', sight, shown: said.shown, progress, took });
    },
    take() {
      const taken = best;
      best = null;
      forget();
      return taken;
    },
    next: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    rearm() {
      forget();
      analyser.forget();
    },
  };
}
