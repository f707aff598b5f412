import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { wayToAllow } from '../browser.ts';
import type { CameraFailure } from '../core/camera/errors.ts';
import { type WordId, words } from '../words.ts';
import { BlockedScene } from './blocked-scene.tsx';

export interface CameraFailedProps {
  readonly code: CameraFailure;
  readonly onRetry: () => void;
  readonly onUpload: () => void;
  readonly onManual: (() => void) | undefined;
  readonly onBack: () => void;
}

/** Failures that asking again cannot mend: the upload is the way on. */
const FINAL: readonly CameraFailure[] = ['insecure', 'unsupported', 'policy'];

/** The camera did not start or stopped: what happened, where to change it, and every other way on. */
export function CameraFailed({ code, onRetry, onUpload, onManual, onBack }: CameraFailedProps): ReactNode {
  const t = useWords(words);
  const about = (part: 'title' | 'text'): WordId =>
    code === 'unknown' ? `capture.fail.camera-unknown.${part}` : `capture.fail.${code}.${part}`;
  const final = FINAL.includes(code);
  const upload = (
    <Button look={final ? 'main' : 'other'} icon="upload" onClick={onUpload}>
      {t('capture.fail.upload')}
    </Button>
  );
  return (
    <Screen
      title={t(about('title'))}
      back={{ label: t('capture.back'), onClick: onBack }}
      action={
        <div className="grid gap-3">
          {!final && (
            <Button icon="again" onClick={onRetry}>
              {t('capture.fail.retry')}
            </Button>
          )}
          {upload}
        </div>
      }
    >
      <BlockedScene className="mx-auto h-36" />
      <p role="status" className="text-lg">
        {t(about('text'))}
      </p>
      {code === 'denied' && <Notice kind="info">{t(wayToAllow(navigator))}</Notice>}
      {code === 'policy' && <p className="text-sm text-quiet">{t('capture.fail.policy.owner')}</p>}
      {onManual && (
        <div className="-ms-2">
          <Button look="quiet" onClick={onManual}>
            {t('capture.fail.manual')}
          </Button>
        </div>
      )}
    </Screen>
  );
}
