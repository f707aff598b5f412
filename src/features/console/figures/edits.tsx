import { type ReactNode, use } from 'react';
import { fieldsOf } from '#src/countries/toolkit/checks.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { countryName } from '../kit/country.ts';
import { DataTable } from '../kit/data-table.tsx';
import { useParts } from '../parts.ts';
import type { FigureOf } from './board.tsx';
import { number, percent } from './format.ts';
import { Bars, Figure } from './plots.tsx';
import { figuresWords } from './words.ts';

const SHOWN = 10;
/** A field that people change more often than this is one to look into. */
const MUCH = 0.1;

/** What a field of a country's form is called. */
function FieldName({ country: code, field }: { country: string; field: string }): ReactNode {
  const { country, words } = use(useParts().loadCountry(code));
  const say = useWords(words);
  const spec = fieldsOf(country.layout).find(({ name }) => name === field);
  return spec ? say(spec.label) : field;
}

/** How often people change what was read, by field. */
export function EditsFigure({ figures, frame }: FigureOf): ReactNode {
  const t = useWords(figuresWords);
  const { locale } = useLocale();
  const fields = figures.fields
    .map((one) => ({ ...one, rate: one.read === 0 ? 0 : one.edited / one.read }))
    .sort((a, b) => b.rate - a.rate);
  const most = Math.max(0.01, ...fields.map(({ rate }) => rate));
  const several = new Set(fields.map(({ country }) => country)).size > 1;
  return (
    <Figure
      {...frame}
      title={t('edits.title')}
      table={
        <DataTable
          caption={t('edits.title')}
          columns={[
            t('edits.field'),
            t('figures.country'),
            t('edits.read'),
            t('edits.edited'),
            t('edits.rate'),
          ]}
          numbersFrom={2}
          rows={fields.map(({ country, field, read, edited, rate }) => ({
            key: `${country} ${field}`,
            cells: [
              <FieldName key="name" country={country} field={field} />,
              countryName(country, locale),
              number(read, locale),
              number(edited, locale),
              percent(rate, locale),
            ],
          }))}
        />
      }
    >
      {fields.length === 0 && <p className="text-quiet">{t('figures.none')}</p>}
      <Bars
        label={t('edits.title')}
        bars={fields.slice(0, SHOWN).map(({ country, field, rate, read }) => ({
          key: `${country} ${field}`,
          label: (
            <>
              <FieldName country={country} field={field} />
              {several && ` (${country.toUpperCase()})`}
            </>
          ),
          share: rate / most,
          tone: rate > MUCH ? 'check' : 'accent',
          text: t('figures.of', { share: percent(rate, locale), count: number(read, locale) }),
        }))}
      />
    </Figure>
  );
}
