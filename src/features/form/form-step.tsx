import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { CardRead, FormValues } from '#src/contract/index.ts';
import { fieldsOf } from '#src/countries/toolkit/checks.ts';
import type { Country, FieldSpec } from '#src/countries/types.ts';
import { addWords, translator, useLocale, useWords } from '#src/lib/i18n/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { Screen } from '#src/ui/screen.tsx';
import { CardView } from './card-view.tsx';
import { FormFieldsContext } from './context.ts';
import { Discard } from './discard.tsx';
import { findAll, findingId, localToday, stopping } from './findings.ts';
import { Lead } from './lead.tsx';
import { Lens } from './lens.tsx';
import { Sections } from './sections.tsx';
import { sameQuad } from './strip-geometry.ts';
import { type Submission, SubmitBar } from './submit-bar.tsx';
import { Summary } from './summary.tsx';
import { usePhotoImage } from './use-photo-image.ts';
import { formWords } from './words.ts';

export interface FormStepProps {
  country: Country;
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
  onDiscard: () => void;
}

/** The form of the card's country: prefilled where a reading is there, typed where not. */
export function FormStep(props: FormStepProps): ReactNode {
  const { country, reading, photo, submission, frame, back, onChange, onSubmit, onDiscard } = props;
  const { locale } = useLocale();
  const t = useWords(formWords);
  const say = useMemo(() => {
    addWords(locale, country.words[locale]);
    return translator<string>(locale);
  }, [country, locale]);
  const specs = useMemo(() => fieldsOf(country.layout), [country]);

  const { control, getValues } = useForm<FormValues>({
    defaultValues: Object.fromEntries(specs.map(({ name }) => [name, props.values[name] ?? ''])),
    mode: 'onTouched',
  });
  const values = useWatch({ control }) as FormValues;
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set(props.confirmed));
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState(0);
  const [focused, setFocused] = useState<FieldSpec | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const image = usePhotoImage(photo);

  const read = reading?.fields ?? null;
  const findings = findAll(country, values, { today: localToday(new Date()), read });
  const stops = stopping(findings, confirmed);
  const doubtful = specs.filter(
    ({ name }) => read?.[name]?.doubtful && read[name].value === values[name] && !accepted.has(name),
  ).length;

  useEffect(() => onChange(values, [...confirmed]), [values, confirmed, onChange]);
  useEffect(() => {
    if (refused > 0) summary.current?.focus();
  }, [refused]);

  const submit = (): void => {
    if (stops.length > 0) {
      setRefused((times) => times + 1);
      return;
    }
    // Confirmations of warnings that no longer apply are nobody's business.
    const applying = findings.map(findingId).filter((id) => confirmed.has(id));
    onSubmit(getValues(), [...new Set(applying)]);
  };

  const labels = Object.fromEntries(specs.map((spec) => [spec.name, say(spec.label)]));
  const place = focused ? (read?.[focused.name]?.quad ?? null) : null;
  const pending = submission.state === 'sending' || submission.state === 'waiting';

  const content = (
    <Screen title={t(reading ? 'form.title.read' : 'form.title.typed')} back={back}>
      <Lead read={reading !== null} photo={photo !== null} doubtful={doubtful} />
      {photo && reading && <Lens photo={photo} card={reading.card} image={image} place={place} />}
      {refused > 0 && stops.length > 0 && <Summary ref={summary} findings={stops} labels={labels} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) submit();
        }}
      >
        <Sections country={country} control={control} values={values} inert={pending} />
        <SubmitBar submission={submission} />
      </form>
      <Discard onDiscard={onDiscard} />
    </Screen>
  );
  const aside =
    photo && reading ? (
      <figure className="flex w-full max-w-2xl flex-col gap-4">
        <CardView
          photo={photo}
          card={reading.card}
          place={place}
          label={t('form.card.title')}
          className="max-h-[70dvh] w-full overflow-hidden rounded-md"
        />
        <figcaption className="text-quiet">{t('form.card.hint')}</figcaption>
      </figure>
    ) : undefined;

  // One look at a strip is a look at every field that was read from it.
  const accept = (field: string): void => {
    const quad = read?.[field]?.quad;
    const together = specs.filter(
      ({ name }) => name === field || (quad && sameQuad(quad, read?.[name]?.quad)),
    );
    setAccepted((old) => new Set([...old, ...together.map(({ name }) => name)]));
  };
  const toggle = (ids: readonly string[], right: boolean): void =>
    setConfirmed((old) => new Set(right ? [...old, ...ids] : [...old].filter((id) => !ids.includes(id))));
  return (
    <FormFieldsContext
      value={{
        country,
        say,
        read,
        image,
        findings,
        confirmed,
        accepted,
        showAll: refused > 0,
        onConfirm: toggle,
        onAccept: accept,
        onFocus: setFocused,
      }}
    >
      {frame({ aside, content })}
    </FormFieldsContext>
  );
}
