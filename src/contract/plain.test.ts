import { expect, it } from 'vitest';
import { digitsIn, plain } from './plain.ts';

it('writes digits of every keyboard here as one, without marks of direction', () => {
  expect(plain('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789 0123456789');
  expect(plain('\u202a+60 12-345 6789\u202c')).toBe('+60 12-345 6789');
  // A joiner is part of how Urdu is written.
  expect(plain('می\u200cخواہم')).toBe('می\u200cخواہم');
});

it('finds the digits of every keyboard here in what was copied with them', () => {
  expect(digitsIn('\u202a۱۲ 34-٥\u202c')).toBe('12345');
});
