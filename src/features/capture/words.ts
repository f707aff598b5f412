import { defineWords } from '#src/lib/i18n/index.ts';
import type en from './words.en.ts';

/** The ids of this feature's words: the keys of the English file. */
export type WordId = keyof typeof en;

export const words = defineWords<WordId>({
  en: () => import('./words.en.ts'),
  ms: () => import('./words.ms.ts'),
  ur: () => import('./words.ur.ts'),
});
