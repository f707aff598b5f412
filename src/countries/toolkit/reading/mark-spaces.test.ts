import { describe, expect, it } from 'vitest';
import { markSpaces } from './mark-spaces.ts';

/** Characters at these places. */
const line = (text: string, places: readonly number[]) =>
  [...text].map((char, i) => ({ char, p: 1, at: places[i]!, gap: 0 }));

describe('markSpaces', () => {
  const near = markSpaces(line('NO.12', [0, 1, 2, 2.6, 3.6]));
  const far = markSpaces(line('NO.12', [0, 1, 2, 3.4, 4.4]));

  it('speaks for a space behind a mark that the next character is far from, and against one where it is near', () => {
    expect(far('NO. 12')).toBeGreaterThan(far('NO.12'));
    expect(near('NO.12')).toBeGreaterThan(near('NO. 12'));
  });

  it('says nothing of other spaces, other marks, nor of texts of another length', () => {
    expect(far('N O. 12')).toBe(far('NO. 12'));
    expect(far('NO,12')).toBe(0);
    expect(far('NO 12')).toBe(0);
    expect(markSpaces(line('NO12', [0, 1, 2, 3]))('NO 12')).toBe(0);
    expect(markSpaces([])('')).toBe(0);
  });

  it('is never surer than a space that is plainly seen', () => {
    expect(markSpaces(line('A.BCD', [0, 1, 90, 91, 92]))('A. BCD')).toBe(1.5);
  });
});
