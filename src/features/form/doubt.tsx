import type { ReactNode } from 'react';
import { dateToText } from '#src/countries/toolkit/date-text.ts';
import type { FieldSpec } from '#src/countries/types.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';
import { useFormContext } from './context.ts';
import type { DoubtState } from './doubts.ts';
import { StripView } from './strip.tsx';
import { formWords } from './words.ts';

/** Readings that differ in their spaces alone are one question too many. */
const core = (text: string): string => text.replace(/\s/g, '');

/** Card text inside a sentence of either direction: U+2066 … U+2069 keep it left to right. */
const isolated = (text: string): string => `\u2066${text}\u2069`;

const FRAME = 'overflow-hidden rounded-md border border-check-mark border-s-4 bg-check-soft';
/** Around one control the frame takes over its focus ring. */
const RING =
  'has-[:is(input,textarea):focus-visible]:outline-3 has-[:is(input,textarea):focus-visible]:outline-accent has-[:is(input,textarea):focus-visible]:outline-offset-2';

export interface AlternativeProps {
  spec: FieldSpec;
  onPick: (value: string) => void;
}

/** The next best reading of a field, one tap away; nothing where there is none. */
export function Alternative({ spec, onPick }: AlternativeProps): ReactNode {
  const t = useWords(formWords);
  const read = useFormContext().read?.[spec.name];
  const other = read?.alternatives.find((candidate) => core(candidate) !== core(read.value));
  if (!other) return null;
  return (
    <Button look="quiet" className="text-start" onClick={() => onPick(other)}>
      {t('form.also', { value: isolated(dateToText(other)) })}
    </Button>
  );
}

export interface DoubtProps {
  group: readonly FieldSpec[];
  state: DoubtState;
  /** Beside the question. */
  more?: ReactNode;
  /** The control of a single field, which leaves its own frame off where there is a doubt; the fields of a group. */
  children: ReactNode;
}

/**
 * What was hard to read, in one frame: the strip of the card above what was made of it, to be compared at a
 * glance; one tap accepts. Around every group, so that a control stays the same element, with its caret, when
 * the doubt goes.
 */
export function Doubt({ group, state, more, children }: DoubtProps): ReactNode {
  const t = useWords(formWords);
  const { image, read, onAccept } = useFormContext();
  const names = group.map(({ name }) => name);
  const quad = names.map((name) => read?.[name]?.quad).find((found) => !!found);
  return (
    <div className={state ? cx(FRAME, group.length === 1 && RING) : undefined}>
      {state && quad && image !== 'none' && (
        <StripView
          image={image}
          quad={quad}
          label={t('form.strip')}
          className="max-h-28 w-full rounded-none object-contain"
        />
      )}
      {children}
      {state === 'asked' && (
        <div className="flex flex-wrap items-center gap-x-3 px-2.5 py-1">
          <span className="flex flex-1 items-center gap-2 whitespace-nowrap text-check">
            <Icon name="warn" />
            {t('form.doubtful')}
          </span>
          <Button look="quiet" icon="check" onClick={() => onAccept(names)}>
            {t('form.accept')}
          </Button>
          {more}
        </div>
      )}
    </div>
  );
}
