import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { settingsWords } from './words.ts';

export function PeopleTitle(): ReactNode {
  return useWords(settingsWords)('people.title');
}
