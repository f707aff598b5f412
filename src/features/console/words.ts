import { defineWords } from '#src/lib/i18n/index.ts';
import type en from './words.en.ts';

/** Of the frame, the keys and the picture: what every screen of the console has. */
export const consoleWords = defineWords<keyof typeof en>({
  en: () => import('./words.en.ts'),
  ms: () => import('./words.ms.ts'),
  ur: () => import('./words.ur.ts'),
});
