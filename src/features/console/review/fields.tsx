import type { ReactNode } from 'react';
import type { Review } from '#src/contract/agent/index.ts';
import type { Country } from '#src/countries/types.ts';
import { type Translate, useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';
import { useShortcuts } from '../keys/provider.tsx';
import { FIELD, FieldRow } from './field-row.tsx';
import { fieldsIn, isClean, notable } from './notable.ts';
import { reviewWords } from './words.ts';

export interface FieldsProps {
  country: Country;
  review: Review;
  say: Translate<string>;
  current: string | null;
  editing: string | null;
  open: boolean;
  onCurrent: (field: string) => void;
  onEditing: (field: string | null) => void;
}

/** Brings the focus to a field, and with it the picture. */
export function focusField(name: string | undefined): void {
  if (!name) return;
  const row = document.querySelector<HTMLElement>(`[${FIELD}="${CSS.escape(name)}"]`);
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** All that was sent, in the form's order, beside what was read. */
export function Fields(props: FieldsProps): ReactNode {
  const { country, review, say, current, editing, open, onCurrent, onEditing } = props;
  const t = useWords(reviewWords);
  const specs = fieldsIn(country, review);
  const names = specs.map(({ name }) => name);
  const look = notable(country, review);
  const clean = isClean(country, review);
  const derived = Object.entries(
    country.derive?.(
      Object.fromEntries(Object.entries(review.fields).map(([name, { value }]) => [name, value])),
    ) ?? {},
  );
  const step = (by: 1 | -1): void => {
    const at = current === null ? -1 : names.indexOf(current);
    focusField(
      names[at < 0 ? (by > 0 ? 0 : names.length - 1) : Math.min(names.length - 1, Math.max(0, at + by))],
    );
  };
  const nextDoubt = (): void => {
    const at = current === null ? -1 : names.indexOf(current);
    focusField(look.find((name) => names.indexOf(name) > at) ?? look[0]);
  };
  useShortcuts({
    title: t('keys.review'),
    shortcuts: [
      { keys: 'j', label: t('keys.down'), run: () => step(1) },
      { keys: 'k', label: t('keys.up'), run: () => step(-1) },
      { keys: '.', label: t('keys.doubt'), run: nextDoubt, off: look.length === 0 },
      {
        keys: 'e',
        label: t('keys.correct'),
        run: () => onEditing(current ?? names[0] ?? null),
        off: !open || editing !== null,
      },
    ],
  });
  return (
    <section aria-label={t('review.fields')} className="flex min-h-0 flex-1 flex-col">
      <p className={cx('flex items-center gap-2 px-2.5 pb-1.5', clean ? 'text-done' : 'text-check')}>
        <Icon name={clean ? 'check' : 'warn'} className="size-4" />
        {clean ? t('review.clean') : t('review.look', { count: countOf(review, look.length) })}
      </p>
      <div className="min-h-0 flex-1 border-t border-hairline lg:overflow-auto">
        {specs.map((spec) => {
          const field = review.fields[spec.name];
          return (
            field && (
              <FieldRow
                key={spec.name}
                spec={spec}
                field={field}
                review={review}
                say={say}
                current={spec.name === current}
                editing={spec.name === editing}
                open={open}
                onFocus={() => onCurrent(spec.name)}
                onEdit={(on) => {
                  onEditing(on ? spec.name : null);
                  if (!on) focusField(spec.name);
                }}
              />
            )
          );
        })}
        {derived.map(([name, fact]) => (
          <p
            key={name}
            className="grid grid-cols-[8.5rem_minmax(0,1fr)_auto] gap-x-3 border-s-3 border-s-transparent px-2.5 py-1.5 text-quiet"
          >
            <span>{say(fact.label)}</span>
            <span>{say(fact.value)}</span>
          </p>
        ))}
      </div>
    </section>
  );
}

const countOf = (review: Review, fields: number): number =>
  fields + review.warnings.length + review.duplicates.length + (review.image ? 0 : 1);
