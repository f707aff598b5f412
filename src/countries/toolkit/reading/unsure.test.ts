import { expect, test } from 'vitest';
import { NOTHING } from './join.ts';
import { unsure } from './unsure.ts';

test('what is weak or missing is looked at again, a number sooner than words', () => {
  const of = (value: string, evidence: number) => ({ ...NOTHING, value, evidence });
  const fields = {
    Name: of('SITI', 0.3),
    Address: of('KAMPUNG 3', 0.05),
    CardNumber: of('460619-12-5087', 0.3),
    birthDay: of('19460619', 0.8),
    country: NOTHING,
  };
  expect(unsure(fields)).toEqual([fields.Address, fields.CardNumber, fields.country]);
});
