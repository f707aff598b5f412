/**
 * What the Workers platform hands to the worker, as far as it is used here; `wrangler.jsonc` says what each
 * binding is. Names and shapes are the platform's.
 */
export interface WorkerBindings {
  readonly HYPERDRIVE: Hyperdrive;
  readonly IMAGES: R2Bucket;
  /** The built web app. */
  readonly ASSETS: Fetcher;
  /** Requests per address before anything is looked up in the database; without it the database counts alone. */
  readonly FLOODS?: RateLimiter;
  /** Settings and secrets are strings. */
  readonly [setting: string]: unknown;
}

/** Connections to PostgreSQL that the platform pools. */
export interface Hyperdrive {
  readonly connectionString: string;
}

export interface Fetcher {
  readonly fetch: (request: Request) => Promise<Response>;
}

interface RateLimiter {
  readonly limit: (options: { readonly key: string }) => Promise<{ readonly success: boolean }>;
}

interface R2Object {
  readonly key: string;
}

export interface R2Bucket {
  readonly put: (key: string, value: Uint8Array) => Promise<R2Object | null>;
  readonly get: (key: string) => Promise<(R2Object & { arrayBuffer: () => Promise<ArrayBuffer> }) | null>;
  readonly head: (key: string) => Promise<R2Object | null>;
  readonly delete: (key: string) => Promise<void>;
}

/** One event of a worker: a request, or a time of its schedule. */
export interface EventContext {
  /** Lets the event go on until the promise has ended, after its answer too. */
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

/** A time of the schedule in `wrangler.jsonc`. */
export interface ScheduledEvent {
  readonly cron: string;
}
