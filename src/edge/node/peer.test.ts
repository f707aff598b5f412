import { describe, expect, it } from 'vitest';
import { clientAddress, parseProxies } from './peer.node.ts';

const from = (peer: string, forwarded: string | null, setting: string) => {
  const headers = forwarded === null ? {} : { 'x-forwarded-for': forwarded };
  return clientAddress(new Request('http://localhost/', { headers }), peer, parseProxies(setting)!);
};

describe('whose address a request has', () => {
  it('believes no header unless a proxy is trusted', () => {
    expect(from('203.0.113.9', '198.51.100.1', 'none')).toBe('203.0.113.9');
    expect(from('203.0.113.9', '198.51.100.1', 'loopback,private')).toBe('203.0.113.9');
    expect(from('127.0.0.1', '198.51.100.1', 'none')).toBe('127.0.0.1');
  });

  it('takes what the outermost trusted proxy saw, not what the client wrote', () => {
    expect(from('127.0.0.1', '198.51.100.1', 'loopback')).toBe('198.51.100.1');
    expect(from('10.0.0.2', '1.1.1.1, 198.51.100.1, 10.0.0.7', '10.0.0.0/8')).toBe('198.51.100.1');
    expect(from('10.0.0.2', '1.1.1.1, nonsense, 10.0.0.7', '10.0.0.0/8')).toBe('10.0.0.7');
    expect(from('10.0.0.2', null, '10.0.0.0/8')).toBe('10.0.0.2');
    expect(from('fc00::1', '2001:db8::5', 'private')).toBe('2001:db8::5');
    expect(from('127.0.0.1', '::ffff:198.51.100.1', 'loopback')).toBe('198.51.100.1');
  });

  it.each(['everything', '10.0.0.0/33', '10.0.0', '', '::1/129', '10.0.0.1/'])(
    'does not know the proxy "%s"',
    (setting) => {
      expect(parseProxies(setting)).toBeNull();
    },
  );
});
