import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAsciiDigits } from '#src/contract/plain.ts';
import { applyMask, group } from './mask.ts';

const GROUPS = [6, 2, 4];
/** What a key does in a field: `|` marks the caret. */
function press(marked: string, edit: (text: string, caret: number) => [string, number]): string {
  const caret = marked.indexOf('|');
  const before = marked.replace('|', '');
  const [text, at] = edit(before, caret);
  const after = applyMask(before, { text, caret: at }, GROUPS, '-');
  return `${after.text.slice(0, after.caret)}|${after.text.slice(after.caret)}`;
}
const type = (marked: string, keys: string): string =>
  press(marked, (text, caret) => [text.slice(0, caret) + keys + text.slice(caret), caret + keys.length]);
const backspace = (marked: string): string =>
  press(marked, (text, caret) => [text.slice(0, caret - 1) + text.slice(caret), caret - 1]);

describe('applyMask', () => {
  it.each([
    ['|', '4', '4|'],
    ['460619|', '1', '460619-1|'],
    ['460619-12|', '5', '460619-12-5|'],
    ['46|0619-12-5087', '9', '469|061-91-2508'],
    ['460619-|12-5087', '9', '460619-9|1-2508'],
    ['|', '460619-12-5087', '460619-12-5087|'],
    ['|', '460619125087', '460619-12-5087|'],
    ['|', ' 460619 12 5087 99', '460619-12-5087|'],
    ['|', '۴۶۰۶۱۹', '460619|'],
    ['460619|', 'x', '460619|'],
    ['460619-12-5087|', '1', '460619-12-5087|'],
  ])('typing: %s + %s → %s', (before, keys, expected) => expect(type(before, keys)).toBe(expected));

  it.each([
    ['460619-1|', '460619|'],
    ['460619-|12', '46061|1-2'],
    ['46|0619', '4|0619'],
    ['4|', '|'],
  ])('backspace: %s → %s', (before, expected) => expect(backspace(before)).toBe(expected));

  it('keeps the caret behind the digits that it was behind, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), (text, at) => {
        const caret = Math.min(at, text.length);
        const after = applyMask('', { text, caret }, GROUPS, '-');
        const digits = (part: string): number => part.replace(/\D/g, '').length;
        expect(digits(after.text.slice(0, after.caret))).toBe(
          Math.min(12, digits(toAsciiDigits(text.slice(0, caret)))),
        );
        expect(after.text).toBe(group(after.text.replace(/\D/g, ''), GROUPS, '-'));
      }),
    );
  });
});
