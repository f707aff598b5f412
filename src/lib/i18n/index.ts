export { LocaleProvider, useLocale, useWords } from './provider.tsx';
export { addWords, defineWords, LOCALE_TAGS, LOCALES, type Translate, translator } from './words.ts';
