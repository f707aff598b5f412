import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef } from 'react';
import type { ApplicationReceipt, CardRead } from '#src/contract/index.ts';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Shell, Waiting } from '../shell.tsx';
import { Consent } from '../steps/consent.tsx';
import { Welcome } from '../steps/welcome.tsx';
import { appWords } from '../words.ts';
import { type Flow, mergeRead, type Step } from './machine.ts';
import { session } from './session.ts';
import { captureSlot, formSlot, prefetch, readingSlot, receiptSlot } from './slots.ts';
import { eraseEverything, useDraft, useResume } from './use-draft.ts';
import { useFlow } from './use-flow.ts';
import { useSession } from './use-session.ts';

const CaptureSlot = lazy(captureSlot);
const FormSlot = lazy(formSlot);
const ReadingSlot = lazy(readingSlot);
const ReceiptSlot = lazy(receiptSlot);

/** The steps that count as progress, as a person sees them. */
const PROGRESS: Partial<Record<Step, number>> = { consent: 1, capture: 2, reading: 2, form: 3, receipt: 4 };
const COUNT = 4;

/** The photo that the flow let go of gives its memory back. */
function useRevoke(preview: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (last.current && last.current !== preview) URL.revokeObjectURL(last.current);
    last.current = preview;
  }, [preview]);
}

const photoOf = (flow: Flow): string | null =>
  flow.step === 'receipt' ? null : (flow.known.photo?.preview ?? null);

/** The customer's way from the first screen to the reference number. */
export function CustomerFlow(): ReactNode {
  const t = useWords(appWords);
  const { locale } = useLocale();
  const [flow, send, ready] = useFlow(useResume);
  const info = useSession();
  useDraft(flow);
  useRevoke(photoOf(flow));
  const moved = useRef(false);
  if (flow.step !== 'welcome') moved.current = true;

  const goBack = useCallback(() => history.back(), []);
  const onManual = useCallback(() => send({ type: 'manual' }), [send]);
  const restart = useCallback(() => send({ type: 'restart' }), [send]);
  const onReceipt = useCallback(
    (receipt: ApplicationReceipt) => {
      // One session, one application: the next one starts afresh.
      session.forget();
      send({ type: 'submitted', receipt });
    },
    [send],
  );
  const known = flow.step === 'receipt' ? null : flow.known;
  const old = known?.values;
  const oldFields = known?.reading?.fields ?? null;
  const onRead = useCallback(
    (reading: CardRead) =>
      send({
        type: 'read',
        reading,
        values: mergeRead(reading.fields, { values: old ?? {}, fields: oldFields }),
      }),
    [send, old, oldFields],
  );
  const discard = useCallback(() => {
    // What cannot be erased now is erased within a day: nobody has to wait for it.
    eraseEverything().catch(() => undefined);
    restart();
  }, [restart]);

  const country = flow.step === 'receipt' ? flow.country : flow.known.country;
  useEffect(() => {
    if (country) prefetch(country);
  }, [country]);

  const step = PROGRESS[flow.step];
  const frame = ({ aside, content }: { aside?: ReactNode; content: ReactNode }): ReactNode => (
    <Shell aside={aside} {...(step && { progress: { step, count: COUNT } })}>
      <Suspense fallback={<Waiting />}>{content}</Suspense>
    </Shell>
  );
  const manual = info.info?.allowManual === false ? undefined : onManual;
  const entry = COUNTRIES.find(({ code }) => code === country);

  if (!ready) return frame({ content: <Waiting /> });
  switch (flow.step) {
    case 'welcome':
      return frame({
        content: (
          <Welcome
            session={info}
            focusHeading={moved.current}
            onCountry={(code) => send({ type: 'country', country: code })}
          />
        ),
      });
    case 'consent':
      return frame({
        content: (
          <Consent
            session={info}
            onBack={goBack}
            onAccept={(consent, byHand) => send({ type: 'accepted', consent, manual: byHand })}
          />
        ),
      });
    case 'capture':
      return frame({
        content: (
          <CaptureSlot
            country={flow.known.country}
            locale={locale}
            onPhoto={(photo) => send({ type: 'photo', photo })}
            onBack={goBack}
            {...(manual && { onManual: manual })}
          />
        ),
      });
    case 'reading':
      return frame({
        content: (
          <ReadingSlot
            country={flow.known.country}
            cardName={entry?.cardName[locale] ?? ''}
            photo={flow.known.photo}
            onRead={onRead}
            onBack={goBack}
            onManual={manual}
          />
        ),
      });
    case 'form':
      return (
        <Suspense fallback={frame({ content: <Waiting /> })}>
          <FormSlot
            // A new reading is a new form; without one the typed values stay in place.
            key={flow.known.reading?.readingId ?? 'typed'}
            known={flow.known}
            frame={frame}
            back={{ label: t('app.back'), onClick: goBack }}
            onChange={(values, confirmed) => send({ type: 'changed', values, confirmed })}
            onReceipt={onReceipt}
            onDiscard={discard}
          />
        </Suspense>
      );
    case 'receipt':
      return frame({ content: <ReceiptSlot receipt={flow.receipt} onRestart={restart} /> });
  }
}
