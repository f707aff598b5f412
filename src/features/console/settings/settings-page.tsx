import { Link, useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { ApiError } from '#src/lib/api/client.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Failed, Loading } from '../frame/states.tsx';
import { mayAs, useMe } from '../session.ts';
import { consoleWords } from '../words.ts';
import { SETTINGS } from './pages.ts';

const VIEWS: ReadonlyMap<string, ComponentType> = new Map(
  SETTINGS.map(({ path, load }) => [path, lazy(load)]),
);

/** The settings: their list at the side, one of them beside it. */
export function SettingsPage(): ReactNode {
  const t = useWords(consoleWords);
  const me = useMe();
  const mine = SETTINGS.filter(({ role }) => mayAs(me.role, role));
  const { page = mine[0]?.path } = useParams({ strict: false });
  const View = mine.some(({ path }) => path === page) ? VIEWS.get(page ?? '') : undefined;
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <nav
        aria-label={t('nav.settings')}
        className="flex shrink-0 gap-1 border-hairline p-3 max-md:flex-wrap max-md:border-b md:w-48 md:flex-col md:border-e"
      >
        {mine.map(({ path, Title }) => (
          <Link
            key={path}
            to="/settings/$page"
            params={{ page: path }}
            aria-current={path === page ? 'page' : undefined}
            className="rounded-[7px] px-2.5 py-1.5 text-quiet hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-strong aria-[current=page]:text-ink"
          >
            <Title />
          </Link>
        ))}
      </nav>
      {View ? (
        <div className="flex min-w-0 flex-1 flex-col">
          <Suspense fallback={<Loading />}>
            <View />
          </Suspense>
        </div>
      ) : (
        <div className="p-4">
          <Failed
            error={new ApiError(SETTINGS.some(({ path }) => path === page) ? 'forbidden' : 'not_found')}
            onAgain={() => undefined}
          />
        </div>
      )}
    </div>
  );
}
