import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FiguresQuery } from '#src/contract/agent/index.ts';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { getFigures } from '../api/figures.ts';
import { Page } from '../frame/page.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { Button } from '../kit/button.tsx';
import { countryName } from '../kit/country.ts';
import { Select } from '../kit/select.tsx';
import { inputLook } from '../kit/text-field.tsx';
import { Board } from './board.tsx';
import { daysIn, lastDays, rangeOf } from './range.ts';
import { figuresWords } from './words.ts';

const PRESETS = [7, 30, 90] as const;
const EVERY = 'every';

/** `/agent/figures`: how the work goes. The address holds the days and the country. */
export function FiguresPage(): ReactNode {
  const t = useWords(figuresWords);
  const navigate = useNavigate();
  const query = rangeOf(useSearch({ strict: false }), Date.now());
  const { data, error, refetch } = useQuery({
    queryKey: ['figures', query],
    queryFn: ({ signal }) => getFigures(query, signal),
    placeholderData: (before) => before,
  });
  const show = (next: FiguresQuery): void => void navigate({ to: '/figures', search: next });
  return (
    <Page title={t('figures.title')} tools={<Range query={query} onQuery={show} />}>
      {error ? (
        <Failed error={error} onAgain={() => void refetch()} />
      ) : data ? (
        <Board figures={data} query={query} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Range({
  query,
  onQuery,
}: {
  query: FiguresQuery;
  onQuery: (query: FiguresQuery) => void;
}): ReactNode {
  const t = useWords(figuresWords);
  const { locale } = useLocale();
  const now = Date.now();
  const { to: today } = lastDays(1, now);
  const day = (name: 'from' | 'to'): ReactNode => (
    <label className="flex items-center gap-1.5 text-quiet">
      {t(`figures.${name}`)}
      <input
        type="date"
        value={query[name]}
        max={today}
        onChange={({ target }) => target.value && onQuery({ ...query, [name]: target.value })}
        className={`${inputLook} w-36`}
      />
    </label>
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      {PRESETS.map((days) => {
        const current = query.to === today && daysIn(query) === days;
        return (
          <Button
            key={days}
            look="plain"
            aria-pressed={current}
            className={current ? 'bg-accent-soft font-strong' : 'text-quiet'}
            onPress={() => onQuery({ ...query, ...lastDays(days, now) })}
          >
            {t('figures.days', { n: days })}
          </Button>
        );
      })}
      {day('from')}
      {day('to')}
      <Select
        quiet
        label={t('figures.country')}
        value={query.country ?? EVERY}
        options={[
          { value: EVERY, label: t('figures.every') },
          ...COUNTRIES.map(({ code }) => ({ value: code, label: countryName(code, locale) })),
        ]}
        onChange={(value) => {
          const { country: _old, ...rest } = query;
          onQuery(value === EVERY ? rest : { ...rest, country: value });
        }}
      />
    </div>
  );
}
