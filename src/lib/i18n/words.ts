import { I18n } from '@lingui/core';
import type { Locale } from '#src/contract/index.ts';

/** Languages as BCP 47 tags for `Intl`: day before month in English too, as people here write dates. */
export const LOCALE_TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', ms: 'ms-MY', ur: 'ur-PK' };
/** The contract's list without the contract's schemas, which the first screen does not need. */
export const LOCALES = Object.keys(LOCALE_TAGS) as readonly Locale[];

/** Each language in its own words. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  ms: 'Bahasa Melayu',
  ur: 'اردو',
};

type Params = Readonly<Record<string, string | number>>;
export type Translate<Id extends string> = (id: Id, params?: Params) => string;

type Catalog = Readonly<Record<string, string>>;

/** The words of one feature, per language, loaded when first needed. */
export interface Words<Id extends string> {
  /** True once `load` has done its work for this language. */
  readonly loaded: (locale: Locale) => boolean;
  /** Resolves when the words can be used; the same promise for every caller. */
  readonly load: (locale: Locale) => Promise<void>;
  /** Only for the type: the ids there are. */
  readonly ids?: Id;
}

/** One Lingui instance a language: switching back and forth loads nothing twice. */
const books = Object.fromEntries(
  LOCALES.map((locale) => {
    const book = new I18n({});
    book.load(locale, {});
    book.activate(locale, [LOCALE_TAGS[locale]]);
    return [locale, book];
  }),
) as Readonly<Record<Locale, I18n>>;

const dates = new Map<Locale, Intl.DateTimeFormat>();

/** One formatter a language: to make one takes milliseconds, and every key may say a date again. */
function longDate(locale: Locale): Intl.DateTimeFormat {
  const known = dates.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE_TAGS[locale], { dateStyle: 'long', timeZone: 'UTC' });
  dates.set(locale, made);
  return made;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** An ISO date in words ("14 September 2001"); other text stays as it is. */
function inWords(value: string | number, locale: Locale): string | number {
  if (typeof value !== 'string' || !ISO_DATE.test(value) || Number.isNaN(Date.parse(value))) return value;
  return longDate(locale).format(new Date(value));
}

/** The translator of a language. Parameters that are ISO dates appear as dates of that language. */
export function translator<Id extends string>(locale: Locale): Translate<Id> {
  return (id, params) =>
    books[locale]._(
      id,
      params &&
        Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(value, locale)])),
    );
}

const defined: Words<string>[] = [];

/**
 * Declares a feature's words. The keys of the English file are the ids; a file that lacks one does not
 * compile.
 * @example const words = defineWords<keyof typeof en>({ en: () => import('./words.en.ts'), … })
 */
export function defineWords<Id extends string>(
  files: Readonly<Record<Locale, () => Promise<{ default: Readonly<Record<Id, string>> }>>>,
): Words<Id> {
  const loading = new Map<Locale, Promise<void>>();
  const done = new Set<Locale>();
  const words: Words<Id> = {
    loaded: (locale) => done.has(locale),
    load: (locale) => {
      const known = loading.get(locale);
      if (known) return known;
      const promise = files[locale]().then(
        (file) => {
          books[locale].load(locale, file.default as Catalog);
          done.add(locale);
          // What React's `use` looks at: words that are there must not suspend even once.
          Object.assign(promise, { status: 'fulfilled', value: undefined });
        },
        (error: unknown) => {
          // A failed download may be tried again.
          loading.delete(locale);
          throw error;
        },
      );
      loading.set(locale, promise);
      return promise;
    },
  };
  defined.push(words as Words<string>);
  return words;
}

/** Loads the words of every part that has been fetched so far; a part whose words fail asks again itself. */
export async function loadDefined(locale: Locale): Promise<void> {
  await Promise.allSettled(defined.map((words) => words.load(locale)));
}

/** Loads in another language all words that are loaded in this one, so that a switch shows no gap. */
export async function carryOver(from: Locale, to: Locale): Promise<void> {
  await Promise.all(defined.filter((words) => words.loaded(from)).map((words) => words.load(to)));
}
