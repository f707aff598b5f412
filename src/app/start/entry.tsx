import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import type { ApplicationReceipt, SessionReply } from '#src/contract/index.ts';
import { paint } from '#src/features/embed/index.ts';
import { ApiError } from '#src/lib/api/client.ts';
import { openSession } from '#src/lib/api/sessions.ts';
import { takeFragment } from '#src/lib/fragment.ts';
import { useLocale } from '#src/lib/i18n/index.ts';
import { partnerSurroundings } from '#src/lib/partner-surroundings.ts';
import { createGivenKeeper } from '#src/lib/session.ts';
import { START_KEY, tabCache } from '#src/lib/storage.ts';
import { type Surroundings, SurroundingsProvider, useSurroundings } from '#src/lib/surroundings.tsx';
import { Refused } from '../embed/refused.tsx';
import { CustomerFlow } from '../flow/customer-flow.tsx';
import { Frame } from '../flow/frame.tsx';
import { dropReceipt, keptReceipt } from '../flow/kept-receipt.ts';
import { keepSessionBy } from '../flow/session.ts';
import { receiptSlot } from '../flow/slots.ts';
import { Waiting } from '../shell.tsx';

const KEPT = tabCache.get(START_KEY);
/** Taken when this part is loaded: a first render may be thrown away, and the token with it. */
const TOKEN = takeFragment() || KEPT;

const ReceiptSlot = receiptSlot.View;

/** `/start#{token}`: a partner's onboarding in a tab of its own, which leads back to the partner. */
export function StartEntry(): ReactNode {
  const [reply, setReply] = useState<SessionReply | null>(null);
  const [refusal, setRefusal] = useState<'token' | 'unreachable' | null>(TOKEN ? null : 'token');
  // What this tab has sent outlives its token.
  const [receipt] = useState(() => (TOKEN === KEPT ? keptReceipt()?.receipt : null));
  const { setLocale } = useLocale();
  useEffect(() => {
    if (!TOKEN) return;
    let gone = false;
    openSession(TOKEN).then(
      (opened) => {
        if (gone) return;
        // A token that is none opens a session of our own, which is nobody's here.
        if (!opened.partner) return setRefusal('token');
        // A receipt is of the onboarding before.
        if (TOKEN !== KEPT) dropReceipt();
        tabCache.set(START_KEY, opened.token);
        keepSessionBy(createGivenKeeper(opened));
        paint(opened.partner.branding.theme);
        // After a reload the person's own choice counts.
        if (TOKEN !== KEPT && opened.partner.locale) setLocale(opened.partner.locale);
        setReply(opened);
      },
      (error: unknown) => {
        const refused = error instanceof ApiError && ['unauthorized', 'wrong_origin'].includes(error.code);
        if (!gone) setRefusal(refused ? 'token' : 'unreachable');
      },
    );
    return () => {
      gone = true;
    };
  }, [setLocale]);
  if (refusal === 'token' && receipt) return <Sent receipt={receipt} />;
  if (refusal) return <Refused refusal={refusal} />;
  return reply ? <Started reply={reply} /> : <Waiting />;
}

/** What was sent from here, when the way leads nowhere any more. */
function Sent({ receipt }: { receipt: ApplicationReceipt }): ReactNode {
  const own = useSurroundings();
  const surroundings = useMemo<Surroundings>(() => ({ ...own, begunElsewhere: true }), [own]);
  return (
    <SurroundingsProvider value={surroundings}>
      <Suspense fallback={<Waiting />}>
        <Frame step="receipt" content={<ReceiptSlot receipt={receipt} />} />
      </Suspense>
    </SurroundingsProvider>
  );
}

function Started({ reply }: { reply: SessionReply }): ReactNode {
  const own = useSurroundings();
  const surroundings = useMemo<Surroundings>(() => {
    const redirect = reply.partner?.redirectUrl ?? null;
    return {
      ...own,
      ...partnerSurroundings(reply),
      begunElsewhere: true,
      close: redirect === null ? null : () => location.assign(redirect),
    };
  }, [own, reply]);
  return (
    <SurroundingsProvider value={surroundings}>
      <CustomerFlow />
    </SurroundingsProvider>
  );
}
