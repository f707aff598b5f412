import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { COUNT_CAP, type QueueCounts, type SavedView } from '#src/contract/agent/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { getViews, removeView, saveView } from '../api/queue.ts';
import { useShortcuts } from '../keys/provider.tsx';
import { Button } from '../kit/button.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { TextField } from '../kit/text-field.tsx';
import { mayAs, useMe } from '../session.ts';
import { consoleWords } from '../words.ts';
import { filtersOf, type QueueView } from './view.ts';
import { queueWords } from './words.ts';

const BUILT_IN = [
  { id: 'open', view: {}, count: 'open' },
  { id: 'overdue', view: { due: 'overdue' }, count: 'overdue' },
  { id: 'mine', view: { claimed: 'me' }, count: 'mine' },
] as const satisfies readonly { id: string; view: QueueView; count: keyof QueueCounts }[];

const VIEWS = ['views'] as const;
/** Whether two views show the same, wherever their pages begin. */
const same = (a: QueueView, b: QueueView): boolean => {
  const of = ({ after: _after, ...view }: QueueView): string => JSON.stringify(Object.entries(view).sort());
  return of(a) === of(b);
};
const asView = ({ filters, order }: SavedView): QueueView =>
  order === 'newest' ? { ...filters, order } : { ...filters };

export interface ViewsProps {
  view: QueueView;
  counts: QueueCounts | undefined;
  onView: (view: QueueView) => void;
}

/** The views that are always there, and those that were saved. */
export function Views({ view, counts, onView }: ViewsProps): ReactNode {
  const t = useWords(queueWords);
  const { data: saved = [] } = useQuery({
    queryKey: VIEWS,
    queryFn: ({ signal }) => getViews(signal),
    staleTime: 60_000,
  });
  const [naming, setNaming] = useState(false);
  const known = [...BUILT_IN.map((one) => one.view as QueueView), ...saved.map(asView)].some((one) =>
    same(one, view),
  );
  const all: readonly QueueView[] = [...BUILT_IN.map((one) => one.view as QueueView), ...saved.map(asView)];
  useShortcuts({
    title: t('views.label'),
    shortcuts: all.slice(0, 9).map((one, index) => ({
      keys: String(index + 1),
      label:
        index < BUILT_IN.length
          ? t(`views.${BUILT_IN[index]!.id}`)
          : (saved[index - BUILT_IN.length]?.name ?? ''),
      run: () => onView(one),
    })),
  });
  return (
    <nav aria-label={t('views.label')} className="flex flex-wrap items-center gap-1">
      {BUILT_IN.map(({ id, view: one, count }) => (
        <ViewLink key={id} view={one} current={same(one, view)}>
          {t(`views.${id}`)}
          {counts && <Count value={counts[count]} alert={id === 'overdue'} />}
        </ViewLink>
      ))}
      {saved.map((one) => (
        <span key={one.id} className="inline-flex items-center">
          <ViewLink view={asView(one)} current={same(asView(one), view)}>
            <bdi>{one.name}</bdi>
            {one.shared && <span className="text-xs text-quiet">{t('views.shared')}</span>}
          </ViewLink>
          {same(asView(one), view) && <Remove view={one} onGone={() => onView({})} />}
        </span>
      ))}
      {!known && (
        <Button look="plain" onPress={() => setNaming(true)}>
          <Glyph name="star" />
          {t('views.save')}
        </Button>
      )}
      <SaveDialog open={naming} view={view} onClose={() => setNaming(false)} />
    </nav>
  );
}

function ViewLink({
  view,
  current,
  children,
}: {
  view: QueueView;
  current: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <Link
      to="/queue"
      search={view}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'inline-flex min-h-8 items-center gap-1.5 rounded-[7px] px-2.5 whitespace-nowrap',
        current ? 'bg-accent-soft font-strong text-ink' : 'text-quiet hover:bg-sunken hover:text-ink',
      )}
      activeOptions={{ exact: true, includeSearch: true }}
    >
      {children}
    </Link>
  );
}

function Count({ value, alert }: { value: number; alert: boolean }): ReactNode {
  return (
    <span className={cx('text-sm', alert && value > 0 ? 'font-strong text-stop' : 'text-quiet')}>
      {value >= COUNT_CAP ? `${COUNT_CAP}+` : value}
    </span>
  );
}

function Remove({ view, onGone }: { view: SavedView; onGone: () => void }): ReactNode {
  const t = useWords(queueWords);
  const me = useMe();
  const client = useQueryClient();
  const c = useWords(consoleWords);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => removeView(view.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: VIEWS });
      onGone();
    },
  });
  if (!view.mine && !mayAs(me.role, 'admin')) return null;
  return (
    <>
      <Button
        look="plain"
        aria-label={t('views.remove', { name: view.name })}
        busy={isPending}
        onPress={() => mutate()}
      >
        <Glyph name="bin" />
      </Button>
      <span role="alert" className="text-stop">
        {error && c('console.failed')}
      </span>
    </>
  );
}

function SaveDialog({
  open,
  view,
  onClose,
}: {
  open: boolean;
  view: QueueView;
  onClose: () => void;
}): ReactNode {
  const t = useWords(queueWords);
  const c = useWords(consoleWords);
  const me = useMe();
  const client = useQueryClient();
  const [shared, setShared] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (name: string) =>
      saveView({ name, filters: filtersOf(view), order: view.order ?? 'oldest', shared }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: VIEWS });
      onClose();
    },
  });
  return (
    <Dialog open={open} title={t('views.save')} onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          mutate(String(new FormData(event.currentTarget).get('name') ?? ''));
        }}
      >
        <TextField
          label={t('views.save.name')}
          name="name"
          maxLength={60}
          isRequired
          autoComplete="off"
          input={{ dir: 'auto' }}
        />
        {mayAs(me.role, 'supervisor') && (
          <label className="flex items-center gap-2.5">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={shared}
              onChange={({ target }) => setShared(target.checked)}
            />
            {t('views.save.shared')}
          </label>
        )}
        <p role="alert" className="text-stop empty:hidden">
          {error && c('console.failed')}
        </p>
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{c('console.cancel')}</Button>
          <Button type="submit" look="main" busy={isPending}>
            {c('console.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
