import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { photo } from '../testing/samples.node.ts';
import { readImageHeader } from './header.ts';

const bytes = (...parts: (number[] | Buffer)[]) =>
  new Uint8Array(Buffer.concat(parts.map((p) => Buffer.from(p))));
const u32 = (n: number, little = false) => {
  const out = Buffer.alloc(4);
  if (little) out.writeInt32LE(n);
  else out.writeUInt32BE(n);
  return out;
};
const png = (width: number, height: number) =>
  bytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    u32(13),
    Buffer.from('IHDR'),
    u32(width),
    u32(height),
  );
const bmp = (width: number, height: number) =>
  bytes(Buffer.from('BM'), Buffer.alloc(12), u32(40, true), u32(width, true), u32(height, true));

describe('readImageHeader', () => {
  it('finds type and size by content', () => {
    expect(readImageHeader(photo(1, { width: 4032, height: 3024 }))).toEqual({
      type: 'image/jpeg',
      width: 4032,
      height: 3024,
    });
    expect(readImageHeader(png(640, 480))).toEqual({ type: 'image/png', width: 640, height: 480 });
    expect(readImageHeader(bmp(640, -480))).toEqual({ type: 'image/bmp', width: 640, height: 480 });
    const old = bytes(Buffer.from('BM'), Buffer.alloc(12), u32(12, true), [0x80, 2, 0xe0, 1, 1, 0, 24, 0]);
    expect(readImageHeader(old)).toEqual({ type: 'image/bmp', width: 640, height: 480 });
  });

  it('skips segments and fill bytes before the frame of a JPEG', () => {
    const frame = [0xff, 0xc2, 0, 17, 8, 1, 0, 2, 0, 3, 0, 0, 0];
    const app1 = [0xff, 0xe1, 0, 6, 0xff, 0xc0, 0, 0];
    expect(readImageHeader(bytes([0xff, 0xd8], app1, [0xff], frame))).toMatchObject({
      width: 512,
      height: 256,
    });
    expect(readImageHeader(bytes([0xff, 0xd8, 0xff, 0xda, 0, 2], frame))).toBeNull();
  });

  it('takes any bytes, whole or cut, without a fault', () => {
    const starts = [photo(1).slice(0, 60), png(9, 9), bmp(9, 9)];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat(80),
        fc.uint8Array({ maxLength: 64 }),
        (start, cut, tail) => {
          const header = readImageHeader(bytes(Buffer.from(start.slice(0, cut)), Buffer.from(tail)));
          if (header) expect(header.width * header.height).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
