import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DraftReply } from '#src/contract/index.ts';
import { HandoffDesktop, HandoffSent } from '#src/features/handoff/index.ts';
import { isPassing } from '#src/lib/api/client.ts';
import { getDraft } from '#src/lib/api/drafts.ts';
import { getStatus } from '#src/lib/api/status.ts';
import { keepTrying } from '#src/lib/keep-trying.ts';
import { useSurroundings } from '#src/lib/surroundings.tsx';
import { session } from '../flow/session.ts';

export { Elsewhere } from './elsewhere.tsx';

export interface HandoffSlotProps {
  /** The phone has read the card: the form is filled in, and goes on here. */
  readonly onDraft: (reply: DraftReply) => void;
  readonly onBack: () => void;
}

/** The desktop while the phone takes the photo. */
export function HandoffSlot({ onDraft, onBack }: HandoffSlotProps): ReactNode {
  const { onReceipt } = useSurroundings();
  const told = useRef(onReceipt);
  told.current = onReceipt;
  const [done, setDone] = useState<string | null>(null);
  const [sent, setSent] = useState<{ reference: string | null } | null>(null);
  // The line may be down at that very moment: it is asked for until it is there.
  useEffect(() => {
    if (done === null) return;
    const stop = new AbortController();
    const { signal } = stop;
    const ask = () => session.call((token) => getStatus(done, token, signal));
    keepTrying(ask, { signal, passes: isPassing }).then(
      (application) => {
        setSent({ reference: application.reference });
        told.current(application);
      },
      // It has arrived all the same.
      () => !signal.aborted && setSent({ reference: null }),
    );
    return () => stop.abort();
  }, [done]);
  if (sent) return <HandoffSent {...sent} />;
  return (
    <HandoffDesktop
      session={session}
      onBack={onBack}
      onDraft={async (take) => {
        const reply = await session.call((token) => getDraft(token));
        // A photo on its way is the phone's; a filled form is easier at a keyboard.
        if (reply?.draft.step !== 'form') return;
        await take();
        onDraft(reply);
      }}
      onDone={setDone}
    />
  );
}
