import type { ReactNode } from 'react';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { LOCALE_TAGS, useLocale, useWords } from '#src/lib/i18n/index.ts';
import { useSurroundings } from '#src/lib/surroundings.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { CardDrawing } from '#src/ui/illustrations/card.tsx';
import { Guilloche } from '#src/ui/illustrations/guilloche.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { guessCountry } from '../locale.ts';
import { appWords } from '../words.ts';

export interface WelcomeProps {
  /** Countries that this deployment offers; null while that is not known. */
  offered: readonly string[] | null;
  onCountry: (code: string) => void;
  /** Not on the very first page: there the focus stays where the browser puts it. */
  focusHeading: boolean;
}

/** The first screen: what this is, and whose card it will be. One tap goes on. */
export function Welcome({ offered: told, onCountry, focusHeading }: WelcomeProps): ReactNode {
  const t = useWords(appWords);
  const { locale } = useLocale();
  const brand = useSurroundings().words[locale];
  const names = new Intl.DisplayNames([LOCALE_TAGS[locale]], { type: 'region' });
  // Until the BFF has said which it offers, all are shown: the list rarely changes when it answers.
  const offered = told ?? COUNTRIES.map(({ code }) => code);
  const guess = guessCountry(navigator.languages, offered);
  const entries = COUNTRIES.filter(({ code }) => offered.includes(code)).sort(
    (a, b) => Number(b.code === guess) - Number(a.code === guess),
  );
  return (
    <Screen title={brand?.welcomeTitle ?? t('welcome.title')} focusHeading={focusHeading}>
      <p className="text-lg">{brand?.welcomeText ?? t('welcome.lead')}</p>
      <div className="relative -mx-5 flex min-h-34 flex-1 items-center justify-center overflow-hidden lg:hidden">
        <Guilloche className="absolute size-92 text-accent opacity-35" />
        <CardDrawing className="relative w-44 -rotate-3 rtl:rotate-3" />
      </div>
      <section aria-labelledby="country" className="flex flex-col gap-3 lg:mt-4">
        <h2 id="country" className="text-lg font-strong">
          {t('welcome.country')}
        </h2>
        {entries.map(({ code, cardName }) => (
          <button
            key={code}
            type="button"
            onClick={() => onCountry(code)}
            className="group flex min-h-18 items-center gap-4 rounded-md border border-edge bg-surface px-4 py-2.5 text-start transition-colors hover:border-accent hover:bg-accent-soft"
          >
            <CardDrawing className="w-14 shrink-0" />
            <span className="min-w-0 flex-1">
              <span className="block text-lg font-strong">{names.of(code.toUpperCase())}</span>
              <span className="block text-quiet">
                {cardName[locale]}
                {code === guess && ` · ${t('welcome.guess')}`}
              </span>
            </span>
            <Icon name="forward" className="text-accent" />
          </button>
        ))}
      </section>
    </Screen>
  );
}
