import { type FormEvent, type ReactNode, useState } from 'react';
import type { SandboxEvent } from '#src/contract/partner/sandbox.ts';
import { LOCALE_TAGS, useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { controlLook, Field } from '#src/ui/field.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { useEvents, useSpecimens } from './use-events.ts';
import { type WordId, words } from './words.ts';

/** Test keys begin like this; a live one must not be pasted into a page. */
const TEST_KEY = /^ks_test_/;

/** The sandbox: specimens that force each outcome, and what happens, as it happens. */
export function Sandbox(): ReactNode {
  const t = useWords(words);
  const [typed, setTyped] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const { events, trouble } = useEvents(key);
  const wrong = typed !== '' && !TEST_KEY.test(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (TEST_KEY.test(typed)) setKey(typed.trim());
  };
  const refused = trouble === 'unauthorized' || trouble === 'forbidden';
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <SpecimenList />
      <section className="min-w-0">
        <h2 className="text-xl font-strong">{t('box.events')}</h2>
        <form onSubmit={submit} className="mt-3 flex flex-wrap items-end gap-3">
          <div className="min-w-64 flex-1">
            <Field
              label={t('box.key')}
              hint={t('box.key.hint')}
              messages={[
                ...(wrong ? [{ level: 'error' as const, text: t('box.key.wrong') }] : []),
                ...(refused ? [{ level: 'error' as const, text: t('box.key.refused') }] : []),
              ]}
            >
              {(control) => (
                <input
                  {...control}
                  type="password"
                  autoComplete="off"
                  dir="ltr"
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                  className={controlLook()}
                />
              )}
            </Field>
          </div>
          <Button type="submit" look="other">
            {t('box.watch')}
          </Button>
        </form>
        {trouble !== null && !refused && (
          <Notice kind="check" live="status" className="mt-4">
            <p>{t('box.offline')}</p>
          </Notice>
        )}
        {key !== null && !refused && <EventTable events={events} />}
      </section>
    </div>
  );
}

function SpecimenList(): ReactNode {
  const t = useWords(words);
  const { locale } = useLocale();
  const list = useSpecimens();
  const names = new Intl.DisplayNames([LOCALE_TAGS[locale]], { type: 'region' });
  return (
    <section className="min-w-0">
      <h2 className="text-xl font-strong">{t('box.specimens')}</h2>
      <p className="mt-1 text-quiet">{t('box.specimens.text')}</p>
      {list?.length === 0 && (
        <Notice kind="info" className="mt-4">
          <p>{t('box.specimens.none')}</p>
        </Notice>
      )}
      <ul className="mt-4 divide-y divide-hairline border-y border-hairline">
        {list?.map(({ name, country, outcome, path }) => (
          <li key={path} className="flex items-center gap-4 py-2.5">
            <img
              src={path}
              alt=""
              loading="lazy"
              className="aspect-card w-20 shrink-0 rounded-sm object-cover"
            />
            <span className="min-w-0 flex-1">
              <span className="block font-strong">{t(`box.outcome.${outcome}` as WordId)}</span>
              <span className="block text-sm text-quiet">{names.of(country.toUpperCase())}</span>
            </span>
            <a
              href={path}
              download={`${name}.jpg`}
              className="inline-flex min-h-10 items-center text-accent underline underline-offset-4"
            >
              {t('box.download')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What one line is about, and how it ended. */
function lineOf(event: SandboxEvent): readonly [what: string, how: string] {
  switch (event.kind) {
    case 'request':
      return [
        `${event.method} ${event.route}`,
        [event.status, event.outcome, `${Math.round(event.ms)} ms`].filter(Boolean).join(' · '),
      ];
    case 'message':
      return [event.type, event.direction === 'to_page' ? 'frame → page' : 'page → frame'];
    case 'webhook':
      return [
        event.type,
        [event.status ?? event.error, `#${event.attempt}`, `${Math.round(event.ms)} ms`].join(' · '),
      ];
  }
}

function EventTable({ events }: { events: readonly SandboxEvent[] }): ReactNode {
  const t = useWords(words);
  const { locale } = useLocale();
  const time = new Intl.DateTimeFormat(LOCALE_TAGS[locale], { timeStyle: 'medium' });
  if (events.length === 0)
    return (
      <p role="status" className="mt-5 text-quiet">
        {t('box.empty')}
      </p>
    );
  return (
    <div className="mt-5 overflow-x-auto">
      <table className="w-full text-start text-sm">
        <caption className="sr-only">{t('box.events')}</caption>
        <thead>
          <tr className="border-b border-edge">
            {(['time', 'kind', 'what', 'how'] as const).map((column) => (
              <th key={column} scope="col" className="py-2 pe-4 text-start font-strong">
                {t(`box.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => {
            const [what, how] = lineOf(event);
            return (
              <tr key={event.id} className="border-b border-hairline align-top">
                <td className="whitespace-nowrap py-2 pe-4">{time.format(new Date(event.at))}</td>
                <td className="py-2 pe-4">{t(`box.kind.${event.kind}`)}</td>
                <td dir="ltr" className="break-all py-2 pe-4 text-start font-mono">
                  {what}
                </td>
                <td dir="ltr" className="whitespace-nowrap py-2 text-start font-mono">
                  {how}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
