import type { ReactNode } from 'react';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { DataTable } from '../kit/data-table.tsx';
import type { FigureOf } from './board.tsx';
import { NONE, number, percent } from './format.ts';
import { Bars, Figure } from './plots.tsx';
import { figuresWords } from './words.ts';

/** How far people come, and where they leave. */
export function FunnelFigure({ figures, frame }: FigureOf): ReactNode {
  const t = useWords(figuresWords);
  const { locale } = useLocale();
  const { funnel } = figures;
  const most = Math.max(1, ...funnel.map(({ sessions }) => sessions));
  const lines = funnel.map(({ step, sessions }, index) => {
    const before = funnel[index - 1]?.sessions;
    return {
      step,
      sessions,
      kept: sessions / most,
      lost: before ? 1 - sessions / before : null,
    };
  });
  return (
    <Figure
      {...frame}
      title={t('funnel.title')}
      table={
        <DataTable
          caption={t('funnel.title')}
          columns={[t('funnel.step'), t('funnel.sessions'), t('funnel.kept'), t('funnel.lost')]}
          numbersFrom={1}
          rows={lines.map(({ step, sessions, kept, lost }) => ({
            key: step,
            cells: [
              t(`step.${step}`),
              number(sessions, locale),
              percent(kept, locale),
              lost === null ? NONE : percent(Math.max(0, lost), locale),
            ],
          }))}
        />
      }
    >
      <Bars
        label={t('funnel.title')}
        bars={lines.map(({ step, sessions, kept }) => ({
          key: step,
          label: t(`step.${step}`),
          share: kept,
          text: `${number(sessions, locale)} · ${percent(kept, locale)}`,
        }))}
      />
    </Figure>
  );
}
