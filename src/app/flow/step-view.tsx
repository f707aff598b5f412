import { lazy, type ReactNode, Suspense, startTransition, useCallback, useEffect, useState } from 'react';
import type { ApplicationReceipt, CardRead } from '#src/contract/index.ts';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { named } from '#src/lib/named.ts';
import { useSurroundings } from '#src/lib/surroundings.tsx';
import { dropAsk, keptAsk } from '../ask/kept.ts';
import { Waiting } from '../shell.tsx';
import { Consent } from '../steps/consent.tsx';
import { appWords } from '../words.ts';
import { loadStored } from './before.ts';
import { drafts } from './drafts.ts';
import { eraseEverything, eraseLater } from './erase.ts';
import { Frame } from './frame.tsx';
import { dropReceipt } from './kept-receipt.ts';
import type { RestProps } from './rest.tsx';
import { sending } from './sending.ts';
import { endWith } from './sent.ts';
import { session } from './session.ts';
import { captureSlot, elsewhereSlot, formSlot, handoffSlot, readingSlot, receiptSlot } from './slots.ts';
import { useSession } from './use-session.ts';

const CaptureSlot = captureSlot.View;
// Few are asked for something: the others do without.
const Asked = lazy(named(() => import('../ask/asked.tsx'), 'Asked'));
const FormSlot = formSlot.View;
const Elsewhere = elsewhereSlot.View;
const HandoffView = handoffSlot.View;
const ReadingSlot = readingSlot.View;
const ReceiptSlot = receiptSlot.View;

const goBack = (): void => history.back();

/** The screen of a step, wired to the flow. */
export function StepView({ flow, send }: RestProps): ReactNode {
  const t = useWords(appWords);
  const { locale } = useLocale();
  const info = useSession();
  const { contact, framed, onReceipt: tell, mayHandOff, diagnoseCamera } = useSurroundings();
  const [onPhone, setOnPhone] = useState(false);
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    drafts.onFailure(({ code }) => {
      // What is sent from here contradicts drafts that come after it: its own answer says so.
      if (code === 'held_elsewhere' || (code === 'conflict' && sending.now().state === 'idle'))
        setElsewhere(true);
    });
    return () => drafts.onFailure(null);
  }, []);

  const onManual = useCallback(() => send({ type: 'manual' }), [send]);
  const restart = useCallback(() => {
    sending.reset();
    dropReceipt();
    dropAsk();
    send({ type: 'restart' });
  }, [send]);
  const country = flow.step === 'receipt' ? flow.country : flow.known.country;
  const onReceipt = useCallback(
    (receipt: ApplicationReceipt) => {
      // In a partner's page the partner knows; another person may use the same frame next.
      endWith(country, receipt, !framed);
      tell(receipt);
      send({ type: 'sent', country, receipt });
    },
    [send, country, framed, tell],
  );
  const onRead = useCallback((reading: CardRead) => send({ type: 'read', reading }), [send]);
  const onErase = useCallback(async () => {
    if (await eraseEverything({ session, drafts, sending, onReceipt })) restart();
  }, [onReceipt, restart]);
  const onLeave = useCallback(() => {
    eraseLater({ session });
    restart();
  }, [restart]);

  const { step } = flow;
  // Whoever leaves the form sends nothing from behind it.
  useEffect(() => (step === 'form' ? sending.stop : undefined), [step]);
  const ask = keptAsk();
  // Where another photo is asked for, typing is no answer.
  const typing = info.info?.allowManual !== false && ask?.ask !== 'photo';
  const manual = typing ? onManual : undefined;
  const above = ask && <Asked ask={ask} />;
  const goOn = (signal: AbortSignal): void =>
    void loadStored(signal, !framed)
      .catch(() => null)
      .then((event) => {
        if (signal.aborted) return;
        if (event?.type === 'sent') tell(event.receipt);
        // At once: in between, the form would be shown, and kept, as it was here.
        startTransition(() => {
          setElsewhere(false);
          // A form is further than what is here; any other draft is not.
          if (event && (event.type === 'sent' || event.reply.draft.step === 'form')) send(event);
        });
      });
  if (elsewhere && step !== 'receipt') return <Frame step={step} content={<Elsewhere onTurn={goOn} />} />;
  switch (step) {
    case 'consent':
      return (
        <Frame
          step={step}
          content={
            <Consent
              session={info}
              onBack={goBack}
              onAccept={(consent, byHand) => send({ type: 'accepted', consent, manual: byHand, contact })}
            />
          }
        />
      );
    case 'capture':
      return (
        <Frame
          step={step}
          above={above}
          content={
            onPhone ? (
              <HandoffView
                onBack={() => setOnPhone(false)}
                onDraft={(reply) => {
                  setOnPhone(false);
                  send({ type: 'resumed', reply });
                }}
              />
            ) : (
              <CaptureSlot
                country={flow.known.country}
                onPhoto={(photo) => send({ type: 'photo', photo })}
                onBack={goBack}
                {...(manual && { onManual: manual })}
                {...(mayHandOff && { onPhone: () => setOnPhone(true) })}
                {...(diagnoseCamera && { diagnose: diagnoseCamera })}
              />
            )
          }
        />
      );
    case 'reading':
      return (
        <Frame
          step={step}
          content={
            <ReadingSlot
              country={flow.known.country}
              cardName={COUNTRIES.find(({ code }) => code === flow.known.country)?.cardName[locale] ?? ''}
              photo={flow.known.photo}
              onRead={onRead}
              onBack={goBack}
              onManual={manual}
            />
          }
        />
      );
    case 'form':
      return (
        <Suspense fallback={<Frame step={step} content={<Waiting />} />}>
          <FormSlot
            // A new reading is a new form; without one the typed values stay in place.
            key={flow.known.reading?.readingId ?? 'typed'}
            known={flow.known}
            frame={(parts) => <Frame step={step} above={above} {...parts} />}
            back={{ label: t('app.back'), onClick: goBack }}
            onChange={(changed, confirmed) => send({ type: 'changed', values: changed, confirmed })}
            onReceipt={onReceipt}
            onErase={onErase}
            onLeave={onLeave}
          />
        </Suspense>
      );
    case 'receipt':
      return <Frame step={step} content={<ReceiptSlot receipt={flow.receipt} onRestart={restart} />} />;
  }
}
