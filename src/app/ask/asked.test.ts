import { expect, it } from 'vitest';
import { reasonIds } from './asked.tsx';

it('says each reason in words, and one that is not known yet as the general one', () => {
  expect(reasonIds({ ask: 'photo', reasons: ['glare', 'cut_off'] })).toEqual([
    'ask.photo.glare',
    'ask.photo.cut_off',
  ]);
  expect(reasonIds({ ask: 'photo', reasons: ['upside_down', 'other', 'number'] })).toEqual([
    'ask.photo.other',
  ]);
  expect(reasonIds({ ask: 'correction', reasons: [] })).toEqual(['ask.correction.other']);
});
