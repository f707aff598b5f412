import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, refusedTarget } from './address.ts';

const octet = fc.integer({ min: 0, max: 255 });
/** Addresses of networks that no webhook may reach, as four numbers. */
const privateV4 = fc.oneof(
  fc.tuple(fc.constant(10), octet, octet, octet),
  fc.tuple(fc.constant(127), octet, octet, octet),
  fc.tuple(fc.constant(0), octet, octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
);
type Four = readonly [number, number, number, number];
const numberOf = (four: Four): number => four.reduce((sum, part) => sum * 256 + part, 0);
const hex = (n: number) => n.toString(16);

/** Every way of writing an IPv4 address that URL parsers know, and IPv6 forms that carry one. */
const FORMS: readonly ((four: Four) => string)[] = [
  (four) => four.join('.'),
  (four) => String(numberOf(four)),
  (four) => `0x${hex(numberOf(four))}`,
  (four) => `0${numberOf(four).toString(8)}`,
  (four) => four.map((part) => `0x${hex(part)}`).join('.'),
  (four) => four.map((part) => `0${part.toString(8)}`).join('.'),
  ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
  ([a, b, c, d]) => `${a}.${(b * 256 + c) * 256 + d}`,
  (four) => `${four.join('.')}.`,
  (four) => `[::ffff:${four.join('.')}]`,
  ([a, b, c, d]) => `[::ffff:${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
  (four) => `[::${four.join('.')}]`,
  ([a, b, c, d]) => `[64:ff9b::${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
  ([a, b, c, d]) => `[2002:${hex(a * 256 + b)}:${hex(c * 256 + d)}::1]`,
];

describe('where webhooks may go', () => {
  it('is never a private address, however it is written', () => {
    fc.assert(
      fc.property(
        privateV4,
        fc.constantFrom(...FORMS),
        fc.integer({ min: 0, max: 65_535 }),
        (four, form, port) => {
          for (const suffix of ['', `:${port}`])
            expect(refusedTarget(`https://${form(four)}${suffix}/hook`, false)).not.toBeNull();
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is never an IPv6 address outside of the public internet', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    const first = fc.integer({ min: 0, max: 0xffff }).filter((n) => n < 0x2000 || n > 0x3fff);
    fc.assert(
      fc.property(first, fc.array(group, { minLength: 7, maxLength: 7 }), (head, tail) => {
        const address = [head, ...tail].map(hex).join(':');
        expect(isPublicAddress(address)).toBe(false);
        expect(refusedTarget(`https://[${address}]/`, false)).toBe('private_address');
      }),
    );
    for (const address of ['::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1', '2001::1'])
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
  });

  it('is the public internet by https', () => {
    for (const url of [
      'https://shop.example/hook',
      'https://shop.example:8443/hook?x=1',
      'https://8.8.8.8/',
      'https://[2606:4700:4700::1111]/',
      'https://xn--bcher-kva.example/',
    ])
      expect([url, refusedTarget(url, false)]).toEqual([url, null]);
    for (const name of ['localhost', 'a.localhost', 'LOCALHOST.', 'printer.local', 'db.internal', 'router'])
      expect([name, refusedTarget(`https://${name}/`, false)]).toEqual([name, 'private_address']);
    expect(refusedTarget('http://shop.example/', false)).toBe('not_https');
    expect(refusedTarget('https://a:b@shop.example/', false)).toBe('credentials_in_url');
    expect(refusedTarget('ftp://shop.example/', true)).toBe('not_https');
    expect(refusedTarget('http://127.0.0.1:9/', true)).toBeNull();
  });

  it('takes no text for an address that is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!/^[\d.]+$|:/.test(text)) expect(isPublicAddress(text)).toBe(false);
      }),
    );
    for (const text of [
      '1.2.3',
      '01.2.3.4',
      '256.1.1.1',
      '1.2.3.4.5',
      '2606::1::2',
      '2606:4700',
      'fe80::1%eth0',
    ])
      expect([text, isPublicAddress(text)]).toEqual([text, false]);
  });
});
