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
 * Who may use `/v1/*`: holders of one of the keys; without keys anyone on this very machine, under any key, as long as
 * the deployment is known nowhere else.
 */
export function ocrAuthorisation(keys: readonly string[] | null, publicUrl: string) {
  const matches = keys && keyMatcher(keys);
  return (key: string | null, request: Request, peer?: string): boolean => {
    if (key === null || key === '') return false;
    return matches ? matches(key) : isDirectAndLocal(request, peer, publicUrl);
  };
}

/** Letters of a key's fingerprint: enough to tell a deployment's keys apart, too few to try keys against. */
const FINGERPRINT = 8;

/**
 * What a key is called where its use is counted: the beginning of its SHA-256. Where any key is accepted all are
 * one, for there may be any number of them; a request that bore none that is accepted counts under "none".
 */
export function keyNames(keys: readonly string[] | null): (key: string | null) => string {
  return (key) => {
    if (key === null) return 'none';
    return keys ? digest(key).toString('hex').slice(0, FINGERPRINT) : 'local';
  };
}
