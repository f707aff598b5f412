import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readingForm } from './form.ts';

/** All `+` or all `/`: three times as long as it would be. */
const worst = fc
  .tuple(fc.constantFrom([0xfb, 0xef, 0xbe], [0xff, 0xff, 0xff]), fc.nat(2000))
  .map(([pattern, n]) => Uint8Array.from({ length: n }, (_, i) => pattern[i % 3]!));

it('is what a form encoder makes of the image, byte by byte', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), worst), fc.boolean(), (image, details) => {
      const form = readingForm(image, details);
      const text = Buffer.from(form.bytes).toString('latin1');
      const wanted = new URLSearchParams({
        ...(details && { details: 'true' }),
        img: Buffer.from(image).toString('base64'),
      });
      form.release();
      expect(text).toBe(wanted.toString());
    }),
  );
});

it('keeps the memory of a form until it is released, and then gives it to one other', () => {
  const [one, two] = [readingForm(new Uint8Array(30), false), readingForm(new Uint8Array(30), false)];
  expect(one.bytes.buffer).not.toBe(two.bytes.buffer);
  one.release();
  one.release();
  const [three, four] = [readingForm(new Uint8Array(30), false), readingForm(new Uint8Array(30), false)];
  expect(three.bytes.buffer).toBe(one.bytes.buffer);
  expect(four.bytes.buffer).not.toBe(one.bytes.buffer);
});
