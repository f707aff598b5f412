import { v6 } from '../webhooks/address.ts';

/** `::ffff:0:0/96`: an IPv4 address as a socket of both families writes it. */
const isMapped = (groups: readonly number[]): boolean =>
  groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;

/**
 * What an address is counted as: an IPv4 address as itself; of IPv6 the first 64 bits, which one subscriber's
 * addresses share, however it is written (`2001:db8::1` and `2001:db8:0:0:9::` are one network).
 */
export function networkOf(address: string): string {
  const groups = v6(address.replace(/%.*$/, ''));
  if (!groups) return address;
  const [high = 0, low = 0] = groups.slice(6);
  if (isMapped(groups)) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}
