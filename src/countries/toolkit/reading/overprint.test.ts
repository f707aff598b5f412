import { expect, test } from 'vitest';
import { isStamp, splitStamp } from './overprint.ts';

test.each([
  ['Pakistan SPECIMEN', 'Pakistan', ' SPECIMEN'],
  ['Pakistan SPE CIMEN', 'Pakistan', ' SPE CIMEN'],
  ['Pakistan SPECiMEN', 'Pakistan', ' SPECiMEN'],
  ['NUR AIN SPECI', 'NUR AIN', ' SPECI'],
  ['460619-12-5087 SPEC', '460619-12-5087', ' SPEC'],
  ['TAN SPE', 'TAN SPE', ''],
  ['SPECIMEN', 'SPECIMEN', ''],
  ['Clemens Simen', 'Clemens Simen', ''],
])('%s', (text, own, stamp) => {
  expect(splitStamp(text)).toEqual({ own, stamp });
});

test('a piece of a stamp is one, a word or two letters are not', () => {
  expect(['SPECIMEN', 'CIMEN', 'SPEC', 'SPECIMFN'].every(isStamp)).toBe(true);
  expect(['KLINIK', 'ME', 'Specimen', 'LUMPUR'].some(isStamp)).toBe(false);
});
