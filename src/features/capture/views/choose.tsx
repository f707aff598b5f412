import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { cx } from '#src/ui/cx.ts';
import { HandScene } from '#src/ui/illustrations/scenes.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { isHandheld } from '../browser.ts';
import { useIncoming } from '../use-incoming.ts';
import { words } from '../words.ts';

export interface ChooseProps {
  readonly onCamera: () => void;
  readonly onFile: (file: Blob) => void;
  readonly onSpecimen: () => void;
  readonly onManual: (() => void) | undefined;
  readonly onPhone: (() => void) | undefined;
  readonly onBack: () => void;
  /** Opens the picker at once: the person chose "upload" in the camera. */
  readonly pick: boolean;
}

/** What the picker offers; content decides later what is taken. */
const ACCEPT = 'image/*,.heic,.heif,.avif,application/pdf';

/** How the photo comes about: camera, file, or a specimen. */
export function Choose({
  onCamera,
  onFile,
  onSpecimen,
  onManual,
  onPhone,
  onBack,
  pick,
}: ChooseProps): ReactNode {
  const t = useWords(words);
  const picker = useRef<HTMLInputElement>(null);
  const phoneCamera = useRef<HTMLInputElement>(null);
  const [handheld] = useState(isHandheld);
  const dragging = useIncoming(onFile);
  useEffect(() => {
    if (pick) picker.current?.click();
  }, [pick]);
  const chosen = (list: FileList | null) => {
    const file = list?.[0];
    if (file) onFile(file);
  };
  return (
    <Screen
      title={t('capture.choose.title')}
      back={{ label: t('capture.back'), onClick: onBack }}
      action={
        <div className="k-actions">
          <Button icon="camera" onClick={onCamera}>
            {t('capture.choose.camera')}
          </Button>
          <Button look="other" icon="upload" onClick={() => picker.current?.click()}>
            {t('capture.choose.upload')}
          </Button>
        </div>
      }
    >
      <p className="text-lg text-quiet">{t('capture.choose.lead')}</p>
      {handheld ? (
        <HandScene className="mx-auto h-28" />
      ) : (
        <div
          className={cx(
            'rounded-md border border-dashed px-4 py-5 text-center transition-colors',
            dragging ? 'border-accent bg-accent-soft' : 'border-edge',
          )}
        >
          <HandScene className="mx-auto h-36" />
          <p className="mt-3 text-quiet">{t(dragging ? 'capture.choose.drop-now' : 'capture.choose.drop')}</p>
          <p className="mt-1 text-sm text-quiet">{t('capture.choose.formats')}</p>
        </div>
      )}
      <p className="text-sm text-quiet">{t('capture.choose.privacy')}</p>
      <div className="-ms-2 flex flex-col items-start">
        {onPhone && !handheld && (
          <Button look="quiet" icon="phone" onClick={onPhone}>
            {t('capture.choose.phone')}
          </Button>
        )}
        {handheld && (
          <Button look="quiet" onClick={() => phoneCamera.current?.click()}>
            {t('capture.choose.phone-camera')}
          </Button>
        )}
        <Button look="quiet" onClick={onSpecimen}>
          {t('capture.choose.specimen')}
        </Button>
        {onManual && (
          <Button look="quiet" onClick={onManual}>
            {t('capture.choose.manual')}
          </Button>
        )}
      </div>
      <input
        ref={picker}
        type="file"
        accept={ACCEPT}
        aria-hidden="true"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => chosen(event.target.files)}
      />
      <input
        ref={phoneCamera}
        type="file"
        accept="image/*"
        capture="environment"
        aria-hidden="true"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => chosen(event.target.files)}
      />
    </Screen>
  );
}
