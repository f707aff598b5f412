import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { words } from './words.ts';

/** The end of the way on the desktop, where the phone has gone it. `reference`: null where it could not be had. */
export function HandoffSent({ reference }: { reference: string | null }): ReactNode {
  const t = useWords(words);
  return (
    <Screen title={t('handoff.sent.title')}>
      <div className="rounded-md border border-hairline bg-surface px-5 py-8 text-center">
        <Icon name="check" className="mx-auto size-14 rounded-full border-2 border-done p-3 text-done" />
        {reference && <p className="ltr mt-5 select-all text-3xl font-strong tracking-wider">{reference}</p>}
        <p className="mt-3 text-quiet">{t('handoff.sent.text')}</p>
      </div>
    </Screen>
  );
}
