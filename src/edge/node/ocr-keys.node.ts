import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/i;
const PROXIED = /^(?:forwarded|x-forwarded-.+|x-real-ip|via)$/i;

/** Whether a request comes from this machine itself: no proxy's traces, and no other site's page behind it. */
function isDirectAndLocal(request: Request, peer: string | undefined): boolean {
  if (!peer || !LOOPBACK.test(peer)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return false;
  return [...request.headers.keys()].every((name) => !PROXIED.test(name));
}

/**
 * Who may use `/v1/*`: holders of one of the keys; without keys anyone on this very machine, under any key.
 * Keys are compared in constant time.
 */
export function ocrAuthorisation(keys: readonly string[] | null) {
  const digests = keys?.map(digest);
  return (key: string | null, request: Request, peer?: string): boolean => {
    if (key === null || key === '') return false;
    if (!digests) return isDirectAndLocal(request, peer);
    const given = digest(key);
    return digests.map((each) => timingSafeEqual(each, given)).includes(true);
  };
}
