import type { ReactNode } from 'react';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { DataTable } from '../kit/data-table.tsx';
import { inWords } from '../kit/time.ts';
import type { FigureOf } from './board.tsx';
import { NONE, number, shortDay } from './format.ts';
import { Columns, Figure, Legend } from './plots.tsx';
import { everyDay } from './range.ts';
import { figuresWords } from './words.ts';

type Day = FigureOf['figures']['days'][number];
const quietDay = (day: string): Day => ({
  day,
  submitted: 0,
  approved: 0,
  declined: 0,
  asked: 0,
  waitMs: null,
});

/** Every day of the range, also those on which nothing happened. */
function allDays({ figures }: Pick<FigureOf, 'figures'>): readonly Day[] {
  const known = new Map(figures.days.map((day) => [day.day, day]));
  return everyDay(figures).map((day) => known.get(day) ?? quietDay(day));
}

function DaysTable({ figures }: Pick<FigureOf, 'figures'>): ReactNode {
  const t = useWords(figuresWords);
  const { locale } = useLocale();
  return (
    <DataTable
      caption={t('days.title')}
      columns={[
        t('days.day'),
        t('days.submitted'),
        t('days.approved'),
        t('days.declined'),
        t('days.asked'),
        t('days.wait'),
      ]}
      numbersFrom={1}
      rows={figures.days.map(({ day, submitted, approved, declined, asked, waitMs }) => ({
        key: day,
        cells: [
          shortDay(day, locale),
          ...[submitted, approved, declined, asked].map((value) => number(value, locale)),
          waitMs === null ? NONE : inWords(waitMs, locale),
        ],
      }))}
    />
  );
}

const endsOf = (days: readonly Day[], locale: Parameters<typeof shortDay>[1]): readonly [string, string] => [
  shortDay(days[0]?.day ?? '', locale),
  shortDay(days.at(-1)?.day ?? '', locale),
];

/** What was decided on each day. */
export function DaysFigure({ figures, frame }: FigureOf): ReactNode {
  const t = useWords(figuresWords);
  const { locale } = useLocale();
  const days = allDays({ figures });
  const most = Math.max(0, ...days.map(({ approved, declined, asked }) => approved + declined + asked));
  return (
    <Figure {...frame} title={t('days.title')} table={<DaysTable figures={figures} />}>
      <Columns
        label={t('days.title')}
        top={number(most, locale)}
        ends={endsOf(days, locale)}
        columns={days.map(({ day, submitted, approved, asked, declined }) => ({
          key: day,
          title: `${shortDay(day, locale)}: ${t('days.approved')} ${approved}, ${t('days.asked')} ${asked}, ${t('days.declined')} ${declined}, ${t('days.submitted')} ${submitted}`,
          parts: [
            { value: approved, tone: 'done' },
            { value: asked, tone: 'check' },
            { value: declined, tone: 'stop' },
          ],
        }))}
      />
      <Legend
        entries={[
          ['done', t('days.approved')],
          ['check', t('days.asked')],
          ['stop', t('days.declined')],
        ]}
      />
    </Figure>
  );
}

/** How long people waited, day by day. */
export function WaitFigure({ figures, frame }: FigureOf): ReactNode {
  const t = useWords(figuresWords);
  const { locale } = useLocale();
  const days = allDays({ figures });
  const most = Math.max(0, ...days.map(({ waitMs }) => waitMs ?? 0));
  return (
    <Figure {...frame} title={t('wait.title')} table={<DaysTable figures={figures} />}>
      <Columns
        label={t('wait.title')}
        top={most > 0 ? inWords(most, locale) : NONE}
        ends={endsOf(days, locale)}
        columns={days.map(({ day, waitMs }) => ({
          key: day,
          title: `${shortDay(day, locale)}: ${waitMs === null ? NONE : inWords(waitMs, locale)}`,
          parts: [{ value: waitMs === null || most === 0 ? 0 : waitMs / most, tone: 'accent' }],
        }))}
      />
    </Figure>
  );
}
