import { type ReactNode, useMemo, useState } from 'react';
import type { SessionReply } from '#src/contract/index.ts';
import type { HandoffOpened } from '#src/contract/partner/handoff.ts';
import { paint } from '#src/features/embed/index.ts';
import { HandoffPhone, useHandoff, Watching } from '#src/features/handoff/index.ts';
import { takeFragment } from '#src/lib/fragment.ts';
import { partnerSurroundings } from '#src/lib/partner-surroundings.ts';
import { createGivenKeeper } from '#src/lib/session.ts';
import { type Surroundings, SurroundingsProvider, useSurroundings } from '#src/lib/surroundings.tsx';
import { CustomerFlow } from '../flow/customer-flow.tsx';
import { keepSessionBy, session } from '../flow/session.ts';
import { Shell } from '../shell.tsx';

/** Taken when this part is loaded: a first render may be thrown away, and the secret with it. */
const SECRET = takeFragment();

interface Joined {
  readonly reply: SessionReply;
  readonly handoff: HandoffOpened;
}

/** `/handoff#…`: the phone goes on with what was begun on a desktop. */
export function HandoffEntry(): ReactNode {
  const [joined, setJoined] = useState<Joined | null>(null);
  if (joined) return <OnPhone {...joined} />;
  return (
    <Shell>
      <HandoffPhone
        secret={SECRET}
        onJoined={(reply, handoff) => {
          if (reply.partner) paint(reply.partner.branding.theme);
          keepSessionBy(createGivenKeeper(reply));
          setJoined({ reply, handoff });
        }}
      />
    </Shell>
  );
}

function OnPhone({ reply, handoff }: Joined): ReactNode {
  const own = useSurroundings();
  const state = useHandoff(session, handoff.id);
  const surroundings = useMemo<Surroundings>(
    () => ({
      ...own,
      begunElsewhere: true,
      mayHandOff: false,
      ...partnerSurroundings(reply),
    }),
    [own, reply],
  );
  return (
    <SurroundingsProvider value={surroundings}>
      {state?.state === 'joined' && state.holder === 'desktop' ? (
        <Shell>
          <Watching session={session} id={handoff.id} side="phone" />
        </Shell>
      ) : (
        <CustomerFlow />
      )}
    </SurroundingsProvider>
  );
}
