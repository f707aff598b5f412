import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { type DarkScene, FingerScene, GlareScene, OfflineScene } from '#src/ui/illustrations/scenes.tsx';
import { Screen } from '#src/ui/screen.tsx';
import type { PhotoFailure } from '../core/photo/errors.ts';
import { type WordId, words } from '../words.ts';

export interface RefusedProps {
  readonly code: PhotoFailure;
  readonly fromCamera: boolean;
  readonly onAgain: () => void;
  readonly onUpload: () => void;
  /** The same file once more, taken at the person's word; null where that cannot help. */
  readonly onSure: (() => void) | null;
  readonly onRetry: (() => void) | null;
  readonly onManual: (() => void) | undefined;
  readonly onBack: () => void;
}

const SCENES: Partial<Record<PhotoFailure, typeof DarkScene>> = {
  'no-card': FingerScene,
  unreadable: GlareScene,
  offline: OfflineScene,
};

/** A photo that goes no further, with the reason and every way on. */
export function Refused(props: RefusedProps): ReactNode {
  const { code, fromCamera, onAgain, onUpload, onSure, onRetry, onManual, onBack } = props;
  const t = useWords(words);
  const about = (part: 'title' | 'text'): WordId =>
    code === 'cancelled' ? `capture.stop.unknown.${part}` : `capture.stop.${code}.${part}`;
  const Scene = SCENES[code];
  return (
    <Screen
      title={t(about('title'))}
      back={{ label: t('capture.back'), onClick: onBack }}
      action={
        <div className="k-actions">
          {onRetry ? (
            <Button icon="again" onClick={onRetry}>
              {t('capture.fail.retry')}
            </Button>
          ) : (
            <Button icon={fromCamera ? 'camera' : 'upload'} onClick={fromCamera ? onAgain : onUpload}>
              {t(fromCamera ? 'capture.review.again' : 'capture.review.other')}
            </Button>
          )}
          <Button
            look="other"
            icon={fromCamera ? 'upload' : 'camera'}
            onClick={fromCamera ? onUpload : onAgain}
          >
            {t(fromCamera ? 'capture.fail.upload' : 'capture.choose.camera')}
          </Button>
        </div>
      }
    >
      {Scene && <Scene className="mx-auto h-36" />}
      <p role="status" className="text-lg">
        {t(about('text'))}
      </p>
      <div className="-ms-2 flex flex-col items-start">
        {onSure && (
          <Button look="quiet" onClick={onSure}>
            {t('capture.fail.sure')}
          </Button>
        )}
        {onManual && (
          <Button look="quiet" onClick={onManual}>
            {t('capture.fail.manual')}
          </Button>
        )}
      </div>
    </Screen>
  );
}
