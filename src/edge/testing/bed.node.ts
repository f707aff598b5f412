import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadingReply, SessionReply } from '#src/contract/index.ts';
import { createEdge } from '../app.ts';
import { createKeyring, type Keyring } from '../crypto/keyring.ts';
import type { EdgeDeps, EdgeSettings } from '../deps.ts';
import { runDue } from '../due/run.ts';
import { limitsFor } from '../limits/limits.ts';
import type { ImageStore } from '../stores/images.ts';
import { diskImages } from '../stores/images-disk.node.ts';
import { openSqlite } from '../stores/sqlite.node.ts';
import type { Store } from '../stores/store.ts';
import { type BedGiven, type BedNews, type BedState, bedDeps } from './bed-deps.ts';
import { mustBeDescribed } from './described.node.ts';
import { bytesIn, temporaryFolder } from './files.node.ts';
import { NOON } from './samples.node.ts';
import { type ScriptedUpstream, scriptedUpstream } from './upstream.node.ts';

export const SECRET = 'a secret of the tests, long enough to be one';

/** One edge with real stores, to be asked by request. */
export interface Bed {
  /** @throws Error if the answer is not as /openapi.json describes it. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly upstream: ScriptedUpstream;
  readonly fallback: ScriptedUpstream;
  readonly store: Store;
  readonly images: ImageStore;
  /** Ids of the images that the edge has put and not erased. */
  readonly kept: ReadonlySet<string>;
  readonly keys: Keyring;
  /** Lines of the log, as JSON. */
  readonly log: string[];
  /** Makes the image store fail, or work again. */
  readonly failImages: (fail: boolean) => void;
  /** Does what is due by now. */
  readonly runDue: () => Promise<number>;
  /** What time it is there: noon of a fixed day, and what has passed since. ms since 1970 */
  readonly now: () => number;
  /** Lets time pass, ms. */
  readonly pass: (ms: number) => void;
  /** Every byte that lies in the stores, apart from the secret. */
  readonly dump: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

export interface BedOptions {
  readonly settings?: Partial<EdgeSettings>;
  readonly fallback?: boolean;
  /** Share of readings that `fallback` reads as well, without being the fallback. */
  readonly shadow?: number;
  readonly upstream?: Partial<ScriptedUpstream['upstream']>;
  readonly ready?: () => boolean;
  readonly web?: EdgeDeps['web'];
  readonly listeners?: EdgeDeps['listeners'];
  /** A folder that outlives the bed, for restarts. */
  readonly folder?: string;
  readonly secret?: readonly [current: string, previous?: string];
}

export const LIMITS = limitsFor(120);

/** Backoff that does not make the tests wait, deadlines that no busy machine reaches. */
const TIMING = { callMs: 20_000, totalMs: 60_000, reserveMs: 20_000, backoffMs: 1 };
/** Deadlines for tests that wait for them. */
export const SHORT_TIMING = { callMs: 300, totalMs: 1500, reserveMs: 500, backoffMs: 1 };

/** An edge that can be asked, in this process or in another runtime. */
interface BedEdge {
  readonly request: Bed['request'];
  readonly runDue: Bed['runDue'];
}

/** What a bed lies on. `dump` gives every byte at rest, apart from the secret. */
export interface BedStores {
  /** As the test sees them from outside. */
  readonly store: Store;
  readonly images: ImageStore;
  readonly dump: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
  /** Starts the edge over the same stores elsewhere; without it, it stands in this process. */
  readonly start?: (given: BedGiven, state: BedState, news: BedNews) => Promise<BedEdge>;
}

/** Makes beds for a suite, and closes them after each test. */
export interface Beds {
  readonly make: (options?: BedOptions) => Promise<Bed>;
  readonly closeAll: () => Promise<void>;
}

export function bedsOf(open: (options: BedOptions) => Promise<BedStores>): Beds {
  const beds: Bed[] = [];
  return {
    make: async (options) => {
      const made = await createBed(options, open);
      beds.push(made);
      return made;
    },
    closeAll: async () => {
      for (const bed of beds.splice(0)) await bed.close();
    },
  };
}

/** SQLite and files in a folder of its own. */
export async function sqliteStores({ folder: given }: BedOptions): Promise<BedStores> {
  const folder = given ?? temporaryFolder();
  const store = openSqlite(join(folder, 'kenal.sqlite'));
  return {
    store,
    images: await diskImages(join(folder, 'images')),
    dump: async () => bytesIn(folder),
    close: async () => {
      await store.close();
      if (!given) rmSync(folder, { recursive: true });
    },
  };
}

const inThisProcess =
  ({ store, images }: BedStores): NonNullable<BedStores['start']> =>
  async (given, state, news) => {
    const keys = await createKeyring(...given.secret);
    const deps = bedDeps(given, { store, images, keys, state, news });
    const app = createEdge(deps);
    return { request: async (path, init) => app.request(path, init), runDue: () => runDue(deps) };
  };

/** An edge over these stores. */
async function createBed(
  options: BedOptions = {},
  open: (options: BedOptions) => Promise<BedStores> = sqliteStores,
): Promise<Bed> {
  const stores = await open(options);
  await stores.store.migrate();
  const secret = options.secret ?? [SECRET];
  const upstream = scriptedUpstream(options.upstream);
  const fallback = scriptedUpstream({ name: 'embedded', kind: 'embedded', operator: null, details: true });
  const log: string[] = [];
  const kept = new Set<string>();
  const state: BedState = { passed: 0, imagesFail: false };
  const ahead = NOON - Date.now();
  const given: BedGiven = {
    ...(options.shadow && { shadow: { share: options.shadow, upstream: fallback.upstream } }),
    upstreams: options.fallback ? [upstream.upstream, fallback.upstream] : [upstream.upstream],
    secret,
    ahead,
    settings: {
      publicUrl: 'http://localhost:8080',
      allowManual: true,
      retentionDays: 90,
      limits: LIMITS,
      ocrTiming: TIMING,
      ...options.settings,
    },
    ready: options.ready ?? (() => true),
    ...(options.web && { web: options.web }),
    ...(options.listeners && { listeners: options.listeners }),
  };
  const edge = await (stores.start ?? inThisProcess(stores))(given, state, {
    line: (line) => void log.push(line),
    image: (change, id) => void (change === 'kept' ? kept.add(id) : kept.delete(id)),
  });
  return {
    ...edge,
    request: async (path, init) => {
      const response = await edge.request(path, init);
      await mustBeDescribed(path, init?.method ?? 'GET', response);
      return response;
    },
    upstream,
    fallback,
    store: stores.store,
    images: stores.images,
    kept,
    keys: await createKeyring(...secret),
    log,
    failImages: (fail) => {
      state.imagesFail = fail;
    },
    now: () => Date.now() + ahead + state.passed,
    pass: (ms) => {
      state.passed += ms;
    },
    dump: stores.dump,
    close: stores.close,
  };
}

export interface Client {
  readonly session: SessionReply;
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** Sends a photo and expects an outcome. */
  readonly read: (image: Uint8Array<ArrayBuffer>, country?: string) => Promise<ReadingReply>;
}

/** A customer's browser with a session. Bodies are bytes (a photo) or are sent as JSON. */
export async function client(bed: Bed): Promise<Client> {
  const session = (await (await bed.request('/api/sessions', { method: 'POST' })).json()) as SessionReply;
  const send: Client['send'] = (method, path, body, headers = {}) => {
    const bytes = body instanceof Uint8Array;
    return bed.request(path, {
      method,
      headers: {
        authorization: `Bearer ${session.token}`,
        ...(body !== undefined && { 'content-type': bytes ? 'image/jpeg' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
  };
  return {
    session,
    send,
    read: async (image, country = 'my') => {
      const response = await send('POST', `/api/readings/${country}`, image);
      if (response.status !== 200) throw new Error(`Reading: ${response.status} ${await response.text()}`);
      return (await response.json()) as ReadingReply;
    },
  };
}

/** Status and code of a problem, after a look at its form. */
export async function problemOf(response: Response): Promise<[number, string]> {
  const body = (await response.json()) as { status: number; code: string; type: string };
  if (response.headers.get('content-type') !== 'application/problem+json') throw new Error('Not a problem');
  if (body.status !== response.status) throw new Error('The status differs from the body');
  return [response.status, body.code];
}
