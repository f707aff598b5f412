import { expect, it } from 'vitest';
import { titleIn } from './title.ts';

it('names the frame in its own language', () => {
  expect(['en', 'ms-MY', 'ur', 'fr'].map(titleIn)).toEqual([
    'Identity card',
    'Kad pengenalan',
    'شناختی کارڈ',
    'Identity card',
  ]);
});
