import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { controlLook, Field } from '#src/ui/field.tsx';
import { isCardEnd, type ProofState } from './use-proof.ts';
import { statusWords } from './words.ts';

/** Asks for the last four digits of the card's number. */
export function CardEnd({ cardEnd, onCardEnd, trouble }: ProofState): ReactNode {
  const t = useWords(statusWords);
  const messages = trouble ? [{ level: 'error' as const, text: t(`status.card.${trouble}`) }] : [];
  return (
    <Field label={t('status.card')} hint={t('status.card.why')} messages={messages}>
      {(control) => (
        <input
          {...control}
          value={cardEnd}
          onChange={(event) => onCardEnd(event.target.value)}
          // It appears because a button was pressed that needs it.
          // biome-ignore lint/a11y/noAutofocus: the person's next act is to type it
          autoFocus
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          className={controlLook(trouble ? 'error' : 'plain')}
        />
      )}
    </Field>
  );
}

/** Whether there is something to go on with. */
export const isReady = ({ asked, cardEnd }: ProofState): boolean => !asked || isCardEnd(cardEnd);
