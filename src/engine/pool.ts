import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** The queue has no place: the caller should come again in a moment. */
export class QueueFullError extends Error {
  readonly code = 'queue_full';
}

/** A reading's worker ended, failed or took too long. */
class WorkerFailedError extends Error {
  readonly code = 'worker_failed';
}

export interface PoolOptions {
  readonly script: URL;
  /** What each worker is given, beside `pool`: PoolData. */
  readonly workerData: object;
  readonly threads: number;
  /** Jobs that may wait beside those that run. */
  readonly queueLimit: number;
  /**
   * A job that is not done after this many ms has failed. Its worker stays until it answers: a thread that is ended
   * inside native code takes the process with it. After PATIENCE times as long it is replaced all the same.
   */
  readonly jobTimeout: number;
}

/** What a worker knows of its fellows. */
export interface PoolData {
  /** Name of the channel on which they hear one another. */
  readonly channel: string;
  /** One number: how many workers are at a job. */
  readonly running: Int32Array<SharedArrayBuffer>;
  readonly threads: number;
}

interface Job {
  readonly message: object;
  readonly transfer: ArrayBuffer[];
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Seat {
  worker: Worker;
  ready: boolean;
  /** Whether the worker is at a job, be it one that nobody waits for any more. */
  busy: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

/** A worker that is silent for this many times a job's limit hangs for good. */
const PATIENCE = 4;

/** What a worker sends: once `ready`, then one `done` or `failed` per job. */
export type WorkerMessage = { type: 'ready' } | { type: 'done'; value: unknown } | { type: 'failed' };

/** Pause before a worker that died is replaced, so that one that dies at start does not spin. ms */
const RESPAWN_DELAY = 250;

/** A fixed number of worker threads, one job each at a time, and a bounded queue in front of them. */
export class Pool {
  readonly #options: PoolOptions;
  readonly #seats: Seat[] = [];
  readonly #queue: Job[] = [];
  readonly #data: PoolData;
  readonly warm: Promise<void>;
  #onReady: () => void = () => undefined;
  #closed = false;
  #closing: Promise<void> | null = null;

  constructor(options: PoolOptions) {
    this.#options = options;
    const running = new Int32Array(new SharedArrayBuffer(4));
    this.#data = { channel: `kenal-pool-${randomUUID()}`, running, threads: options.threads };
    this.warm = new Promise((resolve) => {
      this.#onReady = () => {
        if (this.ready) resolve();
      };
    });
    for (let i = 0; i < options.threads; i++) this.#seats.push(this.#spawn());
  }

  /** True while every worker is warm. */
  get ready(): boolean {
    return !this.#closed && this.#seats.length > 0 && this.#seats.every((seat) => seat.ready);
  }

  get running(): number {
    return this.#seats.filter((seat) => seat.busy).length;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** Rejects with QueueFullError, WorkerFailedError, or the signal's reason. */
  run(message: object, transfer: ArrayBuffer[], signal?: AbortSignal): Promise<unknown> {
    if (this.#closed) return Promise.reject(new WorkerFailedError('the pool is closed'));
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const idle = this.#seats.some((seat) => seat.ready && !seat.busy);
    if (!idle && this.#queue.length >= this.#options.queueLimit) {
      return Promise.reject(new QueueFullError('the queue is full'));
    }
    return new Promise((resolve, reject) => {
      const job: Job = { message, transfer, resolve, reject };
      this.#queue.push(job);
      signal?.addEventListener('abort', () => this.#drop(job, signal), { once: true });
      this.#next();
    });
  }

  /** Refuses what waits, lets what runs end, and ends the workers. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#queue.splice(0)) job.reject(new WorkerFailedError('the pool is closed'));
    await Promise.all(this.#seats.map((seat) => this.#end(seat)));
  }

  /** Ends a worker once it is between two jobs. */
  async #end({ worker, busy, ready }: Seat): Promise<void> {
    if (busy || !ready) {
      const answered = once(worker, 'message').catch(() => undefined);
      const waited = new Promise((resolve) => setTimeout(resolve, this.#options.jobTimeout).unref());
      await Promise.race([answered, once(worker, 'exit'), waited]);
    }
    await worker.terminate();
  }

  /** Only a waiting job can be taken back; one that runs is finished and its result thrown away. */
  #drop(job: Job, signal: AbortSignal): void {
    const index = this.#queue.indexOf(job);
    if (index >= 0) this.#queue.splice(index, 1);
    job.reject(signal.reason as Error);
  }

  #spawn(): Seat {
    const worker = new Worker(this.#options.script, {
      workerData: { ...this.#options.workerData, pool: this.#data },
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 },
    });
    const seat: Seat = { worker, ready: false, busy: false, job: null, timer: null };
    worker.on('message', (message: WorkerMessage) => this.#receive(seat, message));
    worker.on('error', () => undefined);
    worker.on('exit', () => this.#replace(seat));
    return seat;
  }

  #receive(seat: Seat, message: WorkerMessage): void {
    if (message.type === 'ready') {
      seat.ready = true;
      this.#onReady();
    } else {
      const job = this.#release(seat);
      seat.busy = false;
      if (message.type === 'done') job?.resolve(message.value);
      else job?.reject(new WorkerFailedError('the reading failed'));
    }
    this.#next();
  }

  #release(seat: Seat): Job | null {
    const { job } = seat;
    seat.job = null;
    if (seat.timer) clearTimeout(seat.timer);
    seat.timer = null;
    return job;
  }

  #next(): void {
    this.#seat();
    Atomics.store(this.#data.running, 0, this.running);
  }

  #seat(): void {
    for (const seat of this.#seats) {
      if (!seat.ready || seat.busy) continue;
      const job = this.#queue.shift();
      if (!job) return;
      seat.job = job;
      seat.busy = true;
      seat.timer = setTimeout(() => this.#late(seat), this.#options.jobTimeout);
      seat.worker.postMessage(job.message, job.transfer);
    }
  }

  /** The job has failed; its worker gets some more time to come back. */
  #late(seat: Seat): void {
    this.#release(seat)?.reject(new WorkerFailedError('the reading took too long'));
    const rest = (PATIENCE - 1) * this.#options.jobTimeout;
    seat.timer = setTimeout(() => void seat.worker.terminate(), rest).unref();
  }

  #replace(seat: Seat): void {
    this.#release(seat)?.reject(new WorkerFailedError('the worker ended'));
    seat.ready = false;
    if (this.#closed) return;
    setTimeout(() => {
      if (this.#closed) return;
      const index = this.#seats.indexOf(seat);
      if (index >= 0) this.#seats[index] = this.#spawn();
    }, RESPAWN_DELAY).unref();
  }
}
