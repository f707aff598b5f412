/**
 * Two processes on one Postgres and one S3 bucket, under load; each is killed in turn. Customers go on with the
 * one that is left, as they would behind a balancer: nothing that was acknowledged may be missing.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { s3Images } from '#src/edge/stores/images-s3.ts';
import { openPostgres } from '#src/edge/stores/postgres.ts';
import { freePort } from '#src/edge/testing/port.node.ts';
import { startPostgres } from '#src/edge/testing/postgres.node.ts';
import { startS3 } from '#src/edge/testing/s3.node.ts';
import { type Customer, prepare, startEntry, submit } from './customer.ts';
import { client, spread } from './load.ts';
import { startStub } from './processes.ts';

export interface ClusterFigures {
  readonly submissions: number;
  readonly lost: number;
  readonly doubled: number;
  readonly imagesMissing: number;
  /** Requests that had to be sent again, to the other process. */
  readonly movedOn: number;
}

const SECRET = 'one secret for all processes of the deployment';

/** `submissions` while first the one process is killed and started again, then the other. */
export async function benchCluster(submissions: number): Promise<ClusterFigures> {
  const [stub, postgres, s3] = await Promise.all([startStub(), startPostgres(), startS3()]);
  const [databaseUrl, bucket] = [await postgres.database(), await s3.bucket()];
  const folder = mkdtempSync(join(tmpdir(), 'kenal-cluster-'));
  const { origin, pathname } = new URL(bucket.bucketUrl);
  const ports = [await freePort(), await freePort()];
  const nodes = ports.map((port, i) => ({
    url: `http://127.0.0.1:${port}`,
    http: client(`http://127.0.0.1:${port}`, 8),
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATA_DIR: join(folder, String(i)),
      DATABASE_URL: databaseUrl,
      IMAGE_STORE: `s3:/${pathname}?endpoint=${encodeURIComponent(origin)}`,
      AWS_ACCESS_KEY_ID: bucket.accessKeyId,
      AWS_SECRET_ACCESS_KEY: bucket.secretAccessKey,
      SECRET_KEY: SECRET,
      RATE_LIMIT: '1000000',
      LOG_LEVEL: 'silent',
      OCR_API_URL: stub.url,
      OCR_API_KEY: 'bench',
    },
  }));
  const children: ChildProcess[] = await Promise.all(nodes.map(({ env, url }) => startEntry(env, url)));
  let movedOn = 0;
  /** Does it at one process, and at the other if that is gone: as a balancer and a patient client do. */
  const anywhere = async <T>(
    first: number,
    work: (http: ReturnType<typeof client>) => Promise<T>,
  ): Promise<T> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work(nodes[(first + attempt) % 2]!.http);
      } catch (error) {
        const isDown = error instanceof Error && 'code' in error;
        if (!isDown || attempt > 20) throw error;
        movedOn++;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const customers: Customer[] = [];
  let done = 0;
  const killAt = [0.25, 0.65].map((share) => Math.floor(submissions * share));
  let restarts: Promise<unknown> = Promise.resolve();
  await spread(submissions, 8, async (i) => {
    const customer = await anywhere(i, (http) => prepare(http, i));
    customers.push(customer);
    await anywhere(i + 1, (http) => submit(http, customer));
    const victim = killAt.indexOf(++done);
    if (victim < 0) return;
    // The one before is back by then: one of the two always serves.
    restarts = restarts.then(async () => {
      children[victim]!.kill('SIGKILL');
      await new Promise((resolve) => children[victim]!.once('exit', resolve));
      children[victim] = await startEntry(nodes[victim]!.env, nodes[victim]!.url);
    });
  });
  await restarts;
  for (const { http } of nodes) http.close();
  for (const child of children) {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
  const store = openPostgres(databaseUrl, { connections: 2 });
  const images = s3Images(bucket);
  let [lost, imagesMissing] = [0, 0];
  for (const { receipt, sessionId } of customers) {
    const row = await store.applications.ofSession(sessionId);
    if (!receipt || row?.id !== receipt.id) lost++;
  }
  for (const customer of customers) if (!(await images.persist(customer.readingId))) imagesMissing++;
  const stored = await store.applications.count();
  await store.close();
  await Promise.all([postgres.stop(), s3.stop()]);
  stub.stop();
  rmSync(folder, { recursive: true, force: true });
  return { submissions: customers.length, lost, doubled: stored - customers.length, imagesMissing, movedOn };
}
