import { expect, test } from 'vitest';
import { bare, tokenised } from './score.ts';

test.each([
  ['NO.12, JALAN SS2/3', 'No. 12,  Jalan SS 2 / 3'],
  ['W. PERSEKUTUAN(KL)', 'W.PERSEKUTUAN (KL)'],
])('where marks or digits part them, "%s" and "%s" are the same words', (a, b) => {
  expect(tokenised(a)).toBe(tokenised(b));
});

test.each([
  ['JALAN MERBAU', 'JALANMERBAU'],
  ['LOT 1 2', 'LOT 12'],
  ['NO 12', 'NO. 12'],
  ['JALAN 3', 'JALAN 8'],
])('"%s" and "%s" are not', (a, b) => {
  expect(tokenised(a)).not.toBe(tokenised(b));
});

test('without any space words that run together are the same', () => {
  expect(bare('Jalan Merbau')).toBe(bare('JALANMERBAU'));
});
