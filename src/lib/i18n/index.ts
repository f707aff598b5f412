export { LocaleProvider, type LocaleProviderProps, useLocale, useWords } from './provider.tsx';
export {
  addWords,
  defineWords,
  LOCALE_TAGS,
  LOCALES,
  type Params,
  type Translate,
  translator,
  type Words,
} from './words.ts';
