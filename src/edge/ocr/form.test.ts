import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readingForm } from './form.ts';

it('is what a form encoder makes of the image, byte by byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (image, details) => {
      const text = Buffer.from(readingForm(image, details)).toString('latin1');
      const wanted = new URLSearchParams({
        ...(details && { details: 'true' }),
        img: Buffer.from(image).toString('base64'),
      });
      expect(text).toBe(wanted.toString());
    }),
  );
});
