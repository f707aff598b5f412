import { type ReactNode, useEffect, useRef } from 'react';
import type { HandoffState } from '#src/contract/partner/handoff.ts';
import { takeHandoff } from '#src/lib/api/handoffs.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import type { SessionKeeper } from '#src/lib/session.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Spinner } from '#src/ui/progress.tsx';
import { QrCode } from '#src/ui/qr.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { useOffer } from './use-offer.ts';
import { words } from './words.ts';

export interface DesktopProps {
  readonly session: SessionKeeper;
  /** The phone has stored something. `take`: this screen goes on with it. */
  readonly onDraft: (take: () => Promise<void>) => Promise<void>;
  /** The phone has gone all the way. */
  readonly onDone: (applicationId: string) => void;
  readonly onBack: () => void;
}

/** From now on the phone looks on. Where that cannot be told, the first draft from here is refused, and asks again. */
const take = (session: SessionKeeper, id: string): Promise<void> =>
  session
    .call((token) => takeHandoff(token, id, 'desktop'))
    .then(
      () => undefined,
      () => undefined,
    );

/** The desktop's side of a hand-off: link and code first, then what the phone is doing. */
export function HandoffDesktop({ session, onDraft, onDone, onBack }: DesktopProps): ReactNode {
  const t = useWords(words);
  const { offer, state, failed, again } = useOffer(session);
  const seen = useRef(0);
  const told = useRef({ onDraft, onDone });
  told.current = { onDraft, onDone };
  useEffect(() => {
    if (!state) return;
    if (state.state === 'done' && state.applicationId !== null)
      return told.current.onDone(state.applicationId);
    if (state.state === 'joined' && state.draftAt > seen.current) {
      seen.current = state.draftAt;
      // After a failure the next change is another chance.
      told.current.onDraft(() => take(session, state.id)).catch(() => undefined);
    }
  }, [session, state]);

  /** The phone looks on from now. What it had stored is in the draft. */
  const takeOver = (): void => {
    if (state?.state === 'joined') void take(session, state.id);
    onBack();
  };
  const joined = state?.state === 'joined';
  const over = failed || state?.state === 'ended';
  // The application is being asked for.
  if (state?.state === 'done')
    return (
      <Screen title={t('handoff.sent.title')}>
        <Spinner className="mx-auto size-8 text-accent" />
      </Screen>
    );
  return (
    <Screen
      title={t(joined ? 'handoff.joined.title' : 'handoff.title')}
      back={{ label: t('handoff.back'), onClick: takeOver }}
      action={
        over ? (
          <Button className="w-full" icon="again" onClick={again}>
            {t('handoff.again')}
          </Button>
        ) : (
          <Button className="w-full" look="other" onClick={takeOver}>
            {t('handoff.here')}
          </Button>
        )
      }
    >
      <Progress state={state} failed={failed} />
      {offer && !over && !joined && (
        <>
          <ol className="flex flex-col gap-3">
            <Step number={1}>{t('handoff.step.scan')}</Step>
            <li className="mx-auto w-56">
              <QrCode text={offer.url} label={t('handoff.qr')} />
            </li>
            <Step number={2}>{t('handoff.step.code')}</Step>
          </ol>
          <p className="ltr text-center text-3xl font-strong tracking-[0.3em]">{offer.code}</p>
          <p className="text-sm text-quiet">{t('handoff.link')}</p>
          <p className="ltr select-all break-all rounded-md bg-sunken p-3 text-sm">{offer.url}</p>
        </>
      )}
    </Screen>
  );
}

function Step({ number, children }: { number: number; children: ReactNode }): ReactNode {
  return (
    <li className="flex gap-3.5">
      <span
        aria-hidden="true"
        className="flex h-7 w-11 shrink-0 items-center justify-center rounded-sm border border-accent text-accent"
      >
        {number}
      </span>
      <span>{children}</span>
    </li>
  );
}

/** What the phone is doing, also read out. */
function Progress({ state, failed }: { state: HandoffState | null; failed: boolean }): ReactNode {
  const t = useWords(words);
  if (failed) return <Notice kind="stop" live="alert" title={t('handoff.failed')} />;
  switch (state?.state) {
    case 'ended':
      return <Notice kind="check" live="status" title={t('handoff.ended')} />;
    case 'opened':
      return <Notice kind="info" live="status" title={t('handoff.opened')} />;
    case 'joined':
      return (
        <div role="status" className="flex flex-col items-center gap-5 py-8 text-center text-lg">
          <Spinner className="size-8 text-accent" />
          <p>{t('handoff.joined.text')}</p>
        </div>
      );
    default:
      return <p className="text-lg text-quiet">{t('handoff.lead')}</p>;
  }
}
