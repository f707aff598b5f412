/** IPv4 networks that are not the public internet: IANA special-purpose registry, RFC 6890 and its successors. */
const V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map((network): readonly [base: number, bits: number] => {
  const [base = '', bits] = network.split('/');
  return [v4(base) ?? 0, Number(bits)];
});

/** A dotted IPv4 address as a number; null if it is none. Octal and short forms are none: `URL` has resolved them. */
function v4(text: string): number | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return null;
  const parts = match.slice(1).map(Number);
  if (parts.some((part, i) => part > 255 || String(part) !== match[i + 1])) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

const publicV4 = (address: number): boolean =>
  V4.every(([base, bits]) => Math.floor(address / 2 ** (32 - bits)) !== Math.floor(base / 2 ** (32 - bits)));

/** The eight groups of an IPv6 address; null if it is none. A zone (`%eth0`) makes it none. */
export function v6(text: string): number[] | null {
  let source = text;
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(source);
  if (dotted) {
    const tail = v4(dotted[2] ?? '');
    if (tail === null) return null;
    source = `${dotted[1]}${Math.floor(tail / 65_536).toString(16)}:${(tail % 65_536).toString(16)}`;
  }
  const halves = source.split('::');
  if (halves.length > 2) return null;
  const groups = (half: string | undefined): string[] => (half ? half.split(':') : []);
  const [head, tail] = [groups(halves[0]), groups(halves[1])];
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const all = [...head, ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...tail];
  return all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? all.map((group) => parseInt(group, 16))
    : null;
}

/**
 * Global unicast (2000::/3) is public, without the parts of it that lead elsewhere: documentation (2001:db8::/32,
 * 3fff::/20), Teredo, benchmarking and ORCHID (2001::/23), and 6to4 (2002::/16), which carries an IPv4 address.
 * Everything else (loopback, link-local, unique-local, mapped, NAT64) is refused: an IPv4 host has its IPv4 address.
 */
function publicV6([first = 0, second = 0]: readonly number[]): boolean {
  if (first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2001) return second >= 0x200 && second !== 0xdb8;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}

/** Whether an IP address, in any text form that resolvers give, lies in the public internet. */
export function isPublicAddress(address: string): boolean {
  const four = v4(address);
  if (four !== null) return publicV4(four);
  const six = v6(address);
  return six !== null && publicV6(six);
}

const isIp = (hostname: string): boolean => hostname.startsWith('[') || v4(hostname) !== null;

/** Names that no public DNS answers for: RFC 6761, RFC 6762, RFC 8375, and what people use at home. */
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|onion)\.?$/;

/**
 * Judges where a webhook is to go, by its address alone; on Node every address that its name resolves to is judged
 * once more when it is connected to.
 * @param allowPrivate WEBHOOK_ALLOW_PRIVATE: http and private addresses as well.
 * @returns why it is refused; null if it is not.
 */
export function refusedTarget(given: string, allowPrivate: boolean): string | null {
  if (!URL.canParse(given)) return 'not_a_url';
  // Parsing writes 2130706433, 0x7f.1 and 0177.0.0.1 as 127.0.0.1: there is one form to judge.
  const { protocol, hostname, username, password } = new URL(given);
  if (username !== '' || password !== '') return 'credentials_in_url';
  if (protocol !== 'https:' && !(allowPrivate && protocol === 'http:')) return 'not_https';
  if (allowPrivate) return null;
  if (isIp(hostname)) return isPublicAddress(hostname.replace(/^\[|\]$/g, '')) ? null : 'private_address';
  return PRIVATE_NAMES.test(hostname) || !hostname.replace(/\.$/, '').includes('.')
    ? 'private_address'
    : null;
}
