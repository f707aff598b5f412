import { expect, it } from 'vitest';
import { codeIn } from './phone.tsx';

it('takes a code in the digits of every keyboard here, and what was copied with it', () => {
  expect(codeIn('۱۲۳۴')).toBe('1234');
  expect(codeIn('\u202a12 34\u202c')).toBe('1234');
  expect(codeIn('12345')).toBe('1234');
});
