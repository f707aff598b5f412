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
  label: string;
  read: ReadField;
  stripShown: boolean;
  /** Takes another reading instead. */
  onPick: (value: string) => void;
}

/** Other readings that are offered at most: a third is never the right one. */
const OFFERED = 2;

/** What was hard to read: the strip of the card above the field, one tap to accept, one to take another reading. */
export function Doubt({ field, label, read, stripShown, onPick }: DoubtProps): ReactNode {
  const t = useWords(formWords);
  const { image, onAccept } = useFormContext();
  return (
    <div className="mt-1.5 rounded-md border border-check-mark bg-check-soft p-2">
      {read.quad && image && !stripShown && (
        <StripView
          image={image}
          quad={read.quad}
          label={t('form.strip', { label })}
          className="mb-2 max-h-40 w-full object-contain"
        />
      )}
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="flex flex-1 items-center gap-2 whitespace-nowrap text-check">
          <Icon name="warn" />
          {t('form.doubtful')}
        </span>
        <Button look="quiet" onClick={() => onAccept(field)}>
          {t('form.accept')}
        </Button>
        {read.alternatives.slice(0, OFFERED).map((alternative) => (
          <Button key={alternative} look="quiet" className="text-start" onClick={() => onPick(alternative)}>
            <span>
              {t('form.also')} <bdi className="ltr">{dateToText(alternative)}</bdi>?
            </span>
          </Button>
        ))}
      </div>
    </div>
  );
}
