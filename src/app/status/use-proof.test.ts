import { expect, it } from 'vitest';
import { cardEndIn } from './use-proof.ts';

it("takes the end of a card's number in the digits of every keyboard here", () => {
  expect(cardEndIn('۵۰۸۷')).toBe('5087');
  expect(cardEndIn('\u202a50 87\u202c9')).toBe('5087');
});
