import type { ReactNode } from 'react';
import type { Refusal } from '#src/features/embed/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { appWords } from '../words.ts';
import { embedWords } from './words.ts';

/** Why there is nothing to see here, for the person, with the code for whoever built the page. */
export function Refused({ refusal }: { refusal: Refusal }): ReactNode {
  const t = useWords(embedWords);
  const again = useWords(appWords)('app.again');
  return (
    <main className="mx-auto grid max-w-column gap-4 p-5">
      <h1 className="text-xl font-strong">{t(`embed.${refusal}.title`)}</h1>
      <Notice kind={refusal === 'unreachable' ? 'check' : 'info'} live="status">
        <p>{t(`embed.${refusal}.text`)}</p>
      </Notice>
      {refusal === 'unreachable' && (
        <Button icon="again" onClick={() => location.reload()}>
          {again}
        </Button>
      )}
    </main>
  );
}
