import { type ReactNode, useState } from 'react';
import { type Control, useController } from 'react-hook-form';
import type { FormValues } from '#src/contract/index.ts';
import { NO_DATE } from '#src/countries/toolkit/checks.ts';
import type { FieldSpec } from '#src/countries/types.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Choice } from '#src/ui/choice.tsx';
import { Field, type Message } from '#src/ui/field.tsx';
import { Confirmations } from './confirmations.tsx';
import { controlId, useFormContext } from './context.ts';
import { ControlView } from './control.tsx';
import { Doubt } from './doubt.tsx';
import { findingId, speaking } from './findings.ts';
import { Provenance } from './provenance.tsx';
import { formWords } from './words.ts';

export interface FieldViewProps {
  spec: FieldSpec;
  control: Control<FormValues>;
  /** The field above was read from the same place and is in doubt as well. */
  joined: boolean;
  last: boolean;
}

/** One field of the layout: control, findings, and what the card says about it. */
export function FieldView({ spec, control, joined, last }: FieldViewProps): ReactNode {
  const t = useWords(formWords);
  const { say, read, findings, confirmed, accepted, showAll, onFocus } = useFormContext();
  const { field, fieldState } = useController({ name: spec.name, control });
  // Read at every render: React Hook Form only tracks what was asked for.
  const { isTouched } = fieldState;
  const [editing, setEditing] = useState(false);
  const value = field.value ?? '';
  const readField = read?.[spec.name];
  const asRead = readField !== undefined && readField.value !== '' && readField.value === value;

  // Nobody is told of an error in what they have only begun to type.
  const mayTell = showAll || asRead || (isTouched && !editing);
  const mine = mayTell ? speaking(findings).filter((finding) => finding.field === spec.name) : [];
  const open = mine.filter((finding) => finding.level === 'error' || !confirmed.has(findingId(finding)));
  const messages: Message[] = open.map(({ level, message, params }) => ({
    level,
    text: say(message, params),
  }));
  // The strip stays while one types beside it.
  const inDoubt = readField?.doubtful === true && !accepted.has(spec.name);
  const doubt = inDoubt && asRead ? 'asked' : inDoubt && editing ? 'comparing' : null;
  const worst = open.some(({ level }) => level === 'error') ? 'error' : open.length > 0 ? 'warning' : 'plain';

  const label = say(spec.label);
  const noDate = spec.noDate !== undefined && value === NO_DATE;
  const change = (next: string): void => {
    setEditing(true);
    field.onChange(next);
  };
  const blur = (): void => {
    setEditing(false);
    field.onBlur();
  };
  const settle = (next: string): void => {
    field.onChange(next);
    field.onBlur();
  };
  const framed = (part: ReactNode): ReactNode => (
    <Doubt field={spec.name} read={readField} state={doubt} joined={joined} onPick={settle}>
      {part}
    </Doubt>
  );
  const actions = (
    <>
      <Confirmations findings={mine} />
      {readField && (
        <Provenance spec={spec} read={readField} value={value} onUndo={() => settle(readField.value)} />
      )}
    </>
  );
  const shared = {
    id: controlId(spec.name),
    hint: spec.hint && say(spec.hint),
    messages,
    actions,
  };

  if (spec.kind === 'choice') {
    return (
      <Choice
        {...shared}
        frame={framed}
        legend={label}
        name={spec.name}
        value={value}
        options={(spec.options ?? []).map((option) => ({ value: option.value, label: say(option.label) }))}
        onChange={settle}
        onFocus={() => onFocus(spec)}
      />
    );
  }
  return (
    <div>
      <Field {...shared} label={label} optional={spec.required ? undefined : t('form.optional')}>
        {(props) =>
          framed(
            <ControlView
              spec={spec}
              control={props}
              value={noDate ? '' : value}
              state={doubt ? 'framed' : worst}
              last={last}
              onChange={change}
              onBlur={blur}
              onFocus={() => onFocus(spec)}
            />,
          )
        }
      </Field>
      {spec.noDate && (
        <label className="mt-2 flex min-h-10 items-center gap-3">
          <input
            type="checkbox"
            className="size-5 accent-accent"
            checked={noDate}
            onChange={({ target }) => field.onChange(target.checked ? NO_DATE : '')}
          />
          {say(spec.noDate)}
        </label>
      )}
    </div>
  );
}
