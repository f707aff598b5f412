import { type ReactNode, useState } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { formWords } from './words.ts';

export interface DiscardProps {
  /** Not while the form is being sent. */
  disabled: boolean;
  /** Rejects where nothing could be erased. */
  onErase: () => Promise<void>;
  /** The person does not wait until it can be. */
  onLeave: () => void;
}

type State = 'asked' | 'erasing' | 'failed';

/** "Delete my data": asked once more, because it cannot be undone; and said where it could not be done. */
export function Discard({ disabled, onErase, onLeave }: DiscardProps): ReactNode {
  const t = useWords(formWords);
  const [state, setState] = useState<State | null>(null);
  const busy = state === 'erasing';
  const close = (): void => setState(null);
  const erase = (): void => {
    setState('erasing');
    onErase().catch(() => setState('failed'));
  };
  return (
    <>
      <Button look="quiet" className="self-center" disabled={disabled} onClick={() => setState('asked')}>
        {t('form.discard')}
      </Button>
      <Dialog open={state !== null} title={t('form.discard.title')} onClose={close}>
        {state === 'failed' ? (
          <Notice kind="stop" live="alert">
            <p>{t('form.discard.failed')}</p>
          </Notice>
        ) : (
          <p>{t('form.discard.text')}</p>
        )}
        <div className="flex flex-col gap-3">
          <Button look="danger" busy={busy} onClick={erase}>
            {t('form.discard.yes')}
          </Button>
          {state === 'failed' && (
            <Button look="other" onClick={onLeave}>
              {t('form.discard.leave')}
            </Button>
          )}
          <Button look="other" disabled={busy} onClick={close}>
            {t('form.discard.no')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
