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
  read: ReadField;
  /** The field above was read from the same place: its strip and its question stand for this one too. */
  joined: boolean;
  /** Takes another reading instead. */
  onPick: (value: string) => void;
  /** The control, without a frame of its own. */
  children: ReactNode;
}

/**
 * A field that was hard to read, in one frame: the strip of the card above what was made of it, to be compared
 * at a glance; one tap accepts, one takes the next best reading.
 */
export function Doubt({ field, read, joined, onPick, children }: DoubtProps): ReactNode {
  const t = useWords(formWords);
  const { image, onAccept } = useFormContext();
  const [alternative] = read.alternatives;
  return (
    <div className="overflow-hidden rounded-md border border-check-mark border-s-4 bg-check-soft has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-accent has-[input:focus-visible]:outline-offset-2 has-[textarea:focus-visible]:outline-3 has-[textarea:focus-visible]:outline-accent has-[textarea:focus-visible]:outline-offset-2">
      {read.quad && image && !joined && (
        <StripView
          image={image}
          quad={read.quad}
          label={t('form.strip')}
          className="max-h-28 w-full rounded-none object-contain"
        />
      )}
      {children}
      {(!joined || alternative) && (
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
              <span>
                {t('form.also')} <bdi className="ltr">{dateToText(alternative)}</bdi>?
              </span>
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
