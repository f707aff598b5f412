import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Settings } from '../settings.ts';
import { bytesIn } from './files.node.ts';
import { freePort } from './port.node.ts';

interface S3rver {
  run(): Promise<unknown>;
  close(): Promise<void>;
}
type S3rverClass = new (options: Record<string, unknown>) => S3rver;

export interface TestS3 {
  /** A bucket of its own, empty. */
  readonly bucket: () => Promise<S3Settings>;
  /** Every byte that lies in it. */
  readonly dump: () => Buffer;
  readonly stop: () => Promise<void>;
}

/** An S3 server of its own, with its objects in a temporary folder. */
export async function startS3(): Promise<TestS3> {
  // @ts-expect-error: it comes without types
  const { default: S3rver } = (await import('s3rver')) as { default: S3rverClass };
  const directory = mkdtempSync(join(tmpdir(), 'kenal-s3-'));
  const port = await freePort();
  const names = Array.from({ length: 200 }, (_, i) => ({ name: `kenal-${i}` }));
  const options = { address: '127.0.0.1', port, silent: true, directory, configureBuckets: names };
  const server = new S3rver(options);
  await server.run();
  let used = 0;
  return {
    bucket: async () => ({
      bucketUrl: `http://127.0.0.1:${port}/kenal-${used++}`,
      region: 'us-east-1',
      // The keys that this server knows.
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    }),
    dump: () => bytesIn(directory),
    stop: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
