import { afterAll, beforeAll, describe } from 'vitest';
import type { S3Settings } from './settings.ts';
import { s3Images } from './stores/images-s3.ts';
import { openPostgres } from './stores/postgres.ts';
import { type BedOptions, type BedStores, bedsOf } from './testing/bed.node.ts';
import { startPostgres, type TestPostgres } from './testing/postgres.node.ts';
import { startS3, type TestS3 } from './testing/s3.node.ts';
import { edgeSuite } from './testing/suite/index.node.ts';

let postgres: TestPostgres;
let s3: TestS3;
beforeAll(async () => {
  [postgres, s3] = await Promise.all([startPostgres(), startS3()]);
});
afterAll(async () => {
  await Promise.all([postgres.stop(), s3.stop()]);
});

/** Stores of one bed; beds that are given the same folder share them. */
const byFolder = new Map<string, { url: string; bucket: S3Settings }>();
async function openStores({ folder }: BedOptions): Promise<BedStores> {
  const known = folder && byFolder.get(folder);
  const { url, bucket } = known || { url: await postgres.database(), bucket: await s3.bucket() };
  if (folder) byFolder.set(folder, { url, bucket });
  const store = openPostgres(url, { connections: 4 });
  return {
    store,
    images: s3Images(bucket),
    dump: async () => Buffer.concat([await postgres.dump(url), s3.dump()]),
    close: store.close,
  };
}

describe('edge on Node with PostgreSQL and S3', () => edgeSuite(bedsOf(openStores)));
