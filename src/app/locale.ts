import type { Locale } from '#src/contract/index.ts';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { LOCALES } from '#src/lib/i18n/index.ts';
import { tabCache } from '#src/lib/storage.ts';

const KEY = 'kenal.locale';

const known = (language: string): Locale | undefined => LOCALES.find((locale) => locale === language);

/** The language to start in: chosen before in this tab, else the browser's first that is spoken here. */
export function firstLocale(): Locale {
  const chosen = known(tabCache.get(KEY) ?? '');
  if (chosen) return chosen;
  for (const tag of navigator.languages) {
    const locale = known(tag.slice(0, 2).toLowerCase());
    if (locale) return locale;
  }
  return 'en';
}

/** Longest wait for a script's font, ms: after it the words are shown in a font of the system's. */
const FONT_MS = 2000;

/**
 * Fetches the script's font with the language (159 KB that other languages never load), and resolves when words
 * can be shown in it: text that changes its font under one's eyes moves the page.
 */
export async function fetchScript(locale: Locale): Promise<void> {
  if (locale !== 'ur') return;
  const font = import('#src/ui/urdu.css').then(() =>
    document.fonts.load('1rem "Noto Nastaliq Urdu"', 'اردو'),
  );
  const late = new Promise((resolve) => setTimeout(resolve, FONT_MS));
  // Without it the words are there all the same.
  await Promise.race([font.catch(() => undefined), late]);
}

export const rememberLocale = (locale: Locale): void => tabCache.set(KEY, locale);

/**
 * The country that the browser's languages suggest: their regions before their languages; null where nothing
 * does. A guess to be put first, never forced.
 */
export function guessCountry(tags: readonly string[], offered: readonly string[]): string | null {
  const entries = COUNTRIES.filter(({ code }) => offered.includes(code));
  for (const part of ['region', 'language'] as const) {
    for (const tag of tags) {
      const wanted = partOf(tag, part);
      const entry = wanted && entries.find(({ suggestedBy }) => suggestedBy.includes(wanted));
      if (entry) return entry.code;
    }
  }
  return null;
}

function partOf(tag: string, part: 'region' | 'language'): string | undefined {
  try {
    return new Intl.Locale(tag)[part];
  } catch {
    return undefined;
  }
}
