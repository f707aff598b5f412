import type { KeyboardEvent, ReactNode } from 'react';
import type { Review, ReviewField } from '#src/contract/agent/index.ts';
import { NO_DATE } from '#src/countries/toolkit/checks.ts';
import { dateToText } from '#src/countries/toolkit/date-text.ts';
import type { FieldSpec } from '#src/countries/types.ts';
import { LOCALE_TAGS, type Translate, useLocale, useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Correct } from './correct.tsx';
import { diff, type Piece } from './diff.ts';
import { reviewWords } from './words.ts';

/** By which the keyboard and the picture find the fields. */
export const FIELD = 'data-review-field';

export interface FieldRowProps {
  spec: FieldSpec;
  field: ReviewField;
  review: Review;
  /** The country's words. */
  say: Translate<string>;
  current: boolean;
  editing: boolean;
  /** Corrections may be made. */
  open: boolean;
  onFocus: () => void;
  onEdit: (editing: boolean) => void;
}

/** A value as people read it: dates as on the card, choices by their label. */
function shown(spec: FieldSpec, value: string, say: Translate<string>): string {
  if (value === NO_DATE && spec.noDate) return say(spec.noDate);
  const option = spec.options?.find((one) => one.value === value);
  if (option) return say(option.label);
  return spec.kind === 'date' ? dateToText(value) : value;
}

/** One field: the customer's value, what was read for it, what the checks say, what an agent holds to be right. */
export function FieldRow(props: FieldRowProps): ReactNode {
  const { spec, field, review, say, current, editing, open, onFocus, onEdit } = props;
  const label = say(spec.label);
  const findings = review.findings.filter((finding) => finding.field === spec.name);
  const worst = findings.some(({ level }) => level === 'error')
    ? 'stop'
    : findings.length > 0 || (field.doubtful && field.source === 'ocr') || field.source === 'edited'
      ? 'check'
      : null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget || !open) return;
    event.preventDefault();
    onEdit(true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has controls in it, and this most often none
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard goes from field to field, and the picture with it
      tabIndex={0}
      {...{ [FIELD]: spec.name }}
      onFocus={onFocus}
      onPointerEnter={onFocus}
      onKeyDown={onKeyDown}
      className={cx(
        'grid grid-cols-[8.5rem_minmax(0,1fr)_auto] items-baseline gap-x-3 border-b border-s-3 border-b-hairline px-2.5 py-1.5 focus-visible:-outline-offset-3 focus-visible:shadow-none',
        current && 'bg-surface',
        worst === 'stop'
          ? 'border-s-stop'
          : worst === 'check'
            ? 'border-s-check-mark'
            : 'border-s-transparent',
      )}
    >
      <span className="text-quiet">{label}</span>
      <div className="min-w-0">
        {editing ? (
          <Correct
            review={review}
            spec={spec}
            field={field}
            label={label}
            say={say}
            onEnd={() => onEdit(false)}
          />
        ) : (
          <Values spec={spec} field={field} review={review} say={say} />
        )}
        {findings.map((finding) => (
          <p
            key={finding.code}
            className={cx(
              'mt-0.5 flex gap-1.5 text-xs',
              finding.level === 'error' ? 'text-stop' : 'text-check',
            )}
          >
            <Icon name={finding.level === 'error' ? 'stop' : 'warn'} className="mt-0.5 size-3.5" />
            <span>
              {say(finding.message, finding.params)} {finding.confirmed && <Confirmed />}
            </span>
          </p>
        ))}
      </div>
      <Source field={field} />
    </div>
  );
}

function Confirmed(): ReactNode {
  const t = useWords(reviewWords);
  return <span className="text-quiet">{t('field.confirmed')}</span>;
}

const NUMBER = 'text-lg font-strong tracking-wider';

