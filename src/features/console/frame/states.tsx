import type { ReactNode } from 'react';
import { ApiError } from '#src/lib/api/client.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { CardDrawing } from '#src/ui/illustrations/card.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Spinner } from '#src/ui/progress.tsx';
import { Button } from '../kit/button.tsx';
import { consoleWords } from '../words.ts';

/** The place of what is still on its way. */
export function Loading(): ReactNode {
  const t = useWords(consoleWords);
  return (
    <div role="status" className="flex min-h-40 flex-1 items-center justify-center text-accent">
      <span className="sr-only">{t('console.loading')}</span>
      <Spinner className="size-7" />
    </div>
  );
}

/** What could not be loaded, why as far as it is known, and the way on. */
export function Failed({ error, onAgain }: { error: unknown; onAgain: () => void }): ReactNode {
  const t = useWords(consoleWords);
  const code = error instanceof ApiError ? error.code : null;
  const kind = code === 'not_found' ? 'missing' : code === 'forbidden' ? 'forbidden' : 'lost';
  return (
    <Notice
      kind={kind === 'lost' ? 'stop' : 'info'}
      live="alert"
      title={t(`console.${kind}`)}
      className="max-w-xl"
    >
      <p>{t(`console.${kind}.text`)}</p>
      {kind === 'lost' && (
        <Button icon="again" className="mt-2" onPress={onAgain}>
          {t('console.again')}
        </Button>
      )}
    </Notice>
  );
}

/** Nothing is left to do: the empty counter. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 py-10 text-center">
      <CardDrawing className="w-40 opacity-80" />
      <p className="text-lg font-strong">{title}</p>
      <div className="max-w-md text-quiet">{children}</div>
    </div>
  );
}
