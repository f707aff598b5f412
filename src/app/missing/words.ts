import { defineWords } from '#src/lib/i18n/index.ts';
import type en from './words.en.ts';

export const missingWords = defineWords<keyof typeof en>({
  en: () => import('./words.en.ts'),
  ms: () => import('./words.ms.ts'),
  ur: () => import('./words.ur.ts'),
});
