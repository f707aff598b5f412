import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { LOCALE_NAMES, LOCALES, useLocale, useWords } from '#src/lib/i18n/index.ts';
import { useOnline } from '#src/lib/online.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { signOut } from '../api/me.ts';
import { KeysHelp } from '../keys/help.tsx';
import { useShortcuts } from '../keys/provider.tsx';
import { buttonShape } from '../kit/button.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { Menu } from '../kit/menu.tsx';
import { mayAs, useMe, useSetMe } from '../session.ts';
import { consoleWords } from '../words.ts';
import { NAV } from './nav.ts';
import { Loading } from './states.tsx';
import { UndoBar, UndoProvider } from './undo.tsx';

/** What is around every page: parts, connection, keys, person. */
export function Frame(): ReactNode {
  const t = useWords(consoleWords);
  const me = useMe();
  const online = useOnline();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const parts = NAV.filter(({ role }) => mayAs(me.role, role));
  useShortcuts({
    title: t('keys.everywhere'),
    shortcuts: [
      ...parts.map(({ to, word, keys }) => ({ keys, label: t(word), run: () => void navigate({ to }) })),
      { keys: 'g a', label: t('nav.account'), run: () => void navigate({ to: '/account' }) },
      { keys: '?', label: t('keys.help'), run: () => setHelp(true) },
    ],
  });
  return (
    <UndoProvider>
      <div className="k-console flex min-h-dvh flex-col lg:h-dvh">
        <a
          href="#main"
          className="absolute start-2 top-1 z-20 -translate-y-20 rounded-md bg-accent px-3 py-1.5 text-on-accent focus:translate-y-0"
        >
          {t('console.skip')}
        </a>
        <header className="flex min-h-12 flex-wrap items-center gap-x-1 border-b border-hairline bg-surface px-4">
          <span className="me-4 flex items-center gap-2 text-base font-strong">
            <Icon name="card" className="text-accent" />
            Kenal
          </span>
          <nav
            aria-label={t('nav.label')}
            className="flex flex-1 self-stretch max-md:basis-full max-md:flex-wrap"
          >
            {parts.map(({ to, word, icon, keys }) => (
              <Link
                key={to}
                to={to}
                aria-keyshortcuts={keys}
                className="flex items-center gap-2 border-b-2 border-transparent px-3 pt-0.5 whitespace-nowrap text-quiet max-md:min-h-9 hover:text-accent data-[status=active]:border-accent data-[status=active]:text-ink"
              >
                <Glyph name={icon} />
                {t(word)}
              </Link>
            ))}
          </nav>
          <button
            type="button"
            aria-keyshortcuts="?"
            aria-label={t('nav.keys')}
            title={t('nav.keys')}
            onClick={() => setHelp(true)}
            className={buttonShape('plain')}
          >
            <Glyph name="keyboard" className="size-5" />
          </button>
          <PersonMenu onAccount={() => void navigate({ to: '/account' })} />
        </header>
        <div aria-live="polite">
          {!online && (
            <Notice kind="check" className="mx-4 mt-2">
              <p>{t('console.offline')}</p>
            </Notice>
          )}
        </div>
        <main id="main" className="flex min-h-0 flex-1 flex-col lg:overflow-auto">
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
        <UndoBar />
        <KeysHelp open={help} onClose={() => setHelp(false)} />
      </div>
    </UndoProvider>
  );
}

function PersonMenu({ onAccount }: { onAccount: () => void }): ReactNode {
  const t = useWords(consoleWords);
  const me = useMe();
  const setMe = useSetMe();
  const { locale, setLocale } = useLocale();
  return (
    <Menu
      label={t('nav.person', { name: me.name })}
      trigger={
        <AriaButton aria-label={t('nav.person', { name: me.name })} className={buttonShape('plain')}>
          <Glyph name="person" className="size-5" />
          <span className="hidden max-w-40 truncate sm:inline">{me.name}</span>
        </AriaButton>
      }
      parts={[
        {
          title: t(`role.${me.role}`),
          entries: [
            { id: 'account', label: t('nav.account'), icon: <Glyph name="person" />, run: onAccount },
          ],
        },
        {
          title: t('nav.language'),
          entries: LOCALES.map((name) => ({
            id: name,
            label: LOCALE_NAMES[name],
            lang: name,
            chosen: name === locale,
            icon: (
              <Icon name="check" className={name === locale ? 'size-4 text-accent' : 'invisible size-4'} />
            ),
            run: () => setLocale(name),
          })),
        },
        {
          entries: [
            {
              id: 'out',
              label: t('nav.signOut'),
              icon: <Glyph name="out" />,
              // The cookie may be gone already: the door is shown in any case.
              run: () =>
                void signOut().then(
                  () => setMe(null),
                  () => setMe(null),
                ),
            },
          ],
        },
      ]}
    />
  );
}
