import { type ReactNode, use, useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { ApplicationReceipt, FormValues } from '#src/contract/index.ts';
import { FormStep, type FormStepProps } from '#src/features/form/index.ts';
import { useLocale } from '#src/lib/i18n/index.ts';
import { loadCountry } from './countries.ts';
import type { Flow } from './machine.ts';
import { sending } from './sending.ts';

export interface FormSlotProps
  extends Pick<FormStepProps, 'frame' | 'back' | 'onChange' | 'onErase' | 'onLeave'> {
  known: Extract<Flow, { step: 'form' }>['known'];
  onReceipt: (receipt: ApplicationReceipt) => void;
}

/** The form feature, wired to the flow and to the submission. */
export function FormSlot({ known, onChange, onReceipt, ...rest }: FormSlotProps): ReactNode {
  const { country, words } = use(loadCountry(known.country));
  const { locale } = useLocale();
  const submission = useSyncExternalStore(sending.subscribe, sending.now);

  // The form calls after every change, and this function changes with every render: keep the form still.
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const change = useCallback(
    (values: FormValues, confirmed: readonly string[]) => latest.current(values, confirmed),
    [],
  );
  return (
    <FormStep
      {...rest}
      country={country}
      words={words}
      reading={known.reading}
      photo={known.photo}
      values={known.values}
      confirmed={known.confirmed}
      submission={submission}
      onChange={change}
      onSubmit={(values, confirmed) =>
        sending.submit(
          {
            country: known.country,
            readingId: known.reading?.readingId ?? null,
            values,
            confirmedWarnings: [...confirmed],
            consent: known.consent,
            locale,
          },
          onReceipt,
        )
      }
    />
  );
}
