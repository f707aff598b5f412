import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paletteGrey, writeBmp } from '../testing/bmp-files.ts';
import { decodeBmp } from './bmp.ts';
import { readBmpHeader } from './bmp-header.ts';
import { ImageFormatError } from './errors.ts';

const [WIDTH, HEIGHT] = [13, 5];
const decode = (file: Uint8Array) => decodeBmp(file, readBmpHeader(file));

describe('BMP files', () => {
  for (const bits of [1, 4, 8] as const) {
    for (const kind of [{}, { topDown: true }, { core: true }, ...(bits > 1 ? [{ rle: true }] : [])]) {
      test(`${bits} bits ${JSON.stringify(kind)}`, () => {
        const pixel = (x: number, y: number) => (x * 3 + y * 5) % (1 << bits);
        const { data } = decode(writeBmp({ width: WIDTH, height: HEIGHT, bits, pixel, ...kind }));
        for (let y = 0; y < HEIGHT; y++) {
          for (let x = 0; x < WIDTH; x++) {
            expect(data[(y * WIDTH + x) * 3 + 1]).toBe(paletteGrey(bits, pixel(x, y)));
          }
        }
      });
    }
  }

  for (const bits of [16, 24, 32] as const) {
    for (const topDown of [false, true]) {
      test(`${bits} bits ${topDown ? 'top-down' : 'bottom-up'}`, () => {
        const pixel = (x: number, y: number) => ((x * 16) << 16) | ((y * 40) << 8) | 200;
        const { data } = decode(writeBmp({ width: WIDTH, height: HEIGHT, bits, pixel, topDown }));
        const at = (2 * WIDTH + 4) * 3;
        const near = bits === 16 ? 8 : 0;
        for (const [c, want] of [64, 80, 200].entries()) {
          expect(Math.abs(data[at + c]! - want)).toBeLessThanOrEqual(near);
        }
      });
    }
  }

  test('any other bytes are refused or decoded, and never more than the header says', () => {
    const whole = writeBmp({ width: WIDTH, height: HEIGHT, bits: 8, rle: true, pixel: (x) => x });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(whole.length),
        (changes, length) => {
          const bytes = whole.slice(0, length);
          for (const [at, value] of changes) if (at < length) bytes[at] = value;
          bytes.fill(0, 20, 22); // keep the sizes small: what is too large is refused before decoding
          bytes.fill(0, 24, 26);
          try {
            const { data, width, height } = decode(bytes);
            expect(data.length).toBe(width * height * 3);
          } catch (error) {
            expect(error).toBeInstanceOf(ImageFormatError);
          }
        },
      ),
    );
  });
});
