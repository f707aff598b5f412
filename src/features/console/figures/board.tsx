import type { ReactNode } from 'react';
import type { Figures, FiguresQuery, FigureTable } from '#src/contract/agent/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { figuresCsv } from '../api/figures.ts';
import { inWords } from '../kit/time.ts';
import { AgentsFigure } from './agents.tsx';
import { DaysFigure, WaitFigure } from './days.tsx';
import { EditsFigure } from './edits.tsx';
import { money, NONE, number, percent } from './format.ts';
import { FunnelFigure } from './funnel.tsx';
import { CallsFigure, ReadingsFigure } from './readings.tsx';
import { figuresWords } from './words.ts';

export interface FigureOf {
  figures: Figures;
  /** Of the plot's frame: where its table is to be had. */
  frame: { csv: string; csvLabel: string; tableLabel: string };
}

/** All figures of some days: the few that matter first, then a plot for each question. */
export function Board({ figures, query }: { figures: Figures; query: FiguresQuery }): ReactNode {
  const t = useWords(figuresWords);
  const { locale } = useLocale();
  const of = (table: FigureTable): FigureOf => ({
    figures,
    frame: { csv: figuresCsv(table, query), csvLabel: t('figures.csv'), tableLabel: t('figures.table') },
  });
  const { wait, rates, calls } = figures;
  const time = (ms: number | null): string => (ms === null ? NONE : inWords(ms, locale));
  const tiles = [
    [t('tile.decided'), number(wait.decided, locale)],
    [t('tile.sla'), percent(rates.withinSla, locale)],
    [t('tile.wait'), time(wait.p50)],
    [t('tile.wait90'), time(wait.p90)],
    [t('tile.approved'), percent(rates.approved, locale)],
    [t('tile.asked'), percent(rates.asked, locale)],
    [t('tile.cost'), calls.cost === null ? NONE : money(calls.cost, calls.currency, locale)],
  ] as const;
  return (
    <>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-hairline bg-hairline sm:grid-cols-4 xl:grid-cols-7">
        {tiles.map(([name, value]) => (
          <div key={name} className="flex flex-col justify-between gap-1 bg-surface px-3.5 py-2.5">
            <dt className="text-xs text-quiet">{name}</dt>
            <dd className="text-xl font-strong whitespace-nowrap">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-3 pb-4 md:grid-cols-2">
        <DaysFigure {...of('days')} />
        <WaitFigure {...of('days')} />
        <FunnelFigure {...of('funnel')} />
        <AgentsFigure {...of('agents')} />
        <EditsFigure {...of('fields')} />
        <div className="flex flex-col gap-3">
          <ReadingsFigure {...of('readings')} />
          <CallsFigure {...of('calls')} />
        </div>
      </div>
    </>
  );
}
