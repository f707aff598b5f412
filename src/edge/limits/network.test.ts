import { expect, it } from 'vitest';
import { networkOf } from './network.ts';

it('takes what one subscriber has for one, however it is written', () => {
  for (const address of ['2001:db8::1', '2001:db8:0:0:9::', '2001:DB8::ffff:1:2', '2001:db8:0::7%eth0'])
    expect(networkOf(address)).toBe('2001:db8:0:0::/64');
  expect(networkOf('2001:db8:1::1')).not.toBe(networkOf('2001:db8:2::1'));
  expect(networkOf('2001:db8::1:2:3:4:5')).toBe('2001:db8:0:1::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
});

it('leaves IPv4 as it is, also where a socket writes it as IPv6', () => {
  expect(networkOf('198.51.100.7')).toBe('198.51.100.7');
  expect(networkOf('::ffff:198.51.100.7')).toBe('198.51.100.7');
  expect(networkOf('no address')).toBe('no address');
});
