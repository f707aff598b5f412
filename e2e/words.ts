import statusEn from '#src/app/status/words.en.ts';
import statusMs from '#src/app/status/words.ms.ts';
import statusUr from '#src/app/status/words.ur.ts';
import appEn from '#src/app/words.en.ts';
import appMs from '#src/app/words.ms.ts';
import appUr from '#src/app/words.ur.ts';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import captureEn from '#src/features/capture/words.en.ts';
import captureMs from '#src/features/capture/words.ms.ts';
import captureUr from '#src/features/capture/words.ur.ts';
import formEn from '#src/features/form/words.en.ts';
import formMs from '#src/features/form/words.ms.ts';
import formUr from '#src/features/form/words.ur.ts';

/** What the screens say, so that a spec finds its way in every language by the same ids. */
const WORDS = {
  en: { ...appEn, ...captureEn, ...formEn, ...statusEn },
  ms: { ...appMs, ...captureMs, ...formMs, ...statusMs },
  ur: { ...appUr, ...captureUr, ...formUr, ...statusUr },
} as const;

export type Language = keyof typeof WORDS;
export type WordId = keyof (typeof WORDS)['en'];

/** BCP 47 tag that a browser of this language sends. */
export const TAGS: Record<Language, string> = { en: 'en-MY', ms: 'ms-MY', ur: 'ur-PK' };

export const say = (language: Language, id: WordId): string => WORDS[language][id];

/** A label of a country's form: its own words over the shared ones. */
export async function label(language: Language, country: string, id: string): Promise<string> {
  const entry = COUNTRIES.find(({ code }) => code === country);
  const text = (await (await entry?.load())?.words[language]())?.default[id];
  if (!text) throw new Error(`no ${id} in ${language} for ${country}`);
  return text;
}

/** A country's name as the first screen shows it. */
export function countryName(language: Language, country: string): string {
  return new Intl.DisplayNames([TAGS[language]], { type: 'region' }).of(country.toUpperCase()) ?? country;
}
