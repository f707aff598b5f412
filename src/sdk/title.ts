import type { Locale } from './types.ts';

const TITLES: Readonly<Record<Locale, string>> = {
  en: 'Identity card',
  ms: 'Kad pengenalan',
  ur: 'شناختی کارڈ',
};

/** The frame's accessible name in the language that the frame speaks; of another language, in English. */
export const titleIn = (language: string): string =>
  TITLES[language.slice(0, 2).toLowerCase() as Locale] ?? TITLES.en;
