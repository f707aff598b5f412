import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type DecisionKind, type DecisionRequest, REASONS, type Review } from '#src/contract/agent/index.ts';
import { LOCALE_NAMES, useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { useShortcuts } from '../keys/provider.tsx';
import { Button } from '../kit/button.tsx';
import { KeyCap } from '../kit/key-cap.tsx';
import { TextField } from '../kit/text-field.tsx';
import { reviewWords } from './words.ts';

export interface DecisionFormProps {
  kind: DecisionKind;
  review: Review;
  busy: boolean;
  error: string | null;
  onDecide: (request: DecisionRequest) => void;
  onCancel: () => void;
}

/** A decision before it is made: reasons by their digits, words for the customer, a note apart from them. */
export function DecisionForm({
  kind,
  review,
  busy,
  error,
  onDecide,
  onCancel,
}: DecisionFormProps): ReactNode {
  const t = useWords(reviewWords);
  const reasons: readonly (keyof typeof LABELS)[] = REASONS[kind];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Approving is one more key; for the others the digits choose, wherever the focus is.
    form.current?.querySelector<HTMLElement>(reasons.length === 0 ? '[type=submit]' : 'input')?.focus();
  }, [reasons]);
  const toggle = (reason: string): void => {
    setMissing(false);
    setChosen((now) => (now.includes(reason) ? now.filter((one) => one !== reason) : [...now, reason]));
  };
  const field = (name: string): HTMLTextAreaElement | null =>
    form.current?.querySelector<HTMLTextAreaElement>(`[name=${name}]`) ?? null;
  useShortcuts({
    title: t(`decide.${kind}.title`),
    shortcuts: [
      ...reasons.map((reason, index) => ({
        keys: String(index + 1),
        label: t(LABELS[reason]),
        run: () => toggle(reason),
      })),
      {
        keys: 'm',
        label: t('decide.comment'),
        run: () => field('comment')?.focus(),
        off: kind === 'approve',
      },
      { keys: 'i', label: t('decide.note'), run: () => field('note')?.focus() },
      { keys: 'Escape', label: t('decide.cancel'), run: onCancel },
    ],
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy) return;
    if (reasons.length > 0 && chosen.length === 0) {
      setMissing(true);
      return;
    }
    const data = new FormData(event.currentTarget);
    const words = (name: string): string | null => String(data.get(name) ?? '').trim() || null;
    onDecide({
      kind,
      reasons: reasons.filter((reason) => chosen.includes(reason)),
      comment: words('comment'),
      note: words('note'),
      attempt: review.attempt,
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
    if (event.key === 'Escape' && event.target instanceof HTMLTextAreaElement) {
      // Out of the text first, so that what was written is not lost by one key.
      event.stopPropagation();
      event.currentTarget.querySelector<HTMLElement>('[type=submit]')?.focus();
    }
  };
  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      aria-label={t(`decide.${kind}.title`)}
      className="flex flex-col gap-2.5"
    >
      <p className="font-strong">{t(`decide.${kind}.title`)}</p>
      {reasons.length > 0 && (
        <fieldset>
          <legend className="sr-only">{t('decide.reasons')}</legend>
          <div className="flex flex-wrap gap-1.5">
            {reasons.map((reason, index) => (
              <label
                key={reason}
                className={cx(
                  'inline-flex min-h-8 items-center gap-2 rounded-[7px] border bg-surface px-2.5 has-focus-visible:outline-3 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
                  chosen.includes(reason) ? 'border-accent bg-accent-soft font-strong' : 'border-edge',
                )}
              >
                <input
                  type="checkbox"
                  className="size-4 accent-accent focus-visible:shadow-none focus-visible:outline-none"
                  checked={chosen.includes(reason)}
                  aria-keyshortcuts={String(index + 1)}
                  onChange={() => toggle(reason)}
                />
                {t(LABELS[reason])}
                <KeyCap keys={String(index + 1)} />
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div className={cx('grid items-end gap-2.5', kind !== 'approve' && 'sm:grid-cols-2')}>
        {kind !== 'approve' && (
          <TextField
            label={t('decide.comment')}
            hint={t('decide.comment.hint', { language: LOCALE_NAMES[review.locale] })}
            name="comment"
            rows={2}
            maxLength={1000}
          />
        )}
        <TextField
          label={t('decide.note')}
          hint={t('decide.note.hint')}
          name="note"
          rows={kind === 'approve' ? 1 : 2}
          maxLength={1000}
        />
      </div>
      <p role="alert" className="text-stop empty:hidden">
        {missing ? t('decide.reasons.missing') : error}
      </p>
      <div className="flex justify-end gap-2">
        <Button keys="Escape" onPress={onCancel}>
          {t('decide.cancel')}
        </Button>
        <Button
          type="submit"
          look={kind === 'decline' ? 'stop' : 'main'}
          keys="Enter"
          busy={busy}
          className="min-w-28"
        >
          {t(`decide.go.${kind}`)}
        </Button>
      </div>
    </form>
  );
}

const LABELS = {
  not_genuine: 'reason.not_genuine',
  expired: 'reason.expired',
  mismatch: 'reason.mismatch',
  duplicate: 'reason.duplicate',
  too_young: 'reason.too_young',
  not_accepted: 'reason.not_accepted',
  other: 'reason.other',
  blurred: 'reason.blurred',
  glare: 'reason.glare',
  cut_off: 'reason.cut_off',
  too_dark: 'reason.too_dark',
  covered: 'reason.covered',
  not_the_card: 'reason.not_the_card',
  number: 'reason.number',
  name: 'reason.name',
  dates: 'reason.dates',
  address: 'reason.address',
  contact: 'reason.contact',
} as const;

/** The word of a reason's code; of one that is not known, that it is something else. */
export const reasonWord = (code: string): (typeof LABELS)[keyof typeof LABELS] =>
  Object.hasOwn(LABELS, code) ? LABELS[code as keyof typeof LABELS] : 'reason.other';
