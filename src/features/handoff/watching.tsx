import { type ReactNode, useEffect, useState } from 'react';
import type { HandoffState } from '#src/contract/partner/handoff.ts';
import { takeHandoff } from '#src/lib/api/handoffs.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import type { SessionKeeper } from '#src/lib/session.ts';
import { Button } from '#src/ui/button.tsx';
import { HandScene } from '#src/ui/illustrations/scenes.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { followSession } from './use-offer.ts';
import { words } from './words.ts';

/** Whose turn it is, as the phone hears it; null before the first word. */
export function useHandoff(session: SessionKeeper, id: string): HandoffState | null {
  const [state, setState] = useState<HandoffState | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    followSession(session, id, setState, stop.signal).catch(() => undefined);
    return () => stop.abort();
  }, [session, id]);
  return state;
}

/** The phone, when the desktop has gone on. */
export function Watching({ session, id }: { session: SessionKeeper; id: string }): ReactNode {
  const t = useWords(words);
  const [busy, setBusy] = useState(false);
  const take = (): void => {
    setBusy(true);
    // The new state comes by itself.
    session
      .call((token) => takeHandoff(token, id, 'phone'))
      .catch(() => undefined)
      .finally(() => setBusy(false));
  };
  return (
    <Screen
      title={t('phone.watching.title')}
      action={
        <Button look="other" className="w-full" busy={busy} onClick={take}>
          {t('phone.take')}
        </Button>
      }
    >
      <p role="status" className="text-lg">
        {t('phone.watching.text')}
      </p>
      <HandScene className="mx-auto h-36" />
    </Screen>
  );
}
