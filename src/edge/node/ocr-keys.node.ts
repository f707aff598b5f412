import { createHash, timingSafeEqual } from 'node:crypto';
import { isDirectAndLocal } from './peer.node.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether `given` is one of `keys`, in a time that tells nothing of them. */
export function keyMatcher(keys: readonly string[]): (given: string) => boolean {
  const digests = keys.map(digest);
  return (given) => {
    const mine = digest(given);
    return digests.map((each) => timingSafeEqual(each, mine)).includes(true);
  };
}

/**
 * Who may use `/v1/*`: holders of one of the keys; without keys anyone on this very machine, under any key.
 */
export function ocrAuthorisation(keys: readonly string[] | null) {
  const matches = keys && keyMatcher(keys);
  return (key: string | null, request: Request, peer?: string): boolean => {
    if (key === null || key === '') return false;
    return matches ? matches(key) : isDirectAndLocal(request, peer);
  };
}
