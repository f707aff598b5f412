import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Review, ReviewField } from '#src/contract/agent/index.ts';
import { dateToText, textToDate } from '#src/countries/toolkit/date-text.ts';
import type { FieldSpec } from '#src/countries/types.ts';
import { type Translate, useWords } from '#src/lib/i18n/index.ts';
import { correct } from '../api/review.ts';
import { Button } from '../kit/button.tsx';
import { inputLook } from '../kit/text-field.tsx';
import { decisionError } from './errors.ts';
import { reviewKey } from './keys.ts';
import { reviewWords } from './words.ts';

export interface CorrectProps {
  review: Review;
  spec: FieldSpec;
  field: ReviewField;
  label: string;
  /** The country's words. */
  say: Translate<string>;
  onEnd: () => void;
}

/** The agent's own value for a field, kept beside the customer's. Enter keeps it, Escape does not. */
export function Correct({ review, spec, field, label, say, onEnd }: CorrectProps): ReactNode {
  const t = useWords(reviewWords);
  const client = useQueryClient();
  const before = field.correction?.value ?? field.value;
  const [text, setText] = useState(spec.kind === 'date' ? dateToText(before) : before);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (value: string | null) => correct(review.id, { field: spec.name, value }),
    onSuccess: (changed) => {
      client.setQueryData(reviewKey(review.id), changed);
      onEnd();
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const value = spec.kind === 'date' ? textToDate(text.trim()) : text.trim();
    // The customer's own value again is no correction.
    mutate(value === field.value ? null : value);
  };
  const common = {
    autoFocus: true,
    'aria-label': t('field.correct.label', { field: label }),
    value: text,
    dir: 'auto',
    maxLength: spec.maxLength,
    className: inputLook,
  } as const;
  return (
    <form
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onEnd();
      }}
      className="flex flex-col gap-1.5"
    >
      {spec.kind === 'choice' ? (
        <ChoiceList {...common} spec={spec} say={say} onText={setText} />
      ) : spec.kind === 'lines' ? (
        <textarea
          {...common}
          rows={2}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
      ) : (
        <input {...common} type="text" onChange={({ target }) => setText(target.value)} />
      )}
      <div className="flex flex-wrap gap-1.5">
        <Button type="submit" look="main" keys="Enter" busy={isPending}>
          {t('field.correct.save')}
        </Button>
        {field.correction && (
          <Button look="stop" onPress={() => mutate(null)}>
            {t('field.correct.undo')}
          </Button>
        )}
        <Button keys="Escape" onPress={onEnd}>
          {t('decide.cancel')}
        </Button>
      </div>
      <p role="alert" className="text-xs text-stop empty:hidden">
        {error && t(decisionError(error))}
      </p>
    </form>
  );
}

function ChoiceList({
  spec,
  say,
  onText,
  ...rest
}: {
  spec: FieldSpec;
  say: Translate<string>;
  value: string;
  className: string;
  onText: (value: string) => void;
}): ReactNode {
  return (
    <select {...rest} onChange={({ target }) => onText(target.value)}>
      {(spec.options ?? []).map(({ value, label }) => (
        <option key={value} value={value}>
          {say(label)}
        </option>
      ))}
    </select>
  );
}
