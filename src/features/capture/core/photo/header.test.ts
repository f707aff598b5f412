import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PhotoFormat, readHeader } from './header.ts';

const text = (value: string) => [...value].map((char) => char.charCodeAt(0));
const u16 = (value: number, little = false) => {
  const bytes = [value >> 8, value & 0xff];
  return little ? bytes.reverse() : bytes;
};
const u32 = (value: number, little = false) => {
  const bytes = [value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
  return little ? bytes.reverse() : bytes;
};

/** An APP1 segment whose one entry is the orientation. */
function exif(orientation: number, little: boolean): number[] {
  const tiff = [
    ...text(little ? 'II' : 'MM'),
    ...u16(42, little),
    ...u32(8, little),
    ...u16(1, little),
    ...u16(0x0112, little),
    ...u16(3, little),
    ...u32(1, little),
    ...u16(orientation, little),
    ...u16(0, little),
  ];
  const body = [...text('Exif'), 0, 0, ...tiff];
  return [0xff, 0xe1, ...u16(body.length + 2), ...body];
}

const jpeg = (width: number, height: number, before: number[] = []) =>
  new Uint8Array([0xff, 0xd8, ...before, 0xff, 0xc2, ...u16(17), 8, ...u16(height), ...u16(width), 3, 0, 0]);

describe('readHeader', () => {
  it('reads size and orientation of a JPEG, in either byte order', () => {
    const size = fc.integer({ min: 1, max: 65_535 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 8 }), fc.boolean(), (width, height, turn, little) => {
        expect(readHeader(jpeg(width, height, exif(turn, little)))).toEqual({
          format: 'jpeg',
          width,
          height,
          orientation: turn,
        });
      }),
    );
  });

  it('takes an orientation that does not exist for none', () => {
    expect(readHeader(jpeg(4, 3, exif(9, true))).orientation).toBe(1);
  });

  it('never throws, whatever the bytes', () => {
    const starts = fc.constantFrom<number[]>(
      [],
      [0xff, 0xd8, 0xff],
      [0xff, 0xd8, ...exif(6, true)],
      text('\x89PNG\r\n\x1a\n'),
      [...text('RIFF'), 0, 0, 0, 0, ...text('WEBPVP8X')],
      text('BM'),
      text('GIF89a'),
    );
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        const header = readHeader(new Uint8Array([...start, ...rest]));
        expect(header.width).toBeGreaterThanOrEqual(0);
        expect(header.orientation).toBeGreaterThanOrEqual(1);
        expect(header.orientation).toBeLessThanOrEqual(8);
      }),
    );
  });

  it.each<[PhotoFormat, number[]]>([
    ['heic', [...u32(24), ...text('ftypheic'), ...u32(0), ...text('mif1heic')]],
    ['heic', [...u32(24), ...text('ftypmif1'), ...u32(0), ...text('mif1heic')]],
    ['avif', [...u32(28), ...text('ftypavif'), ...u32(0), ...text('avifmif1miaf')]],
    ['video', [...u32(24), ...text('ftypisom'), ...u32(0), ...text('isomavc1')]],
    ['pdf', text('%PDF-1.7 and some more')],
    ['pdf', text('junk before it %PDF-1.4')],
    ['gif', text('GIF89a and more')],
    ['bmp', text('BM and some more bytes')],
    ['unknown', text('hello, this is a letter')],
    ['unknown', [1, 2]],
  ])('knows %s by its content', (format, bytes) => {
    expect(readHeader(new Uint8Array(bytes)).format).toBe(format);
  });

  it('reads the sizes that let a bomb be refused before it is decoded', () => {
    const png = [...text('\x89PNG\r\n\x1a\n'), ...u32(13), ...text('IHDR'), ...u32(30_000), ...u32(30_000)];
    expect(readHeader(new Uint8Array(png))).toMatchObject({ width: 30_000, height: 30_000 });
  });
});
