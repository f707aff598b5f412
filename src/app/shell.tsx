import { type ReactNode, useId } from 'react';
import { LOCALE_NAMES, LOCALES, useLocale, useWords } from '#src/lib/i18n/index.ts';
import { useOnline } from '#src/lib/online.ts';
import { useSurroundings } from '#src/lib/surroundings.tsx';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';
import { CardDrawing } from '#src/ui/illustrations/card.tsx';
import { Guilloche } from '#src/ui/illustrations/guilloche.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Spinner } from '#src/ui/progress.tsx';
import { appWords } from './words.ts';

/** The place of content that is still on its way. */
export function Waiting(): ReactNode {
  return (
    <div className="flex min-h-64 flex-1 items-center justify-center text-accent">
      <Spinner className="size-8" />
    </div>
  );
}

/** A native list: three languages in their own words, at hand on every screen. */
export function LanguageSwitch(): ReactNode {
  const { locale, setLocale } = useLocale();
  const t = useWords(appWords);
  const id = useId();
  return (
    <div className="relative inline-flex items-center">
      <Icon name="globe" className="pointer-events-none absolute start-2.5 text-quiet" />
      <label htmlFor={id} className="sr-only">
        {t('app.language')}
      </label>
      <select
        id={id}
        value={locale}
        onChange={(event) => {
          const next = LOCALES.find((name) => name === event.target.value);
          if (next) setLocale(next);
        }}
        className="field-sizing-content min-h-10 appearance-none rounded-md border border-transparent bg-transparent py-1 ps-9 pe-3 text-ink hover:border-edge"
      >
        {LOCALES.map((name) => (
          <option key={name} value={name} lang={name} className="bg-surface text-ink">
            {LOCALE_NAMES[name]}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface ShellProps {
  /** Beside the column on wide screens; the motif stands there where a step has nothing of its own. */
  aside?: ReactNode;
  /** Where one is on the way. */
  progress?: { step: number; count: number };
  children: ReactNode;
}

/** The way so far as a row of cards. */
function ProgressCards({ step, count }: { step: number; count: number }): ReactNode {
  const t = useWords(appWords);
  return (
    <div role="img" aria-label={t('app.progress', { step, count })} className="flex gap-1.5">
      {Array.from({ length: count }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the row never changes its order
          key={index}
          className={`h-3 w-[19px] rounded-[2.5px] border-[1.5px] ${
            index < step ? 'border-accent bg-accent' : 'border-edge'
          }`}
        />
      ))}
    </div>
  );
}

/** What stands beside the column where nothing else does: the card, and what it is all about. */
function Motif(): ReactNode {
  const t = useWords(appWords);
  return (
    <div className="flex w-full flex-col items-center">
      <div className="relative -mx-12 flex h-104 w-[calc(100%+6rem)] items-center justify-center overflow-hidden">
        <Guilloche className="absolute size-176 text-accent opacity-35" />
        <CardDrawing className="relative w-104 -rotate-3 rtl:rotate-3" />
      </div>
      <div className="mt-8 w-104">
        <p className="text-2xl font-strong">{t('aside.title')}</p>
        <p className="mt-2 text-lg text-quiet">{t('aside.text')}</p>
      </div>
    </div>
  );
}

/** Whose page this is: ours, or a partner's by name and logo. */
function Name({ quiet }: { quiet: boolean }): ReactNode {
  const { name, logo, logoDark } = useSurroundings();
  if (logo)
    return (
      <picture>
        {logoDark && <source srcSet={logoDark} media="(prefers-color-scheme: dark)" />}
        <img src={logo} alt={name ?? ''} className="max-h-8 w-auto max-w-40" />
      </picture>
    );
  return (
    <span className="flex min-w-0 items-center gap-2 text-lg font-strong">
      <Icon name="card" className="size-6 text-accent" />
      {/* Three languages, four cards and a name do not fit side by side on every phone. */}
      <span className={cx('truncate', quiet && 'max-[25rem]:sr-only')}>{name ?? 'Kenal'}</span>
    </span>
  );
}

/** The way out of a partner's frame. */
function Close(): ReactNode {
  const { close } = useSurroundings();
  const t = useWords(appWords);
  if (!close) return null;
  return (
    <button
      type="button"
      onClick={close}
      aria-label={t('app.close')}
      className="-me-2 inline-flex size-10 items-center justify-center rounded-md text-quiet hover:text-accent"
    >
      <Icon name="close" />
    </button>
  );
}

/** Frame of every page: name, language, the column, and on wide screens what stands beside it. */
export function Shell({ aside, progress, children }: ShellProps): ReactNode {
  const t = useWords(appWords);
  const online = useOnline();
  const { framed } = useSurroundings();
  return (
    <div
      className={framed ? undefined : 'lg:grid lg:min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(34rem,42rem)]'}
    >
      {!framed && (
        <aside className="sticky top-0 hidden h-dvh items-center justify-center overflow-hidden border-e border-hairline bg-sunken p-12 lg:flex">
          {aside ?? <Motif />}
        </aside>
      )}
      <div
        className={cx(
          'mx-auto flex w-full max-w-[30.5rem] flex-col px-5',
          // In a frame that is as high as its content, the window's height would chase itself.
          framed ? 'min-h-(--k-screen)' : 'min-h-dvh lg:py-6',
        )}
      >
        <a
          href="#main"
          className="absolute start-2 top-2 z-20 -translate-y-24 rounded-md bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
        >
          {t('app.skip')}
        </a>
        <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-3">
          <div className="flex min-w-34 flex-1 items-center gap-4">
            <Name quiet={progress !== undefined} />
            {progress && <ProgressCards {...progress} />}
          </div>
          <div className="flex items-center gap-1">
            <LanguageSwitch />
            <Close />
          </div>
        </header>
        <div aria-live="polite">
          {!online && (
            <Notice kind="check" className="mt-2">
              <p>{t('app.offline')}</p>
            </Notice>
          )}
        </div>
        <main id="main" className="flex flex-1 flex-col pb-5">
          {children}
        </main>
      </div>
    </div>
  );
}
