import { describe, expect, test } from 'vitest';
import type { TextLine } from '#src/countries/reader-types.ts';
import { plainLine } from '#src/countries/toolkit/reading/plain-line.ts';
import { continues, endContinues, endOf, isCut, readOn } from './cut.ts';

const BOX = { left: 0.05, top: 0.7, right: 0.35, bottom: 0.75, slope: 0, strength: 1, readOnTo: 0.66 };
/** A line whose letters fill the box up to `end`. */
const line = (text: string, end: number, sure = 0.99): TextLine => {
  const drawn = plainLine(text, { ...BOX, right: end }, sure);
  return { ...drawn, box: BOX };
};

describe('a box that ended before its line', () => {
  test('is told by the last letter standing at its end', () => {
    expect(isCut(line('KAMPUNG BATU 3', 0.355))).toBe(true);
    expect(isCut(line('KAMPUNG BATU 3', 0.33))).toBe(false);
  });

  test('is no matter where another column may follow', () => {
    const { readOnTo: _, ...closed } = BOX;
    expect(isCut({ ...line('KAMPUNG BATU 3', 0.355), box: closed })).toBe(false);
  });

  test('is read on, but never into the next column', () => {
    expect(readOn(BOX).right).toBeGreaterThan(BOX.right + 0.02);
    expect(readOn({ ...BOX, right: 0.65 }).right).toBe(0.66);
  });

  test('goes on when the longer box continues the last word, surely', () => {
    const short = line('KAMPUNG BATU 3', 0.355);
    expect(continues(short, line('KAMPUNG BATU 30', 0.37))).toBe(true);
    expect(continues(short, line('KAMPUNG BATU 3 I', 0.37))).toBe(false);
    expect(continues(short, line('KAMPUNG BATU 3.', 0.37))).toBe(false);
    expect(continues(short, line('KAMPUNG BATU 30', 0.37, 0.6))).toBe(false);
    expect(continues(short, line('KAMPUNG SATU 30', 0.37))).toBe(false);
  });

  test('is looked at by its end alone first, along its slope', () => {
    const short = { ...line('KAMPUNG BATU 3', 0.355), box: { ...BOX, slope: 0.1 } };
    const end = endOf(short);
    expect(end.left).toBeGreaterThan(0.2);
    expect(end.right).toBeGreaterThan(BOX.right);
    expect(end.top).toBeGreaterThan(BOX.top);
    expect(endContinues(short, line('ATU 30', 0.37))).toBe(true);
    expect(endContinues(short, line('1ATU 30', 0.37))).toBe(true);
    expect(endContinues(short, line('ATU 3', 0.37))).toBe(false);
    expect(endContinues(short, line('ATU 3 I', 0.37))).toBe(false);
    expect(endContinues(short, line('ETA 30', 0.37))).toBe(false);
  });
});
