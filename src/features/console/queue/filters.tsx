import type { ReactNode } from 'react';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Button } from '../kit/button.tsx';
import { countryName } from '../kit/country.ts';
import { Select } from '../kit/select.tsx';
import type { QueueView } from './view.ts';
import { queueWords } from './words.ts';

const STATUSES = [
  'open',
  'submitted',
  'in_review',
  'approved',
  'declined',
  'resubmission_requested',
  'expired',
  'all',
] as const;
const CHOICES = {
  doubts: ['some', 'none'],
  duplicates: ['some', 'none'],
  claimed: ['me', 'others', 'nobody'],
  attempt: ['first', 'again'],
} as const;
type ChoiceName = keyof typeof CHOICES;
const ANY = 'any';

export interface FiltersProps {
  view: QueueView;
  onView: (view: QueueView) => void;
}

/** What the view is made of. */
export function Filters({ view, onView }: FiltersProps): ReactNode {
  const t = useWords(queueWords);
  const { locale } = useLocale();
  const set = (name: keyof QueueView, value: string): void => {
    const { [name]: _old, after: _after, ...rest } = view;
    onView(value === ANY ? rest : { ...rest, [name]: value });
  };
  const choice = <N extends ChoiceName>(name: N): ReactNode => {
    const values = CHOICES[name] as readonly string[];
    return (
      <Select
        key={name}
        quiet
        label={t(`filter.${name}`)}
        value={view[name] ?? ANY}
        options={[
          { value: ANY, label: t(`filter.any.${name}`) },
          ...values.map((value) => ({ value, label: t(`filter.${name}.${value}` as 'filter.doubts.some') })),
        ]}
        onChange={(value) => set(name, value)}
        className="max-w-44"
      />
    );
  };
  const set_ = Object.keys(view).some((name) => name !== 'after');
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="sr-only">{t('filter.label')}</legend>
      <Select
        quiet
        label={t('filter.status')}
        value={view.status ?? 'open'}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(value) => set('status', value === 'open' ? ANY : value)}
      />
      <Select
        quiet
        label={t('filter.country')}
        value={view.country ?? ANY}
        options={[
          { value: ANY, label: t('filter.any.country') },
          ...COUNTRIES.map(({ code }) => ({ value: code, label: countryName(code, locale) })),
        ]}
        onChange={(value) => set('country', value)}
      />
      {(Object.keys(CHOICES) as ChoiceName[]).map(choice)}
      <Select
        quiet
        label={t('filter.order')}
        value={view.order ?? 'oldest'}
        options={(['oldest', 'newest'] as const).map((value) => ({
          value,
          label: t(`filter.order.${value}`),
        }))}
        onChange={(value) => set('order', value === 'oldest' ? ANY : value)}
      />
      {set_ && (
        <Button look="plain" icon="close" onPress={() => onView({})}>
          {t('filter.clear')}
        </Button>
      )}
    </fieldset>
  );
}
