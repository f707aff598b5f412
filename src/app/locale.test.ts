import { expect, it } from 'vitest';
import { guessCountry } from './locale.ts';

it.each([
  [['ms-MY', 'en'], 'my'],
  [['ms'], 'my'],
  [['en-PK'], 'pk'],
  [['en-GB', 'ur-IN'], 'pk'],
  [['ur-MY'], 'my'],
  [['en-US', 'fr'], null],
  [['not a tag!'], null],
  [[], null],
])('%o suggests %s', (tags, expected) => expect(guessCountry(tags, ['my', 'pk'])).toBe(expected));

it('suggests only what is offered', () => expect(guessCountry(['ms-MY', 'ur'], ['pk'])).toBe('pk'));
