import type { ReactNode } from 'react';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { DataTable } from '../kit/data-table.tsx';
import { inWords } from '../kit/time.ts';
import type { FigureOf } from './board.tsx';
import { NONE, number } from './format.ts';
import { Bars, Figure } from './plots.tsx';
import { figuresWords } from './words.ts';

/** Lines in the plot; the table has all. */
const SHOWN = 8;

/** Decisions of each, and how many in an hour of work. */
export function AgentsFigure({ figures, frame }: FigureOf): ReactNode {
  const t = useWords(figuresWords);
  const { locale } = useLocale();
  const agents = figures.agents.toSorted((a, b) => b.decisions - a.decisions);
  const most = Math.max(1, ...agents.map(({ decisions }) => decisions));
  return (
    <Figure
      {...frame}
      title={t('agents.title')}
      table={
        <DataTable
          caption={t('agents.title')}
          columns={[
            t('agents.name'),
            t('agents.decisions'),
            t('agents.perHour'),
            t('agents.hours'),
            t('agents.handle'),
            t('days.approved'),
            t('days.declined'),
            t('days.asked'),
          ]}
          numbersFrom={1}
          rows={agents.map((one) => ({
            key: one.agent.id,
            cells: [
              <bdi key="name">{one.agent.name}</bdi>,
              number(one.decisions, locale),
              number(one.perHour, locale, 1),
              number(one.activeHours, locale),
              one.handleMs === null ? NONE : inWords(one.handleMs, locale),
              number(one.approved, locale),
              number(one.declined, locale),
              number(one.asked, locale),
            ],
          }))}
        />
      }
    >
      {agents.length === 0 && <p className="text-quiet">{t('figures.none')}</p>}
      <Bars
        label={t('agents.title')}
        bars={agents.slice(0, SHOWN).map(({ agent, decisions, perHour }) => ({
          key: agent.id,
          label: <bdi>{agent.name}</bdi>,
          share: decisions / most,
          text: `${number(decisions, locale)} · ${t('agents.anHour', { n: number(perHour, locale, 1) })}`,
        }))}
      />
    </Figure>
  );
}
