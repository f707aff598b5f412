import { join } from 'node:path';
import type { Miniflare } from 'miniflare';
import pg from 'pg';
import { openPostgres } from '../../stores/postgres.ts';
import { r2Images } from '../../workerd/images-r2.ts';
import type { R2Bucket } from '../../workerd/platform.ts';
import type { BedOptions, BedStores } from '../bed.node.ts';
import type { TestPostgres } from '../postgres.node.ts';
import { startHost, type TestHost } from './host.node.ts';
import { ORDER, type Order } from './orders.ts';
import { bundleWorker, startMiniflare } from './start.node.ts';

/** More beds than this do not stand at the same time. */
const DATABASES = 10;
const WORKER = join(import.meta.dirname, 'worker.ts');

interface Database {
  readonly number: number;
  readonly url: string;
  /** Beds on it; one that is free has none. */
  beds: number;
  /** Where its images lie, other than those of whoever had it before. */
  images: string;
}

export interface WorkerdBeds {
  readonly open: (options: BedOptions) => Promise<BedStores>;
  readonly stop: () => Promise<void>;
}

type Bucket = R2Bucket & {
  readonly list: (options: { prefix: string }) => Promise<{ objects: readonly { key: string }[] }>;
};

/** What the worker still does for a client that has hung up locks tables in an order of its own. */
const DEADLOCK = '40P01';

async function empty({ url }: Database): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const drop = (): Promise<unknown> =>
    client.query('drop schema public cascade; create schema public').catch((error: pg.DatabaseError) => {
      if (error.code !== DEADLOCK) throw error;
      return drop();
    });
  await drop().finally(() => client.end());
}

/** Beds whose edge stands in workerd, with Hyperdrive onto this PostgreSQL and R2. */
export async function startWorkerdBeds(postgres: TestPostgres): Promise<WorkerdBeds> {
  const [host, script] = await Promise.all([startHost(), bundleWorker(WORKER)]);
  const databases: Database[] = [];
  for (let number = 0; number < DATABASES; number++)
    databases.push({ number, url: await postgres.database(), beds: 0, images: '' });
  const miniflare = startMiniflare({
    modules: true,
    script,
    hyperdrives: Object.fromEntries(databases.map(({ number, url }) => [`DATABASE_${number}`, url])),
    r2Buckets: ['IMAGES'],
    bindings: { TESTS: host.url },
  });
  await miniflare.ready;
  const bucket = (await miniflare.getR2Bucket('IMAGES')) as unknown as Bucket;
  const byFolder = new Map<string, Database>();
  let made = 0;

  const take = (folder: string | undefined): Database => {
    const database = (folder && byFolder.get(folder)) || databases.find(({ beds }) => beds === 0);
    if (!database) throw new Error(`More than ${DATABASES} beds at the same time`);
    if (folder) byFolder.set(folder, database);
    if (database.beds++ === 0) database.images = `images-${++made}`;
    return database;
  };
  const leave = async (database: Database): Promise<void> => {
    if (--database.beds > 0) return;
    for (const [folder, of] of byFolder) if (of === database) byFolder.delete(folder);
    await empty(database);
  };

  return {
    open: async ({ folder }) => {
      const database = take(folder);
      const store = openPostgres(database.url, { connections: 2 });
      return {
        store,
        images: r2Images(bucket, database.images),
        dump: () => dump(postgres, bucket, database),
        close: async () => {
          await store.close();
          await leave(database);
        },
        start: (given, state, news) =>
          startBed(miniflare, host, database, `bed-${++made}`, given, state, news),
      };
    },
    stop: async () => {
      await miniflare.dispose();
      host.close();
    },
  };
}

async function dump(postgres: TestPostgres, bucket: Bucket, { url, images }: Database): Promise<Buffer> {
  const { objects } = await bucket.list({ prefix: images });
  const bytes = objects.map(async ({ key }) =>
    Buffer.from((await (await bucket.get(key))?.arrayBuffer()) ?? new ArrayBuffer(0)),
  );
  return Buffer.concat([await postgres.dump(url), ...(await Promise.all(bytes))]);
}

/** Makes the bed in the worker; what changes in it meanwhile goes along with each request. */
async function startBed(
  miniflare: Miniflare,
  host: TestHost,
  { number, images }: Database,
  bed: string,
  ...[given, state, news]: Parameters<NonNullable<BedStores['start']>>
): ReturnType<NonNullable<BedStores['start']>> {
  host.listen(bed, news);
  const send = async (wants: Order['wants'], path: string, init: RequestInit = {}): Promise<Response> => {
    const order: Order = { bed, images, wants, database: number, state };
    const headers = new Headers(init.headers);
    headers.set(ORDER, JSON.stringify(order));
    const all = { ...init, headers: Object.fromEntries(headers), redirect: 'manual' };
    const response = await miniflare.dispatchFetch(`http://localhost${path}`, all as never);
    const { status } = response;
    const body = status === 204 || status === 304 ? null : (response.body as ReadableStream | null);
    return new Response(body, { status, headers: [...response.headers] });
  };
  const response = await send('bed', '/', { method: 'POST', body: host.lend(given) });
  if (response.status !== 201) throw new Error(`No bed: ${await response.text()}`);
  return {
    request: (path, init) => send('answer', path, init),
    runDue: async () => (await (await send('due', '/', { method: 'POST' })).json()) as number,
  };
}
