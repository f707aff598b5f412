import { expect, it } from 'vitest';
import { type KeyPress, keysOf, nameOf } from './combo.ts';

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

it('names keys by what they type', () => {
  expect(nameOf(press('a', 'KeyA'))).toBe('a');
  // A French keyboard types a where others have q.
  expect(nameOf(press('a', 'KeyQ'))).toBe('a');
  expect(nameOf(press('?', 'Slash', { shiftKey: true }))).toBe('?');
  expect(nameOf(press('Enter', 'Enter'))).toBe('Enter');
  expect(nameOf(press(' ', 'Space'))).toBe('Space');
});

it('takes the place of the key where another script is typed', () => {
  expect(nameOf(press('ش', 'KeyA'))).toBe('a');
  expect(nameOf(press('۱', 'Digit1'))).toBe('1');
  expect(nameOf(press('؟', 'Slash', { shiftKey: true }))).toBe('?');
  expect(nameOf(press('۔', 'Period'))).toBe('.');
});

it('tells a capital from a small letter, whatever the lock says', () => {
  expect(nameOf(press('A', 'KeyA', { shiftKey: true }))).toBe('Shift+A');
  expect(nameOf(press('A', 'KeyA'))).toBe('a');
});

it('leaves the browser its own', () => {
  for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
    expect(nameOf(press('a', 'KeyA', { [held]: true }))).toBeNull();
});

it('reads two keys in turn', () => expect(keysOf('g q')).toEqual(['g', 'q']));
