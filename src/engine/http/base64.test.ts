import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodedLength, normaliseBase64 } from './base64.ts';

const decode = (text: string) => {
  const bare = normaliseBase64(text);
  return bare === null ? null : Buffer.from(bare, 'base64');
};

describe('base64 of a form field', () => {
  test('every way of writing it means the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        const plain = Buffer.from(bytes).toString('base64');
        const written = [
          plain,
          plain.replace(/=+$/, ''),
          `data:image/jpeg;base64,${plain}`,
          Buffer.from(bytes).toString('base64url'),
          plain.replace(/.{1,19}/g, '$&\r\n'),
          plain.replaceAll('+', ' '),
        ];
        for (const text of written) expect(decode(text)).toEqual(Buffer.from(bytes));
        expect(decodedLength(normaliseBase64(plain) ?? '')).toBe(bytes.length);
      }),
    );
  });

  test('anything else is refused', () => {
    for (const text of ['', '====', 'a', 'abcde', 'ab*d', 'data:image/png,abcd', 'äöüß', 'ab=cd']) {
      expect(normaliseBase64(text)).toBeNull();
    }
  });
});
