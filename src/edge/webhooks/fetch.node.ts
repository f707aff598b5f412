import { lookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress, refusedTarget } from './address.ts';

/** A refusal looks like any failure of the network, with a code of its own. */
const refusal = (code: string): Error => Object.assign(new Error('Refused'), { code });

/**
 * Resolves a name, and hands on only if every address of it is public: the socket then connects to just what was
 * judged, so that a second answer of a name server cannot lead elsewhere.
 */
const publicLookup =
  (resolve: typeof lookup): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
        return done(refusal('private_address') as NodeJS.ErrnoException, '', 0);
      if (options.all) return done(null, addresses as never, 0);
      const first = addresses[0];
      return done(null, first?.address ?? '', first?.family ?? 0);
    });
  };

interface FetchOptions {
  readonly allowPrivate: boolean;
  /** Stands in for the name server in tests. */
  readonly resolve?: typeof lookup;
}

/**
 * `fetch` for webhooks on Node: follows no redirect, reads no body, and connects to public addresses alone unless
 * `allowPrivate`. Each call has a connection of its own.
 */
export function webhookFetch({ allowPrivate, resolve = lookup }: FetchOptions) {
  return async (
    url: string,
    init: { headers: Record<string, string>; body: string; signal: AbortSignal },
  ) => {
    const refused = refusedTarget(url, allowPrivate);
    if (refused) throw refusal(refused);
    const send = new URL(url).protocol === 'https:' ? httpsRequest : httpRequest;
    const answer = await new Promise<IncomingMessage>((done, fail) => {
      const sent = send(
        url,
        {
          method: 'POST',
          headers: { ...init.headers, 'content-length': Buffer.byteLength(init.body) },
          signal: init.signal,
          agent: false,
          ...(!allowPrivate && { lookup: publicLookup(resolve) }),
        },
        done,
      );
      sent.once('error', fail);
      sent.end(init.body);
    });
    const status = answer.statusCode ?? 0;
    answer.destroy();
    return { status };
  };
}
