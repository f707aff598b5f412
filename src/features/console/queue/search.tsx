import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField } from 'react-aria-components/SearchField';
import { useWords } from '#src/lib/i18n/index.ts';
import { search } from '../api/queue.ts';
import { Empty, Failed, Loading } from '../frame/states.tsx';
import { Button } from '../kit/button.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { KeyCap } from '../kit/key-cap.tsx';
import { inputLook } from '../kit/text-field.tsx';
import { QueueTable } from './table.tsx';
import { queueWords } from './words.ts';

const EVERYTHING = { status: 'all' } as const;

/** The one line that finds by reference, number or name. What is typed stays out of every address. */
export function SearchLine({
  field,
  onSearch,
}: {
  field: RefObject<HTMLInputElement | null>;
  onSearch: (text: string) => void;
}): ReactNode {
  const t = useWords(queueWords);
  return (
    <SearchField
      className="relative min-w-64 flex-1 sm:max-w-96"
      onSubmit={onSearch}
      onClear={() => onSearch('')}
    >
      <Label className="sr-only">{t('search.label')}</Label>
      <Glyph name="search" className="pointer-events-none absolute start-2.5 top-2 text-quiet" />
      <Input
        ref={field}
        placeholder={t('search.label')}
        aria-keyshortcuts="/"
        spellCheck={false}
        className={`${inputLook} ps-8 pe-9`}
      />
      <span className="pointer-events-none absolute end-2 top-1.5 text-quiet">
        <KeyCap keys="/" />
      </span>
    </SearchField>
  );
}

/** What a search found. */
export function Found({ text, onClear }: { text: string; onClear: () => void }): ReactNode {
  const t = useWords(queueWords);
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const after = pages.at(-1);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['search', text, after],
    queryFn: ({ signal }) => search(text, after, signal),
    // What was searched for is personal data: it is kept no longer than it is shown.
    gcTime: 0,
  });
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} onAgain={() => void refetch()} />;
  const back = (
    <Button icon="close" keys="Escape" onPress={onClear}>
      {t('search.clear')}
    </Button>
  );
  if (data.items.length === 0)
    return (
      <Empty title={t('search.none')}>
        <p className="mb-3">{t('search.none.text')}</p>
        {back}
      </Empty>
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <p role="status">{data.by && t(`search.by.${data.by}`)}</p>
        {back}
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        <QueueTable items={data.items} view={EVERYTHING} />
      </div>
      {(pages.length > 1 || data.next) && (
        <div className="flex justify-end gap-2">
          <Button isDisabled={pages.length === 1} onPress={() => setPages(pages.slice(0, -1))}>
            {t('page.before')}
          </Button>
          <Button isDisabled={!data.next} onPress={() => data.next && setPages([...pages, data.next])}>
            {t('page.next')}
          </Button>
        </div>
      )}
    </div>
  );
}
