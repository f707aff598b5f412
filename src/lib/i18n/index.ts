export { LocaleProvider, type LocaleProviderProps, useLocale, useWords } from './provider.tsx';
export {
  addWords,
  defineWords,
  LOCALE_TAGS,
  type Params,
  type Translate,
  translator,
  type Words,
} from './words.ts';
