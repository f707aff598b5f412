import {
  type ReactNode,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { CardRead, FormValues } from '#src/contract/index.ts';
import { fieldsOf } from '#src/countries/toolkit/checks.ts';
import { findAll, findingId, localToday, stopping } from '#src/countries/toolkit/findings.ts';
import type { Country, FieldSpec, Finding } from '#src/countries/types.ts';
import { useWords, type Words } from '#src/lib/i18n/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { Screen } from '#src/ui/screen.tsx';
import { CardAside } from './card-aside.tsx';
import { FormFieldsContext } from './context.ts';
import { Discard } from './discard.tsx';
import { doubtOf, groupsOf } from './doubts.ts';
import { createFields, useFields } from './fields.ts';
import { Lead } from './lead.tsx';
import { Lens } from './lens.tsx';
import { Sections } from './sections.tsx';
import { sentValues } from './sent-values.ts';
import { type Submission, SubmitBar } from './submit-bar.tsx';
import { Summary } from './summary.tsx';
import { usePhotoImage } from './use-photo-image.ts';
import { useReview } from './use-review.ts';
import { formWords } from './words.ts';

export interface FormStepProps {
  country: Country;
  /** The country's own words. */
  words: Words<string>;
  reading: CardRead | null;
  photo: PreparedPhoto | null;
  values: FormValues;
  confirmed: readonly string[];
  submission: Submission;
  /** The frame around the screen; `aside` stands beside the column where there is room. */
  frame: (parts: { aside: ReactNode; content: ReactNode }) => ReactNode;
  back: { label: string; onClick: () => void };
  /** Called after every change; drafts are made of it. */
  onChange: (values: FormValues, confirmed: readonly string[]) => void;
  onSubmit: (values: FormValues, confirmed: readonly string[]) => void;
  /** Erases everything and leaves the form. Rejects where it could not be erased. */
  onErase: () => Promise<void>;
  /** Leaves the form without waiting for that. */
  onLeave: () => void;
}

/** The form of the card's country: prefilled where a reading is there, typed where not. */
export function FormStep(props: FormStepProps): ReactNode {
  const { country, reading, photo, submission, frame, back, onChange, onSubmit } = props;
  const t = useWords(formWords);
  const say = useWords(props.words);
  const specs = useMemo(() => fieldsOf(country.layout), [country]);
  const read = reading?.fields ?? null;

  const [fields] = useState(() =>
    createFields(Object.fromEntries(specs.map(({ name }) => [name, props.values[name] ?? '']))),
  );
  // A key shows its letter at once; what the checks say of it may come a moment later.
  const values = useDeferredValue(useFields(fields, (now) => now.values));
  const review = useReview(country, reading, values, props.confirmed);
  const { findings, confirmed, accepted, onConfirm, onAccept } = review;
  const groups = useMemo(() => country.layout.flatMap((section) => groupsOf(section.fields)), [country]);
  const doubtful = useFields(
    fields,
    (now) => groups.filter((group) => doubtOf(group, read, accepted, now) === 'asked').length,
  );
  /** What stopped the last sending; a new list each time. */
  const [refused, setRefused] = useState<readonly Finding[] | null>(null);
  const [focused, setFocused] = useState<FieldSpec | null>(null);
  // The ring and the caret first, then the place on the card.
  const onFocus = useCallback((field: FieldSpec) => startTransition(() => setFocused(field)), []);
  const summary = useRef<HTMLDivElement>(null);
  const image = usePhotoImage(photo);

  useEffect(() => onChange(values, [...confirmed]), [values, confirmed, onChange]);
  useEffect(() => {
    if (refused) summary.current?.focus();
  }, [refused]);

  const submit = (): void => {
    const now = sentValues(specs, fields.now().values);
    const found = findAll(country, now, { today: localToday(new Date()), read });
    const stops = stopping(found, confirmed);
    if (stops.length > 0) startTransition(() => setRefused(stops));
    // Confirmations of warnings that no longer apply are nobody's business.
    else onSubmit(now, [...new Set(found.map(findingId).filter((id) => confirmed.has(id)))]);
  };

  const showAll = refused !== null;
  const context = useMemo(
    () => ({
      country,
      fields,
      say,
      read,
      image,
      findings,
      confirmed,
      accepted,
      showAll,
      onConfirm,
      onAccept,
      onFocus,
    }),
    [country, fields, say, read, image, findings, confirmed, accepted, showAll, onConfirm, onAccept, onFocus],
  );
  const stops = stopping(findings, confirmed);
  const place = focused ? (read?.[focused.name]?.quad ?? null) : null;
  const shown = photo && reading ? { photo, card: reading.card, place } : null;
  const pending = submission.state === 'sending' || submission.state === 'waiting';

  const content = (
    <Screen title={t(reading ? 'form.title.read' : 'form.title.typed')} back={{ ...back, disabled: pending }}>
      <Lead read={reading !== null} photo={photo !== null} doubtful={doubtful} />
      {shown && <Lens {...shown} image={image} />}
      {refused && <Summary ref={summary} findings={refused} open={stops} specs={specs} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) submit();
        }}
      >
        <Sections country={country} values={values} inert={pending} />
        <SubmitBar submission={submission} />
      </form>
      <Discard disabled={pending} onErase={props.onErase} onLeave={props.onLeave} />
    </Screen>
  );
  return (
    <FormFieldsContext value={context}>
      {frame({ aside: shown ? <CardAside {...shown} /> : undefined, content })}
    </FormFieldsContext>
  );
}
