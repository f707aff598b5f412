import { concat } from '../crypto/bytes.ts';
import type { ImageStore } from '../stores/images.ts';
import type { R2Bucket } from './platform.ts';

/** Images as objects of an R2 bucket, which is strongly consistent: what `put` has answered is durable. */
export function r2Images(bucket: R2Bucket, prefix = 'images'): ImageStore {
  const keyOf = (id: string) => `${prefix}/${id.slice(0, 2)}/${id}`;
  const put: ImageStore['put'] = async (id, ...sealed) => {
    await bucket.put(keyOf(id), concat(...sealed));
  };
  return {
    put,
    // Objects are written as a whole.
    replace: put,
    persist: async (id) => (await bucket.head(keyOf(id))) !== null,
    get: async (id) => {
      const object = await bucket.get(keyOf(id));
      return object && new Uint8Array(await object.arrayBuffer());
    },
    erase: (id) => bucket.delete(keyOf(id)),
  };
}
