import { availableParallelism } from 'node:os';
import type { OcrDetails, OcrFailure } from '#src/contract/index.ts';
import { READER_CODES } from '#src/countries/readers.gen.ts';
import type { WireMessage } from '#src/countries/types.ts';
import { Pool } from './pool.ts';

/** An answer of the OCR API: what was read, with Kenal's `details` where they were asked for, or a failure. */
export type OcrReply =
  | { readonly status: 'OK'; readonly message: WireMessage; readonly details?: OcrDetails }
  | OcrFailure;

interface EngineOptions {
  /** Worker threads, each with its own sessions; default: one per core, at most 4. */
  readonly threads?: number;
  /** Readings that may wait beside those that run; one more is refused with QueueFullError. */
  readonly queueLimit?: number;
  /** Folder of the ONNX graphs; default: the simplified ones if they were built, else the npm package's. */
  readonly modelsDir?: string;
}

interface ReadOptions {
  /** Adds `details` to an OK reply. */
  readonly details?: boolean;
  readonly signal?: AbortSignal;
}

interface EngineStats {
  readonly threads: number;
  readonly ready: boolean;
  readonly running: number;
  readonly waiting: number;
}

export interface Engine {
  /** Countries that can be read, e.g. ['my', 'pk']. */
  readonly countries: readonly string[];
  /** True once every worker's sessions are warm. Readings asked for earlier wait. */
  readonly ready: boolean;
  /** Resolves when `ready` turns true for the first time. */
  readonly warm: Promise<void>;
  /**
   * Reads a card of that country from the bytes of a JPEG, PNG or BMP file of any name.
   * Rejects with QueueFullError, with another error when the worker fails, or with the signal's reason; the image's own faults are replies.
   */
  read(country: string, image: Uint8Array, options?: ReadOptions): Promise<OcrReply>;
  stats(): EngineStats;
  close(): Promise<void>;
}

const MAX_DEFAULT_THREADS = 4;
/** At some 150 ms a reading, the last in a full queue of two workers waits 2–3 s: as long as a person would. */
const DEFAULT_QUEUE_LIMIT = 32;
/** The slowest images (50 megapixels, nothing found) take under 3 s; a worker that needs 20 hangs. ms */
const JOB_TIMEOUT = 20_000;

/** Starts the workers and returns at once; `warm` tells when their sessions are loaded. */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const threads = options.threads ?? Math.min(availableParallelism(), MAX_DEFAULT_THREADS);
  const pool = new Pool({
    script: new URL('./worker.ts', import.meta.url),
    workerData: { modelsDir: options.modelsDir ?? null, jobTimeout: JOB_TIMEOUT },
    threads,
    queueLimit: options.queueLimit ?? DEFAULT_QUEUE_LIMIT,
    jobTimeout: JOB_TIMEOUT,
  });
  return {
    countries: READER_CODES,
    get ready() {
      return pool.ready;
    },
    warm: pool.warm,
    read: (country, image, { details = false, signal } = {}) => {
      const bytes = ownBuffer(image);
      return pool.run({ country, bytes, details }, [bytes.buffer], signal) as Promise<OcrReply>;
    },
    stats: () => ({ threads, ready: pool.ready, running: pool.running, waiting: pool.waiting }),
    close: () => pool.close(),
  };
}

/** Transferring detaches the caller's buffer, so a copy goes to the worker. */
function ownBuffer(image: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(image);
}
