import { defineWords } from '#src/lib/i18n/index.ts';
import en from './words.en.ts';

/** English comes with the first screen: most ask for it, and it is a round trip less until something is seen. */
export const appWords = defineWords<keyof typeof en>({
  en: () => Promise.resolve({ default: en }),
  ms: () => import('./words.ms.ts'),
  ur: () => import('./words.ur.ts'),
});
