import { PhotoError } from './core/photo/errors.ts';
import type { Prepared } from './core/photo/prepare.ts';
import { type CaptureWorker, type PrepareRequest, startWorker } from './worker/client.ts';

/** Where photos are prepared: in the worker, or on the main thread where no worker can start. */
export interface Studio {
  /** The worker once it runs; null where it cannot, and guidance with it. */
  readonly worker: Promise<CaptureWorker | null>;
  prepare(input: Blob | ImageBitmap, request?: PrepareRequest): Promise<Prepared>;
  end(): void;
}

function tryWorker(): CaptureWorker | null {
  try {
    return startWorker();
  } catch {
    return null;
  }
}

/** Freezes the page for a moment, which beats not working; loaded only where the worker did not start. */
async function prepareHere(input: Blob | ImageBitmap, request: PrepareRequest): Promise<Prepared> {
  const [{ prepareFile, preparePicture }, { libraryEncoder }, { pictureOf }] = await Promise.all([
    import('./core/photo/prepare.ts'),
    import('./core/photo/encode.ts'),
    import('./core/photo/canvas.ts'),
  ]).catch((cause) => {
    throw new PhotoError('offline', cause);
  });
  const options = { ...request, sure: request.sure ?? false, encode: libraryEncoder };
  return input instanceof Blob ? prepareFile(input, options) : preparePicture(pictureOf(input), options);
}

export function openStudio(): Studio {
  const started = tryWorker();
  const worker =
    started === null
      ? Promise.resolve(null)
      : started.ready.then(
          () => started,
          () => null,
        );
  return {
    worker,
    async prepare(input, request = {}) {
      const running = await worker;
      return running === null ? prepareHere(input, request) : running.prepare(input, request);
    },
    end: () => started?.end(),
  };
}
