import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { useSurroundings } from '#src/lib/surroundings.tsx';
import { Button } from '#src/ui/button.tsx';
import { GlareScene, HandScene, OfflineScene, PenScene } from '#src/ui/illustrations/scenes.tsx';
import { Screen } from '#src/ui/screen.tsx';
import type { ReadingFailure } from '../flow/use-reading.ts';
import { appWords } from '../words.ts';

const SCENES = {
  unreadable: GlareScene,
  notCard: HandScene,
  offline: OfflineScene,
  busy: OfflineScene,
  image: HandScene,
  limit: PenScene,
  over: OfflineScene,
} as const satisfies Record<ReadingFailure, unknown>;

export interface FailedProps {
  failure: ReadingFailure;
  cardName: string;
  /** Sends the same photo again. */
  onAgain: () => void;
  onRetake: () => void;
  onManual?: () => void;
}

/** Every failure with its next step: another photo, the same once more, or typing. */
export function Failed({ failure, cardName, onAgain, onRetake, onManual }: FailedProps): ReactNode {
  const t = useWords(appWords);
  const { close, name } = useSurroundings();
  const Scene = SCENES[failure];
  // The same photo may succeed only where the photo was not at fault.
  const samePhoto = failure === 'offline' || failure === 'busy';
  const last = failure === 'limit';
  // Nothing more can be done here.
  const over = failure === 'over';
  return (
    <Screen
      title={t(`failed.${failure}.title`, { card: cardName })}
      action={
        <div className="flex flex-col gap-3">
          {samePhoto && (
            <Button icon="again" onClick={onAgain}>
              {t('app.again')}
            </Button>
          )}
          {!last && !over && (
            <Button look={samePhoto ? 'other' : 'main'} icon="camera" onClick={onRetake}>
              {t('failed.retake')}
            </Button>
          )}
          {onManual && !over && (
            <Button look={last ? 'main' : 'quiet'} icon="pencil" onClick={onManual}>
              {t('app.manual')}
            </Button>
          )}
          {over && close && (
            <Button icon="back" onClick={close}>
              {name ? t('receipt.backTo', { name }) : t('app.close')}
            </Button>
          )}
        </div>
      }
    >
      <p className="text-lg">{t(`failed.${failure}.text`)}</p>
      <Scene className="mx-auto my-4 w-full max-w-72" />
    </Screen>
  );
}
