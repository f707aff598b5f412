export { LocaleProvider, useLocale, useWords } from './provider.tsx';
export {
  defineWords,
  LOCALE_NAMES,
  LOCALE_TAGS,
  LOCALES,
  loadDefined,
  type Translate,
  translator,
  type Words,
} from './words.ts';
