import { describe, expect, it } from 'vitest';
import { readDecoys, readKeys } from './build.ts';
import { groupClasses } from './charset.ts';

const keys = await readKeys();
const { charset, groups } = groupClasses(keys, await readDecoys());
const stockClasses = (text: string) =>
  [...text].map((key) => (key === ' ' ? keys.length : keys.indexOf(key)) + 1);
const groupOf = (text: string) => groups[charset.characters.indexOf(text, 1)]!;

describe('the classes after the cut', () => {
  it('are blank, each printed character once, and other', () => {
    const printed = charset.characters.slice(1, -1);
    expect(charset.characters[0]).toBe('');
    expect(groups[0]).toEqual([0]);
    expect(charset.other).toBe(charset.characters.length - 1);
    expect(new Set(printed).size).toBe(printed.length);
    for (const character of "AZaz09 '.,-/@()&:#") expect(printed).toContain(character);
  });

  it('share out the stock classes without overlap', () => {
    const all = groups.flat();
    expect(new Set(all).size).toBe(all.length);
    for (const group of groups) expect(group.length).toBeGreaterThan(0);
    for (const place of all) expect(place).toBeLessThan(keys.length + 2);
  });

  it('count lookalikes as what they mean here', () => {
    expect(groupOf(',')).toEqual(expect.arrayContaining(stockClasses(',，、')));
    expect(groupOf('A')).toEqual(expect.arrayContaining(stockClasses('AＡ')));
    expect(groupOf('e')).toEqual(expect.arrayContaining(stockClasses('eé')));
    expect(groupOf(' ')).toContain(keys.length + 1);
  });

  it('keep circled digits, Greek and Cyrillic out of letters and digits', () => {
    const latin = groups.slice(1, charset.other).flat();
    for (const key of ['①', '²', 'Ο', 'И', '花']) expect(latin).not.toContain(stockClasses(key)[0]);
  });
});