function Values({
  spec,
  field,
  review,
  say,
}: Pick<FieldRowProps, 'spec' | 'field' | 'review' | 'say'>): ReactNode {
  const t = useWords(reviewWords);
  const read = field.ocr?.value ?? '';
  const edited = field.source === 'edited';
  const [gone, fresh] = edited
    ? diff(shown(spec, read, say), shown(spec, field.value, say))
    : [[], [{ text: shown(spec, field.value, say), same: true }]];
  const second = review.second?.fields[spec.name];
  const others = field.doubtful ? field.alternatives.filter((value) => value !== field.value) : [];
  return (
    <>
      <p
        dir="auto"
        className={cx(
          'break-words whitespace-pre-line rtl:text-right',
          spec.kind === 'number' ? NUMBER : 'font-strong',
          field.correction && 'font-normal text-quiet line-through decoration-1',
        )}
      >
        {field.value === '' ? (
          <span className="font-normal text-quiet">{t('field.empty')}</span>
        ) : (
          <Pieces pieces={fresh} as="ins" />
        )}
      </p>
      {edited && (
        <Line label={t('field.read')}>
          <Pieces pieces={gone} as="del" />
        </Line>
      )}
      {others.length > 0 && (
        <Line label={t('field.or')}>
          {others.map((value) => shown(spec, value, say)).join(` ${t('field.or')} `)}
        </Line>
      )}
      {second && (
        <Line label={t('field.second', { reader: review.second?.reader ?? '' })}>
          <Pieces
            pieces={diff(shown(spec, second.first, say), shown(spec, second.second, say))[1]}
            as="ins"
          />
        </Line>
      )}
      {field.before !== null && <Line label={t('field.before')}>{shown(spec, field.before, say)}</Line>}
      {field.correction && (
        <p className="flex flex-wrap items-baseline gap-x-1.5 text-accent">
          <Icon name="pencil" className="size-4 self-center" />
          <bdi className={spec.kind === 'number' ? NUMBER : 'font-strong whitespace-pre-line'}>
            {shown(spec, field.correction.value, say)}
          </bdi>
          <span className="text-xs text-quiet">
            {t('field.corrected', { name: field.correction.by.name })}
          </span>
        </p>
      )}
    </>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <p className="text-xs text-quiet">
      {label}: <bdi className="text-sm text-ink whitespace-pre-line">{children}</bdi>
    </p>
  );
}

function Pieces({ pieces, as: Mark }: { pieces: readonly Piece[]; as: 'ins' | 'del' }): ReactNode {
  return pieces.map(({ text, same }, index) =>
    same ? (
      text
    ) : (
      <Mark
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
        key={index}
        className={cx(
          'rounded-sm',
          Mark === 'ins'
            ? 'bg-check-soft text-check underline decoration-2'
            : 'text-stop line-through decoration-2',
        )}
      >
        {text}
      </Mark>
    ),
  );
}

/** Where the value came from and how sure the reader was, at a glance. */
function Source({ field }: { field: ReviewField }): ReactNode {
  const t = useWords(reviewWords);
  const { locale } = useLocale();
  const confidence = field.ocr?.confidence ?? null;
  const share =
    confidence === null
      ? null
      : new Intl.NumberFormat(LOCALE_TAGS[locale], { style: 'percent' }).format(
          Math.floor(confidence * 100) / 100,
        );
  const doubt = field.doubtful && field.source === 'ocr';
  const word =
    field.source === 'typed'
      ? t('field.typed')
      : field.source === 'edited'
        ? t('field.edited')
        : doubt
          ? t('field.unsure')
          : null;
  return (
    <span
      className={cx(
        'flex items-baseline gap-1.5 text-xs whitespace-nowrap',
        doubt || field.source === 'edited' ? 'text-check' : 'text-quiet',
      )}
    >
      {doubt && <Icon name="warn" className="size-4 self-center" />}
      {field.source === 'edited' && <Icon name="pencil" className="size-4 self-center" />}
      {field.source === 'ocr' && !doubt && (
        <>
          <Icon name="check" className="size-4 self-center text-done" />
          <span className="sr-only">{t('field.asRead')}</span>
        </>
      )}
      {word}
      {share !== null && field.source !== 'typed' && <span title={t('field.sure', { share })}>{share}</span>}
    </span>
  );
}
