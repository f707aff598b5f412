import type { Locale } from '#src/contract/index.ts';
import type { Words } from '../types.ts';

const shared: Words = {
  en: () => import('./words.en.ts'),
  ms: () => import('./words.ms.ts'),
  ur: () => import('./words.ur.ts'),
};

/** A country's own words on top of those that every country shares. */
export function withShared(own: Words): Words {
  const both = (locale: Locale) => async () => {
    const [base, extra] = await Promise.all([shared[locale](), own[locale]()]);
    return { default: { ...base.default, ...extra.default } };
  };
  return { en: both('en'), ms: both('ms'), ur: both('ur') };
}
