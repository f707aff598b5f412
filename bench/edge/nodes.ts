/** Two processes of the real entry point on one Postgres and one S3 bucket, as behind a balancer. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImageStore } from '#src/edge/stores/images.ts';
import { s3Images } from '#src/edge/stores/images-s3.ts';
import { openPostgres } from '#src/edge/stores/postgres.ts';
import type { Store } from '#src/edge/stores/store.ts';
import { freePort } from '#src/edge/testing/port.node.ts';
import { startPostgres } from '#src/edge/testing/postgres.node.ts';
import { startS3 } from '#src/edge/testing/s3.node.ts';
import { startEntry } from './customer.ts';
import { client } from './load.ts';
import { startStub } from './processes.ts';

export interface Nodes {
  readonly http: readonly [ReturnType<typeof client>, ReturnType<typeof client>];
  /** What both of them keep, from outside. */
  readonly store: Store;
  readonly images: ImageStore;
  readonly databaseUrl: string;
  readonly start: (node: 0 | 1) => Promise<void>;
  readonly pid: (node: 0 | 1) => number;
  /** `kill -9`; resolves when the process is gone. */
  readonly kill: (node: 0 | 1) => Promise<void>;
  readonly close: () => Promise<void>;
}

const SECRET = 'one secret for all processes of the deployment';

const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });

/** Neither is started yet. */
export async function twoNodes(): Promise<Nodes> {
  const [stub, postgres, s3] = await Promise.all([startStub(), startPostgres(), startS3()]);
  const [databaseUrl, bucket] = [await postgres.database(), await s3.bucket()];
  const folder = mkdtempSync(join(tmpdir(), 'kenal-cluster-'));
  const { origin, pathname } = new URL(bucket.bucketUrl);
  const shared = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    IMAGE_STORE: `s3:/${pathname}?endpoint=${encodeURIComponent(origin)}`,
    AWS_ACCESS_KEY_ID: bucket.accessKeyId,
    AWS_SECRET_ACCESS_KEY: bucket.secretAccessKey,
    SECRET_KEY: SECRET,
    RATE_LIMIT: '1000000',
    LOG_LEVEL: 'silent',
    OCR_API_URL: stub.url,
    OCR_API_KEY: 'bench',
  };
  const ports = [await freePort(), await freePort()] as const;
  const url = (node: 0 | 1) => `http://127.0.0.1:${ports[node]}`;
  const children: ChildProcess[] = [];
  const http = [client(url(0), 8), client(url(1), 8)] as const;
  const store = openPostgres(databaseUrl, { connections: 2 });
  return {
    http,
    store,
    images: s3Images(bucket),
    databaseUrl,
    start: async (node) => {
      const env = { ...shared, PORT: String(ports[node]), DATA_DIR: join(folder, String(node)) };
      children[node] = await startEntry(env, url(node));
    },
    pid: (node) => children[node]?.pid ?? 0,
    kill: (node) => ended(children[node]!, 'SIGKILL'),
    close: async () => {
      for (const each of http) each.close();
      await Promise.all(children.map((child) => ended(child, 'SIGTERM')));
      await store.close();
      await Promise.all([postgres.stop(), s3.stop()]);
      stub.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
