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

export interface WatchingProps {
  readonly session: SessionKeeper;
  readonly id: string;
  /** Which device this is. */
  readonly side: HandoffState['holder'];
}

/** A device, while the other one goes on. */
export function Watching({ session, id, side }: WatchingProps): ReactNode {
  const t = useWords(words);
  const [busy, setBusy] = useState(false);
  const take = (): void => {
    setBusy(true);
    // The new state comes by itself.
    session
      .call((token) => takeHandoff(token, id, side))
      .catch(() => undefined)
      .finally(() => setBusy(false));
  };
  return (
    <Screen
      title={t(`${side}.watching.title`)}
      action={
        <Button look="other" className="w-full" busy={busy} onClick={take}>
          {t('phone.take')}
        </Button>
      }
    >
      <p role="status" className="text-lg">
        {t(`${side}.watching.text`)}
      </p>
      <HandScene className="mx-auto h-36" />
    </Screen>
  );
}
