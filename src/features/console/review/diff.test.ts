import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diff } from './diff.ts';

it('marks what is gone and what is new', () => {
  expect(diff('FOO SIEW HUI', 'FOO SIEW HUA')).toEqual([
    [
      { text: 'FOO SIEW HU', same: true },
      { text: 'I', same: false },
    ],
    [
      { text: 'FOO SIEW HU', same: true },
      { text: 'A', same: false },
    ],
  ]);
  expect(diff('', 'X')).toEqual([[], [{ text: 'X', same: false }]]);
});

it('loses nothing of either, and keeps the same pieces in both', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (first, second) => {
      const [gone, fresh] = diff(first, second);
      const join = (pieces: readonly { text: string }[]): string => pieces.map(({ text }) => text).join('');
      expect([join(gone), join(fresh)]).toEqual([first, second]);
      const same = (pieces: typeof gone): string => join(pieces.filter((piece) => piece.same));
      expect(same(gone)).toBe(same(fresh));
      expect(diff(first, first)[0].every((piece) => piece.same)).toBe(true);
    }),
  );
});
