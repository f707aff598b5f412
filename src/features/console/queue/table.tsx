import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { QueueItem } from '#src/contract/agent/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';
import { countryName } from '../kit/country.ts';
import { Glyph } from '../kit/glyph.tsx';
import { StatusWord } from '../kit/status.tsx';
import { dateTime, inWords, useNow } from '../kit/time.ts';
import { fits, type QueueView } from './view.ts';
import { queueWords } from './words.ts';

/** By which the keyboard finds the lines. */
export const ROW = 'data-row';

const HEAD = ['reference', 'country', 'waiting', 'status', 'doubts', 'duplicates', 'attempt', 'by'] as const;
/** Narrower than a tablet, the last two step back. */
const SPARE: readonly string[] = ['attempt', 'by'];

/** The lines of a view. `view` also goes with the links, so that "next" stays within it. */
export function QueueTable({ items, view }: { items: readonly QueueItem[]; view: QueueView }): ReactNode {
  const t = useWords(queueWords);
  const now = useNow();
  return (
    <table className="w-full border-separate border-spacing-0 text-start">
      <caption className="sr-only">{t('queue.caption', { count: items.length })}</caption>
      <thead className="sticky top-0 z-[1] bg-paper text-xs text-quiet">
        <tr>
          {HEAD.map((name) => (
            <th
              key={name}
              scope="col"
              className={cx(
                'border-b border-hairline px-2 py-1.5 text-start font-normal whitespace-nowrap first:ps-3',
                SPARE.includes(name) && 'max-md:hidden',
              )}
            >
              {t(`col.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} view={view} now={now} />
        ))}
      </tbody>
    </table>
  );
}

const CELL = 'border-b border-hairline px-2 py-1.5 first:ps-3';

function Row({ item, view, now }: { item: QueueItem; view: QueueView; now: number }): ReactNode {
  const t = useWords(queueWords);
  const { locale } = useLocale();
  const gone = !fits(item, view, now);
  const { claim, decidedBy, decidedAt } = item;
  const holder = claim ? (claim.mine ? t('col.you') : claim.agent.name) : decidedBy?.name;
  return (
    <tr
      className={cx(
        'group relative hover:bg-surface has-[a:focus-visible]:bg-accent-soft',
        gone && 'text-quiet opacity-70',
      )}
    >
      <th scope="row" className={cx(CELL, 'text-start font-normal')}>
        {/* The link's frame is the whole line: one may press anywhere. */}
        <Link
          to="/review/$id"
          params={{ id: item.id }}
          search={view}
          {...{ [ROW]: item.id }}
          className="ltr inline-block font-strong tracking-wide text-ink after:absolute after:inset-0 focus-visible:shadow-none focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-accent"
        >
          {item.reference}
        </Link>
      </th>
      <td className={CELL}>{countryName(item.country, locale)}</td>
      <td className={CELL}>
        {decidedAt ? (
          <span className="text-quiet">{dateTime(decidedAt, locale, now)}</span>
        ) : (
          <Waiting item={item} now={now} />
        )}
      </td>
      <td className={CELL}>
        <StatusWord status={item.status} />
      </td>
      <td className={CELL}>
        <span className="flex items-center gap-2">
          {item.doubts > 0 && (
            <span className="inline-flex items-center gap-1 text-check">
              <Icon name="warn" className="size-4" />
              {item.doubts}
            </span>
          )}
          {item.hasImage ? (
            item.doubts === 0 && <span className="text-quiet">{t('col.clean')}</span>
          ) : (
            <span className="text-check">{t('col.noImage')}</span>
          )}
        </span>
      </td>
      <td className={CELL}>
        {item.duplicates > 0 && (
          <span className="flex items-center gap-1 text-check">
            <Glyph name="twins" />
            {item.duplicates}
          </span>
        )}
      </td>
      <td className={cx(CELL, 'max-md:hidden')}>{item.attempt > 1 && item.attempt}</td>
      <td className={cx(CELL, 'max-w-40 truncate max-md:hidden', claim?.mine && 'font-strong')}>
        {holder && (
          <span className="flex items-center gap-1.5">
            {claim && <Glyph name="held" className="text-quiet" />}
            <bdi className="truncate">{holder}</bdi>
          </span>
        )}
      </td>
    </tr>
  );
}

/** How long it has waited, and how much of its time is gone. */
function Waiting({ item, now }: { item: QueueItem; now: number }): ReactNode {
  const t = useWords(queueWords);
  const { locale } = useLocale();
  const sent = Date.parse(item.submittedAt);
  const due = Date.parse(item.dueAt);
  const share = Math.min(1, Math.max(0, (now - sent) / Math.max(1, due - sent)));
  const late = now > due;
  return (
    <span className="flex items-center gap-2.5">
      <span aria-hidden="true" className="h-1 w-10 shrink-0 overflow-hidden rounded-full bg-hairline">
        <span
          className={cx(
            'block h-full rounded-full',
            late ? 'bg-stop' : share > 0.75 ? 'bg-check-mark' : 'bg-accent',
          )}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className="whitespace-nowrap">
        {inWords(now - sent, locale)}
        {late && <span className="ms-1.5 font-strong text-stop">{t('col.late')}</span>}
      </span>
    </span>
  );
}
