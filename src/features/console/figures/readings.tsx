import type { ReactNode } from 'react';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { DataTable } from '../kit/data-table.tsx';
import type { FigureOf } from './board.tsx';
import { money, number } from './format.ts';
import { Bars, Figure, type Tone } from './plots.tsx';
import { figuresWords } from './words.ts';

/** What the wire's statuses mean here; another one is a fault of a call. */
const TONES: Readonly<Record<string, Tone>> = { OK: 'done', FAIL: 'check' };

/** What the readers answered. */
export function ReadingsFigure({ figures, frame }: FigureOf): ReactNode {
  const t = useWords(figuresWords);
  const { locale } = useLocale();
  const { readings } = figures;
  const most = Math.max(1, ...readings.map(({ calls }) => calls));
  return (
    <Figure
      {...frame}
      title={t('readings.title')}
      table={
        <DataTable
          caption={t('readings.title')}
          columns={[t('readings.reader'), t('readings.status'), t('readings.calls')]}
          numbersFrom={2}
          rows={readings.map(({ upstream, status, calls }) => ({
            key: `${upstream} ${status}`,
            cells: [upstream, status, number(calls, locale)],
          }))}
        />
      }
    >
      {readings.length === 0 && <p className="text-quiet">{t('figures.none')}</p>}
      <Bars
        label={t('readings.title')}
        bars={readings.map(({ upstream, status, calls }) => ({
          key: `${upstream} ${status}`,
          label: (
            <span className="ltr inline-block">
              {upstream} {status}
            </span>
          ),
          share: calls / most,
          tone: TONES[status] ?? 'stop',
          text: number(calls, locale),
        }))}
      />
    </Figure>
  );
}

/** What was charged for, and what it came to. */
export function CallsFigure({ figures, frame }: FigureOf): ReactNode {
  const t = useWords(figuresWords);
  const { locale } = useLocale();
  const { calls } = figures;
  const kinds = [
    ['charged', 'accent'],
    ['free', 'quiet'],
    ['unknown', 'check'],
  ] as const;
  const most = Math.max(1, ...kinds.map(([kind]) => calls[kind]));
  return (
    <Figure
      {...frame}
      title={t('calls.title')}
      table={
        <DataTable
          caption={t('calls.title')}
          columns={[t('calls.kind'), t('readings.calls')]}
          numbersFrom={1}
          rows={kinds.map(([kind]) => ({
            key: kind,
            cells: [t(`calls.${kind}`), number(calls[kind], locale)],
          }))}
        />
      }
    >
      <Bars
        label={t('calls.title')}
        bars={kinds.map(([kind, tone]) => ({
          key: kind,
          label: t(`calls.${kind}`),
          share: calls[kind] / most,
          tone,
          text: number(calls[kind], locale),
        }))}
      />
      <p className="text-sm">
        {calls.cost === null ? (
          <span className="text-quiet">{t('calls.noPrice')}</span>
        ) : (
          <span className="text-lg font-strong">{money(calls.cost, calls.currency, locale)}</span>
        )}
      </p>
    </Figure>
  );
}
