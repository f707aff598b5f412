import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { ButtonLink } from '#src/ui/button.tsx';
import { OfflineScene } from '#src/ui/illustrations/scenes.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { Shell } from '../shell.tsx';
import { missingWords } from './words.ts';

/** For an address that leads nowhere. */
export function Missing(): ReactNode {
  const t = useWords(missingWords);
  return (
    <Shell>
      <Screen title={t('missing.title')}>
        <p className="text-lg">{t('missing.text')}</p>
        <OfflineScene className="mx-auto my-4 w-full max-w-72" />
        <ButtonLink look="main" href="/">
          {t('missing.start')}
        </ButtonLink>
      </Screen>
    </Shell>
  );
}
