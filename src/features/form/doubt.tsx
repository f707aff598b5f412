import type { ReactNode } from 'react';
import type { ReadField } from '#src/contract/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { useFormContext } from './context.ts';
import { dateToText } from './date-text.ts';
import { StripView } from './strip.tsx';
import { formWords } from './words.ts';

export interface DoubtProps {
  field: string;
  read: ReadField | undefined;
  /** `asked`: it stands as it was read; `comparing`: it is being changed; null: no doubt. */
  state: 'asked' | 'comparing' | null;
  /** The field above was read from the same place: its strip and its question stand for this one too. */
  joined: boolean;
  /** Takes another reading instead. */
  onPick: (value: string) => void;
  /** The control: without a frame of its own where there is a doubt. */
  children: ReactNode;
}

/** Readings that differ in their spaces alone are one question too many. */
const core = (text: string): string => text.replace(/\s/g, '');

/** Card text inside a sentence of either direction: U+2066 … U+2069 keep it left to right. */
const isolated = (text: string): string => `\u2066${text}\u2069`;

const FRAME =
  'overflow-hidden rounded-md border border-check-mark border-s-4 bg-check-soft has-[:is(input,textarea):focus-visible]:outline-3 has-[:is(input,textarea):focus-visible]:outline-accent has-[:is(input,textarea):focus-visible]:outline-offset-2';

/**
 * A field that was hard to read, in one frame: the strip of the card above what was made of it, to be compared
 * at a glance; one tap accepts, one takes the next best reading. Around every field, so that the control stays
 * the same element, with its caret, when the doubt goes.
 */
export function Doubt({ field, read, state, joined, onPick, children }: DoubtProps): ReactNode {
  const t = useWords(formWords);
  const { image, onAccept } = useFormContext();
  const alternative = read?.alternatives.find((other) => core(other) !== core(read.value));
  return (
    <div className={state ? FRAME : undefined}>
      {state && read?.quad && image && !joined && (
        <StripView
          image={image}
          quad={read.quad}
          label={t('form.strip')}
          className="max-h-28 w-full rounded-none object-contain"
        />
      )}
      {children}
      {state === 'asked' && (!joined || alternative) && (
        <div className="flex flex-wrap items-center gap-x-3 px-2.5 py-1">
          {!joined && (
            <>
              <span className="flex flex-1 items-center gap-2 whitespace-nowrap text-check">
                <Icon name="warn" />
                {t('form.doubtful')}
              </span>
              <Button look="quiet" icon="check" onClick={() => onAccept(field)}>
                {t('form.accept')}
              </Button>
            </>
          )}
          {alternative && (
            <Button look="quiet" className="text-start" onClick={() => onPick(alternative)}>
              {t('form.also', { value: isolated(dateToText(alternative)) })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
