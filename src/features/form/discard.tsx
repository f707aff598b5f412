import { type ReactNode, useState } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { formWords } from './words.ts';

/** "Delete my data": asked once more, because it cannot be undone. */
export function Discard({ onDiscard }: { onDiscard: () => void }): ReactNode {
  const t = useWords(formWords);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button look="quiet" className="self-center" onClick={() => setAsked(true)}>
        {t('form.discard')}
      </Button>
      <Dialog open={asked} title={t('form.discard.title')} onClose={() => setAsked(false)}>
        <p>{t('form.discard.text')}</p>
        <div className="flex flex-col gap-3">
          <Button look="danger" onClick={onDiscard}>
            {t('form.discard.yes')}
          </Button>
          <Button look="other" onClick={() => setAsked(false)}>
            {t('form.discard.no')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
