import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { CardDrawing } from '#src/ui/illustrations/card.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Screen } from '#src/ui/screen.tsx';
import type { PrepareStep } from '../core/photo/prepare.ts';
import { words } from '../words.ts';

/** Share of the way that is over when a step begins; decoding takes about half of the time. */
const SHARE: Record<PrepareStep, number> = { opening: 0.1, finding: 0.5, checking: 0.65, compressing: 0.75 };

/** The photo is being opened, checked and compressed: what happens, how far it is, and a way out. */
export function Working({ step, onCancel }: { step: PrepareStep; onCancel: () => void }): ReactNode {
  const t = useWords(words);
  return (
    <Screen
      title={t('capture.working.title')}
      action={
        <Button look="other" className="w-full" onClick={onCancel}>
          {t('capture.working.cancel')}
        </Button>
      }
    >
      <CardDrawing drawing className="mx-auto w-full max-w-80" />
      <Progress label={t('capture.working.title')} value={SHARE[step]} says={t(`capture.working.${step}`)} />
    </Screen>
  );
}
