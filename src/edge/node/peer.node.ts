import { BlockList, isIP } from 'node:net';

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1)$/;
const PROXIED = /^(?:forwarded|x-forwarded-.+|x-real-ip|via)$/i;

/** An IPv4 address as itself where a dual-stack socket writes `::ffff:192.0.2.1`. */
const plain = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;

const isLoopback = (peer: string | null | undefined): boolean => !!peer && LOOPBACK.test(plain(peer));

/** Address of the direct peer, where @hono/node-server serves the app. */
export function peerOf(env: unknown): string | null {
  const bindings = env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  const address = bindings?.incoming?.socket?.remoteAddress;
  return address ? plain(address) : null;
}

/** Whether a URL's host is this machine, by a name that means it everywhere (RFC 6761). */
const isLocalHost = (url: string): boolean => {
  const hostname = URL.canParse(url) ? new URL(url).hostname : '';
  return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
};

/**
 * Whether a request comes from this machine itself: no proxy's traces, and no other site's page behind it. Some
 * proxies leave none, so that a deployment which is known elsewhere has nobody who is local; and a page whose own name
 * was made to lead here (DNS rebinding) sends that name as Host.
 */
export function isDirectAndLocal(
  request: Request,
  peer: string | null | undefined,
  publicUrl: string,
): boolean {
  if (!isLoopback(peer) || !isLocalHost(publicUrl)) return false;
  if (!isLocalHost(`http://${request.headers.get('host') ?? new URL(request.url).host}`)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return false;
  return [...request.headers.keys()].every((name) => !PROXIED.test(name));
}

const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/**
 * The proxies of TRUST_PROXY: addresses and networks (`10.0.0.0/8`), `loopback`, `private`; or `none`.
 * @returns null if something in the list is none of these.
 */
export function parseProxies(setting: string): BlockList | null {
  const list = new BlockList();
  if (setting === 'none') return list;
  for (const entry of setting.split(',').map((each) => each.trim())) {
    for (const range of NAMED[entry] ?? [entry]) {
      const [address = '', prefix] = range.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      const bits = family === 'ipv6' ? 128 : 32;
      if (!isIP(address) || (prefix !== undefined && !(/^\d+$/.test(prefix) && Number(prefix) <= bits)))
        return null;
      list.addSubnet(address, Number(prefix ?? bits), family);
    }
  }
  return list;
}

/** Whether a peer is one of these proxies. */
export const isTrusted = (peer: string | null, proxies: BlockList): boolean =>
  peer !== null && proxies.check(peer, isIP(peer) === 6 ? 'ipv6' : 'ipv4');

/**
 * The client's address: the peer's, unless that is a trusted proxy; then the last address of X-Forwarded-For
 * that is none. What a client writes into that header itself stands further left, and is never reached.
 */
export function clientAddress(request: Request, peer: string | null, proxies: BlockList): string | null {
  if (!peer || !isTrusted(peer, proxies)) return peer;
  const chain = (request.headers.get('x-forwarded-for') ?? '').split(',').map((each) => plain(each.trim()));
  let address = peer;
  for (const hop of chain.reverse()) {
    if (!isIP(hop)) break;
    address = hop;
    if (!isTrusted(hop, proxies)) break;
  }
  return address;
}
