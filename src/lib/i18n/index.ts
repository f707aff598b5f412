export { LocaleProvider, useLocale, useWords } from './provider.tsx';
export {
  addWords,
  defineWords,
  LOCALE_TAGS,
  LOCALES,
  loadDefined,
  type Translate,
  translator,
} from './words.ts';
