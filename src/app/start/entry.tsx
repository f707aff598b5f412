import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { SessionReply } from '#src/contract/index.ts';
import { paint } from '#src/features/embed/index.ts';
import { ApiError } from '#src/lib/api/client.ts';
import { openSession } from '#src/lib/api/sessions.ts';
import { takeFragment } from '#src/lib/fragment.ts';
import { useLocale } from '#src/lib/i18n/index.ts';
import { partnerSurroundings } from '#src/lib/partner-surroundings.ts';
import { createSessionKeeper } from '#src/lib/session.ts';
import { SESSION_KEY, tabCache } from '#src/lib/storage.ts';
import { type Surroundings, SurroundingsProvider, useSurroundings } from '#src/lib/surroundings.tsx';
import { Refused } from '../embed/refused.tsx';
import { CustomerFlow } from '../flow/customer-flow.tsx';
import { keepSessionBy } from '../flow/session.ts';
import { Waiting } from '../shell.tsx';

/** Taken when this part is loaded: a first render may be thrown away, and the token with it. */
const TOKEN = takeFragment() || tabCache.get(SESSION_KEY);

/** `/start#{token}`: a partner's onboarding in a tab of its own, which leads back to the partner. */
export function StartEntry(): ReactNode {
  const [reply, setReply] = useState<SessionReply | null>(null);
  const [refusal, setRefusal] = useState<'token' | 'unreachable' | null>(TOKEN ? null : 'token');
  const { setLocale } = useLocale();
  useEffect(() => {
    if (!TOKEN) return;
    let gone = false;
    openSession(TOKEN).then(
      (opened) => {
        if (gone) return;
        // A token that is none opens a session of our own, which is nobody's here.
        if (!opened.partner) return setRefusal('token');
        tabCache.set(SESSION_KEY, opened.token);
        keepSessionBy(createSessionKeeper(Date.now, opened));
        paint(opened.partner.branding.theme);
        if (opened.partner.locale) setLocale(opened.partner.locale);
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
  if (refusal) return <Refused refusal={refusal} />;
  return reply ? <Started reply={reply} /> : <Waiting />;
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
