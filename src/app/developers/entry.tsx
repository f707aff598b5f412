import type { ReactNode } from 'react';
import { Playground, Sandbox, words } from '#src/features/developers/index.ts';
import { paint } from '#src/features/embed/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { LanguageSwitch } from '../shell.tsx';

const PAGES = ['playground', 'sandbox'] as const;
type Page = (typeof PAGES)[number];

/** `/playground` and `/sandbox`: for those who build a partner's page. */
export function DeveloperPage({ page }: { page: Page }): ReactNode {
  const t = useWords(words);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col px-5 pb-12">
      <header className="flex min-h-14 flex-wrap items-center justify-between gap-3 border-b border-hairline">
        <nav aria-label={t('dev.nav')} className="flex gap-5">
          {PAGES.map((name) => (
            <a
              key={name}
              href={`/${name}`}
              aria-current={name === page ? 'page' : undefined}
              className="inline-flex min-h-10 items-center text-accent underline-offset-4 hover:underline aria-[current]:font-strong aria-[current]:text-ink"
            >
              {t(`dev.${name}`)}
            </a>
          ))}
        </nav>
        <LanguageSwitch />
      </header>
      <main id="main" className="mt-8">
        <h1 className="text-2xl font-strong">{t(`dev.${page}`)}</h1>
        <p className="mt-2 mb-8 max-w-2xl text-quiet">{t(`dev.${page}.lead`)}</p>
        {page === 'playground' ? <Playground paint={paint} /> : <Sandbox />}
      </main>
    </div>
  );
}
