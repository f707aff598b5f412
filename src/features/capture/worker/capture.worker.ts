import { pictureOf } from '../core/photo/canvas.ts';
import { libraryEncoder } from '../core/photo/encode.ts';
import { PhotoError, toPhotoError } from '../core/photo/errors.ts';
import { type Prepared, type PrepareOptions, prepareFile, preparePicture } from '../core/photo/prepare.ts';
import { createLive, type LiveFrame } from './live.ts';
import type { Reply, Request } from './protocol.ts';
import { warmUp } from './warm.ts';

/** The worker's scope, of which lib.dom knows nothing. */
interface Scope {
  postMessage(message: Reply): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
}
const scope = globalThis as unknown as Scope;

const live = createLive((reply) => scope.postMessage(reply));
const jobs = new Map<number, AbortController>();
/** Whether anything has been asked of this worker. */
let asked = false;
let fedAt = 0;
let reader: ReadableStreamDefaultReader<VideoFrame> | null = null;

/** Twenty frames a second are plenty to guide by; more would only warm the phone. */
const MIN_INTERVAL_MS = 45;

/** Reads frames as fast as they are analysed; the camera drops what comes in between. */
async function watch(frames: ReadableStream<VideoFrame>): Promise<void> {
  unwatch();
  const mine = frames.getReader();
  reader = mine;
  while (reader === mine) {
    const { value, done } = await mine.read();
    if (done) break;
    if (reader !== mine) {
      value.close();
      break;
    }
    const at = performance.now();
    if (at - fedAt < MIN_INTERVAL_MS) {
      value.close();
      continue;
    }
    fedAt = at;
    await feed({ source: value, width: value.displayWidth, height: value.displayHeight, at });
  }
}

/** A frame that cannot be analysed ends the guidance, not the camera. */
async function feed(frame: LiveFrame): Promise<void> {
  try {
    await live.feed(frame);
  } catch {
    frame.source.close();
    unwatch();
    scope.postMessage({ type: 'blind' });
  }
}

function unwatch(): void {
  reader?.cancel().catch(() => undefined);
  reader = null;
  live.rearm();
}

async function job(id: number, sure: boolean, work: (options: PrepareOptions) => Promise<Prepared>) {
  const controller = new AbortController();
  jobs.set(id, controller);
  try {
    const photo = await work({
      sure,
      encode: libraryEncoder,
      onStep: (step) => scope.postMessage({ type: 'step', id, step }),
      signal: controller.signal,
    });
    scope.postMessage({ type: 'prepared', id, photo });
  } catch (cause) {
    scope.postMessage({ type: 'failed', id, code: toPhotoError(cause).code });
  } finally {
    jobs.delete(id);
  }
}

async function shoot(options: PrepareOptions): Promise<Prepared> {
  const picture = live.take() ?? (reader === null ? null : await live.next());
  if (picture === null) throw new PhotoError('unknown');
  return preparePicture(picture, options);
}

scope.onmessage = ({ data }) => {
  asked = true;
  switch (data.type) {
    case 'watch':
      void watch(data.frames);
      break;
    case 'frame':
      void feed({ source: data.bitmap, width: data.width, height: data.height, at: data.at });
      break;
    case 'unwatch':
      unwatch();
      break;
    case 'rearm':
      live.rearm();
      break;
    case 'shoot':
      void job(data.id, data.sure, shoot);
      break;
    case 'prepare': {
      const { input } = data;
      void job(data.id, data.sure, (options) =>
        input instanceof Blob ? prepareFile(input, options) : preparePicture(pictureOf(input), options),
      );
      break;
    }
    case 'cancel':
      jobs.get(data.id)?.abort();
      break;
  }
};

scope.postMessage({ type: 'ready' });
void warmUp(() => asked);
