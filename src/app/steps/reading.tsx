import { type ReactNode, useEffect, useState } from 'react';
import type { CardRead } from '#src/contract/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { Button } from '#src/ui/button.tsx';
import { CardDrawing } from '#src/ui/illustrations/card.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { useReading } from '../flow/use-reading.ts';
import { appWords } from '../words.ts';
import { Failed } from './failed.tsx';

/** After this long (ms) a reading is slower than any that went well: say so. */
const SLOW_MS = 8000;

export interface ReadingProps {
  country: string;
  cardName: string;
  photo: PreparedPhoto;
  onRead: (reading: CardRead) => void;
  onBack: () => void;
  /** Not where the deployment wants a photo in any case. */
  onManual?: (() => void) | undefined;
}

/** The moment of reading: the photo goes out, the card draws itself line by line. */
export function Reading({ country, cardName, photo, onRead, onBack, onManual }: ReadingProps): ReactNode {
  const t = useWords(appWords);
  const { state, again } = useReading(country, photo, onRead);
  const [slow, setSlow] = useState(false);
  const trying = state.state !== 'failed';
  useEffect(() => {
    if (!trying) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      // Another try begins with a new patience.
      setSlow(false);
    };
  }, [trying]);

  if (state.state === 'failed')
    return (
      <Failed
        failure={state.failure}
        cardName={cardName}
        onAgain={again}
        onRetake={onBack}
        {...(onManual && { onManual })}
      />
    );
  const sending = state.state === 'sending';
  return (
    <Screen title={t('reading.title')}>
      <CardDrawing drawing className="mx-auto w-full max-w-80" />
      <Progress
        label={t('reading.progress')}
        value={sending ? state.share : null}
        says={sending ? t('reading.sending', { share: state.share }) : t('reading.reading')}
        // The bar says the share by itself; each percent read out would be a stream of words.
        reads={sending ? '' : t('reading.reading')}
      />
      {slow && (
        <Notice kind="info" live="status">
          <p>{t('reading.slow')}</p>
          {onManual && (
            <Button look="quiet" icon="pencil" onClick={onManual}>
              {t('app.manual')}
            </Button>
          )}
        </Notice>
      )}
      <Button look="other" className="mt-auto" onClick={onBack}>
        {t('reading.cancel')}
      </Button>
    </Screen>
  );
}
