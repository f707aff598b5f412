import { PhotoError, type PhotoFailure } from '../core/photo/errors.ts';
import type { Prepared, PrepareStep } from '../core/photo/prepare.ts';
import type { Reply, Request } from './protocol.ts';

type SightReply = Extract<Reply, { type: 'sight' }>;

export interface PrepareRequest {
  readonly sure?: boolean;
  readonly onStep?: (step: PrepareStep) => void;
  readonly signal?: AbortSignal;
}

/** The capture worker as the view uses it. */
export interface CaptureWorker {
  /** Resolves when the worker runs; rejects when it cannot start (blocked, offline, too old). */
  readonly ready: Promise<void>;
  onSight: ((reply: SightReply) => void) | null;
  /** Guidance ended because frames cannot be analysed here. */
  onBlind: (() => void) | null;
  watch(frames: ReadableStream<VideoFrame>): void;
  frame(bitmap: ImageBitmap, at: number, width: number, height: number): void;
  unwatch(): void;
  rearm(): void;
  shoot(request?: PrepareRequest): Promise<Prepared>;
  prepare(input: Blob | ImageBitmap, request?: PrepareRequest): Promise<Prepared>;
  end(): void;
}

/** Milliseconds after which a worker that says nothing counts as blocked. */
const START_TIMEOUT_MS = 8_000;

interface Job {
  readonly resolve: (photo: Prepared) => void;
  readonly reject: (error: PhotoError) => void;
  readonly onStep: ((step: PrepareStep) => void) | undefined;
}

/** Starts the worker: a module of ours from our origin, as `worker-src 'self'` demands. */
export function startWorker(): CaptureWorker {
  const worker = new Worker(new URL('./capture.worker.ts', import.meta.url), { type: 'module' });
  const jobs = new Map<number, Job>();
  let last = 0;
  let dead = false;
  const post = (message: Request, hand: Transferable[] = []) => worker.postMessage(message, hand);
  const failAll = (code: PhotoFailure, cause?: unknown) => {
    for (const job of jobs.values()) job.reject(new PhotoError(code, cause));
    jobs.clear();
  };

  let settle: { resolve: () => void; reject: (cause: unknown) => void };
  const ready = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  ready.catch(() => undefined);
  const timer = setTimeout(() => settle.reject(new Error('worker silent')), START_TIMEOUT_MS);

  const client: CaptureWorker = {
    ready,
    onSight: null,
    onBlind: null,
    watch: (frames) => post({ type: 'watch', frames }, [frames]),
    frame: (bitmap, at, width, height) => post({ type: 'frame', bitmap, at, width, height }, [bitmap]),
    unwatch: () => post({ type: 'unwatch' }),
    rearm: () => post({ type: 'rearm' }),
    shoot: (request = {}) => run((id) => post({ type: 'shoot', id, sure: request.sure ?? false }), request),
    prepare: (input, request = {}) =>
      run(
        (id) =>
          post(
            { type: 'prepare', id, input, sure: request.sure ?? false },
            input instanceof ImageBitmap ? [input] : [],
          ),
        request,
      ),
    end() {
      clearTimeout(timer);
      worker.terminate();
      failAll('cancelled');
    },
  };

  function run(begin: (id: number) => void, { onStep, signal }: PrepareRequest): Promise<Prepared> {
    const id = ++last;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new PhotoError('cancelled'));
      if (dead) return reject(new PhotoError('out-of-memory'));
      jobs.set(id, { resolve, reject, onStep });
      signal?.addEventListener('abort', () => post({ type: 'cancel', id }), { once: true });
      begin(id);
    });
  }

  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (data.type === 'sight') return client.onSight?.(data);
    if (data.type === 'blind') return client.onBlind?.();
    if (data.type === 'ready') {
      clearTimeout(timer);
      return settle.resolve();
    }
    const job = jobs.get(data.id);
    if (data.type === 'step') return job?.onStep?.(data.step);
    jobs.delete(data.id);
    if (data.type === 'prepared') job?.resolve(data.photo);
    else job?.reject(new PhotoError(data.code));
  };
  worker.onerror = (event) => {
    clearTimeout(timer);
    dead = true;
    settle.reject(event);
    // A worker that dies later has most often run out of memory; browsers do not say.
    failAll('out-of-memory', event);
    client.onBlind?.();
  };
  return client;
}
