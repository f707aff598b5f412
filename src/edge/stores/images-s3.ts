import { AwsClient } from 'aws4fetch';
import { concat } from '../crypto/bytes.ts';
import type { S3Settings } from '../settings.ts';
import type { ImageStore } from './images.ts';

const TIMEOUT_MS = 10_000;

/** Images as objects of an S3 bucket, or of anything that speaks S3. A PUT that was answered is durable. */
export function s3Images({ bucketUrl, region, accessKeyId, secretAccessKey }: S3Settings): ImageStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const ask = async (method: string, id: string, body?: Uint8Array) => {
    const response = await client.fetch(`${bucketUrl}/images/${id.slice(0, 2)}/${id}`, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body && {
        body: body as Uint8Array<ArrayBuffer>,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    });
    if (response.ok || response.status === 404) return response;
    await response.body?.cancel();
    throw new Error(`The image store answered ${method} with ${response.status}`);
  };
  const drop = (response: Response) => response.body?.cancel();
  const put: ImageStore['put'] = async (id, ...sealed) => {
    const response = await ask('PUT', id, concat(...sealed));
    await drop(response);
    if (!response.ok) throw new Error('The image store has no such bucket');
  };
  return {
    put,
    // Objects are written as a whole.
    replace: put,
    persist: async (id) => {
      const response = await ask('HEAD', id);
      await drop(response);
      return response.ok;
    },
    get: async (id) => {
      const response = await ask('GET', id);
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      await drop(response);
      return null;
    },
    erase: async (id) => {
      await drop(await ask('DELETE', id));
    },
  };
}
