import { type ReactNode, useId } from 'react';
import type { ReadField } from '#src/contract/index.ts';
import { dateToText, textToDate } from '#src/countries/toolkit/date-text.ts';
import type { FieldSpec, Finding } from '#src/countries/types.ts';
import type { Translate } from '#src/lib/i18n/index.ts';
import { LOCALE_TAGS, useLocale, useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';
import { inputLook } from '../kit/text-field.tsx';
import { verifyWords } from './words.ts';

export interface ValueLineProps {
  spec: FieldSpec;
  field: ReadField | undefined;
  value: string;
  findings: readonly Finding[];
  say: Translate<string>;
  onFocus: () => void;
  onValue: (value: string) => void;
}

/** One field as it was read, to be set right by hand. */
export function ValueLine({
  spec,
  field,
  value,
  findings,
  say,
  onFocus,
  onValue,
}: ValueLineProps): ReactNode {
  const t = useWords(verifyWords);
  const { locale } = useLocale();
  const confidence = field?.confidence ?? null;
  const look = cx(
    inputLook,
    'border-transparent bg-transparent font-strong hover:bg-surface focus:bg-surface',
  );
  const id = useId();
  const common = {
    id,
    value: spec.kind === 'date' ? dateToText(value) : value,
    onFocus,
    dir: 'auto',
    className: look,
  } as const;
  return (
    <div
      className={cx(
        'border-b border-s-3 border-b-hairline px-2 py-0.5',
        field?.doubtful || findings.length > 0 ? 'border-s-check-mark' : 'border-s-transparent',
      )}
    >
      <div className="grid grid-cols-[8.5rem_minmax(0,1fr)_auto] items-center gap-x-2">
        <label htmlFor={id} className="text-quiet">
          {say(spec.label)}
        </label>
        {spec.options ? (
          <select {...common} onChange={({ target }) => onValue(target.value)}>
            {!spec.options.some((option) => option.value === value) && <option value={value}>{value}</option>}
            {spec.options.map((option) => (
              <option key={option.value} value={option.value}>
                {say(option.label)}
              </option>
            ))}
          </select>
        ) : spec.kind === 'lines' ? (
          <textarea {...common} rows={2} onChange={({ target }) => onValue(target.value)} />
        ) : (
          <input
            {...common}
            type="text"
            onChange={({ target }) => onValue(spec.kind === 'date' ? textToDate(target.value) : target.value)}
          />
        )}
        <span
          className={cx('flex items-center gap-1.5 text-xs', field?.doubtful ? 'text-check' : 'text-quiet')}
        >
          {field?.doubtful && <Icon name="warn" className="size-4" />}
          {field?.doubtful && t('verify.unsure')}
          {confidence !== null &&
            new Intl.NumberFormat(LOCALE_TAGS[locale], { style: 'percent' }).format(
              Math.floor(confidence * 100) / 100,
            )}
        </span>
      </div>
      {findings.map((finding) => (
        <p
          key={finding.code}
          className={cx(
            'flex gap-1.5 ps-2 pb-1 text-xs',
            finding.level === 'error' ? 'text-stop' : 'text-check',
          )}
        >
          <Icon name={finding.level === 'error' ? 'stop' : 'warn'} className="mt-0.5 size-3.5" />
          {say(finding.message, finding.params)}
        </p>
      ))}
    </div>
  );
}
