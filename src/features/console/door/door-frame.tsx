import { type FormEvent, type ReactNode, useEffect } from 'react';
import { LOCALE_NAMES, LOCALES, useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Guilloche } from '#src/ui/illustrations/guilloche.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { doorWords } from './words.ts';

export interface DoorFrameProps {
  title: string;
  lead?: string;
  error: string | null;
  onSubmit: (values: Readonly<Record<string, string>>) => void;
  children: ReactNode;
  /** Below the form: other ways in. */
  below?: ReactNode;
}

/** Every form at the door: the name, what it is for, the fields, what went wrong. */
export function DoorFrame({ title, lead, error, onSubmit, children, below }: DoorFrameProps): ReactNode {
  const t = useWords(doorWords);
  const { locale, setLocale } = useLocale();
  useEffect(() => {
    document.title = `${title} · Kenal`;
  }, [title]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit(
      Object.fromEntries(
        [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
      ),
    );
  };
  return (
    <div className="k-console relative flex min-h-dvh flex-col items-center overflow-hidden px-5 py-8">
      <Guilloche className="pointer-events-none absolute -end-64 -bottom-72 size-176 text-accent opacity-20" />
      <main className="relative my-auto w-full max-w-sm rounded-md border border-hairline bg-surface p-6">
        <p className="flex items-center gap-2 text-base font-strong">
          <Icon name="card" className="text-accent" />
          Kenal
        </p>
        <h1 className="mt-5 text-xl font-strong">{title}</h1>
        {lead && <p className="mt-1 text-quiet">{lead}</p>}
        <form className="mt-5 flex flex-col gap-4" onSubmit={submit}>
          {children}
          <div role="alert" className="empty:hidden">
            {error && (
              <Notice kind="stop">
                <p>{error}</p>
              </Notice>
            )}
          </div>
        </form>
        {below}
      </main>
      <label className="relative mt-6 inline-flex items-center gap-2 text-quiet">
        <Icon name="globe" className="size-4" />
        <span className="sr-only">{t('door.language')}</span>
        <select
          value={locale}
          onChange={({ target }) => {
            const next = LOCALES.find((name) => name === target.value);
            if (next) setLocale(next);
          }}
          className="min-h-8 rounded-md bg-transparent px-1 text-sm"
        >
          {LOCALES.map((name) => (
            <option key={name} value={name} lang={name} className="bg-surface text-ink">
              {LOCALE_NAMES[name]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
