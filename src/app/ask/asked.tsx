import type { ReactNode } from 'react';
import type { ResubmissionAsk } from '#src/contract/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Notice } from '#src/ui/notice.tsx';
import type { Ask } from './kept.ts';
import type en from './words.en.ts';
import { askWords } from './words.ts';

/** The reasons there are words for; what else an office may say is shown as the general one. */
const KNOWN = {
  photo: ['blurred', 'glare', 'cut_off', 'too_dark', 'covered', 'not_the_card', 'other'],
  correction: ['number', 'name', 'dates', 'address', 'contact', 'other'],
} as const;

/** The ids of the words for what is asked, each once. */
export function reasonIds({ ask, reasons }: ResubmissionAsk): readonly (keyof typeof en)[] {
  const known: readonly string[] = KNOWN[ask];
  const named = reasons.map((reason) => (known.includes(reason) ? reason : 'other'));
  return [...new Set(named.length > 0 ? named : ['other'])].map(
    (reason) => `ask.${ask}.${reason}` as keyof typeof en,
  );
}

/** Why something is asked for, in the customer's language, and what the office wrote itself. */
export function Reasons({ asked, comment }: { asked: ResubmissionAsk; comment: string | null }): ReactNode {
  const t = useWords(askWords);
  return (
    <>
      {reasonIds(asked).map((id) => (
        <p key={id}>{t(id)}</p>
      ))}
      {comment && (
        <p dir="auto" className="whitespace-pre-line text-quiet">
          {comment}
        </p>
      )}
    </>
  );
}

/** On the way through the flow once more: what it is for. */
export function Asked({ ask }: { ask: Ask }): ReactNode {
  const t = useWords(askWords);
  return (
    <Notice kind="check" title={t(`ask.${ask.ask}`)} className="mt-3">
      <Reasons asked={ask} comment={ask.comment} />
      <p className="text-sm text-quiet">{t('ask.reference', { reference: ask.reference })}</p>
    </Notice>
  );
}
