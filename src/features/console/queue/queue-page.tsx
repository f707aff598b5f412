import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Notice } from '#src/ui/notice.tsx';
import { queueCsv } from '../api/queue.ts';
import { Page } from '../frame/page.tsx';
import { Empty, Failed, Loading } from '../frame/states.tsx';
import { useShortcuts } from '../keys/provider.tsx';
import { Button, buttonShape } from '../kit/button.tsx';
import { Scroll } from '../kit/scroll.tsx';
import { useNext } from '../review/use-next.ts';
import { mayAs, useMe } from '../session.ts';
import { Filters } from './filters.tsx';
import { moveLine } from './rows.ts';
import { Found, SearchLine } from './search.tsx';
import { QueueTable } from './table.tsx';
import { useChanges, useLivePage, useQueuePage } from './use-queue.ts';
import { filtersOf, type QueueView, viewOf } from './view.ts';
import { Views } from './views.tsx';
import { queueWords } from './words.ts';

/** `/agent/queue`: what waits, and everything that has been. */
export function QueuePage(): ReactNode {
  const t = useWords(queueWords);
  const me = useMe();
  const view = viewOf(useSearch({ strict: false }));
  const navigate = useNavigate();
  const searchField = useRef<HTMLInputElement>(null);
  const filterBox = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [none, setNone] = useState(false);
  const page = useQueuePage(view);
  const changes = useChanges();
  useLivePage(view, changes);
  const next = useNext(view, () => setNone(true));

  const show = (to: QueueView): void => {
    setNone(false);
    setText('');
    void navigate({ to: '/queue', search: to });
  };
  const onNextPage = (): void => {
    if (page.data?.next) show({ ...view, after: page.data.next });
  };
  useShortcuts({
    title: t('queue.keys'),
    shortcuts: [
      { keys: 'n', label: t('queue.next.long'), run: () => next.mutate([]), off: next.isPending },
      { keys: 'j', label: t('queue.key.down'), run: () => moveLine(1) || onNextPage() },
      { keys: 'k', label: t('queue.key.up'), run: () => void moveLine(-1) },
      { keys: '/', label: t('queue.key.search'), run: () => searchField.current?.focus() },
      {
        keys: 'f',
        label: t('queue.key.filters'),
        run: () => filterBox.current?.querySelector('button')?.focus(),
      },
      { keys: 'u', label: t('queue.key.refresh'), run: () => void page.refetch() },
      { keys: ']', label: t('page.next'), run: onNextPage, off: !page.data?.next },
      { keys: '[', label: t('page.first'), run: () => show({ ...view, after: undefined }), off: !view.after },
      { keys: 'Escape', label: t('search.clear'), run: () => setText(''), off: text === '' },
    ],
  });

  return (
    <Page title={t('queue.title')} quietTitle filled>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Views view={view} counts={changes?.counts} onView={show} />
        <div className="flex flex-1 items-center justify-end gap-2">
          <SearchLine field={searchField} onSearch={(typed) => setText(typed.trim())} />
          <Button
            look="main"
            keys="n"
            busy={next.isPending}
            onPress={() => next.mutate([])}
            className="min-w-24"
          >
            {t('queue.next')}
          </Button>
        </div>
      </div>
      <div role="status" className="empty:hidden">
        {none && (
          <Notice kind="done">
            <p>{t('queue.noneNext')}</p>
          </Notice>
        )}
        {next.error && <Failed error={next.error} onAgain={() => next.mutate([])} />}
      </div>
      {text !== '' ? (
        <Found key={text} text={text} onClear={() => setText('')} />
      ) : (
        <>
          <div ref={filterBox} className="flex flex-wrap items-center justify-between gap-2">
            <Filters view={view} onView={show} />
            {mayAs(me.role, 'supervisor') && (
              <a href={queueCsv(filtersOf(view))} download className={buttonShape('plain', 'text-quiet')}>
                {t('queue.csv')}
              </a>
            )}
          </div>
          {page.isPending ? (
            <Loading />
          ) : page.error ? (
            <Failed error={page.error} onAgain={() => void page.refetch()} />
          ) : page.data.items.length === 0 ? (
            <Empty title={t('queue.none')}>
              <p>{t('queue.none.text')}</p>
            </Empty>
          ) : (
            <Scroll label={t('queue.title')} className="min-h-0 flex-1 overflow-auto">
              <QueueTable items={page.data.items} view={view} />
            </Scroll>
          )}
          {(view.after || page.data?.next) && (
            <div className="flex justify-end gap-2 border-t border-hairline pt-2">
              <Button keys="[" isDisabled={!view.after} onPress={() => show({ ...view, after: undefined })}>
                {t('page.first')}
              </Button>
              <Button keys="]" isDisabled={!page.data?.next} onPress={onNextPage}>
                {t('page.next')}
              </Button>
            </div>
          )}
        </>
      )}
    </Page>
  );
}
