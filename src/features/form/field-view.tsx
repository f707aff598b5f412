import type { ReactNode } from 'react';
import { NO_DATE } from '#src/countries/toolkit/checks.ts';
import { findingId, speaking } from '#src/countries/toolkit/findings.ts';
import type { FieldSpec } from '#src/countries/types.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Choice } from '#src/ui/choice.tsx';
import { Field, type Message } from '#src/ui/field.tsx';
import { Confirmations } from './confirmations.tsx';
import { controlId, useFormContext } from './context.ts';
import { ControlView } from './control.tsx';
import { Alternative, Doubt } from './doubt.tsx';
import { asRead, type DoubtState } from './doubts.ts';
import { textOf, useFields } from './fields.ts';
import { Provenance } from './provenance.tsx';
import { formWords } from './words.ts';

export interface FieldViewProps {
  spec: FieldSpec;
  /** A doubt of this field alone: its control stands in a frame with the strip. */
  own?: DoubtState;
  /** A doubt of the group that it stands in: the group draws the frame. */
  shared?: DoubtState;
  last: boolean;
}

/** One field of the layout: control, findings, and what the card says about it. */
export function FieldView({ spec, own = null, shared = null, last }: FieldViewProps): ReactNode {
  const t = useWords(formWords);
  const { say, fields, read, findings, confirmed, showAll, onFocus } = useFormContext();
  const { name } = spec;
  const value = useFields(fields, (now) => textOf(now, name));
  // Nobody is told of an error in what they have only begun to type.
  const mayTell = useFields(
    fields,
    (now) => asRead(read, now, name) || (now.touched.has(name) && now.editing !== name),
  );
  const readField = read?.[name];

  const mine = showAll || mayTell ? speaking(findings).filter(({ field }) => field === name) : [];
  const open = mine.filter((finding) => finding.level === 'error' || !confirmed.has(findingId(finding)));
  const messages: Message[] = open.map(({ level, message, params }) => ({
    level,
    text: say(message, params),
  }));
  const worst = open.some(({ level }) => level === 'error') ? 'error' : open.length > 0 ? 'warning' : 'plain';

  const label = say(spec.label);
  const noDate = spec.noDate !== undefined && value === NO_DATE;
  const type = (next: string): void => fields.send({ type: 'typed', field: name, value: next });
  const leave = (): void => fields.send({ type: 'left', field: name });
  const settle = (next: string): void => fields.send({ type: 'set', field: name, value: next });
  const alternative = <Alternative spec={spec} onPick={settle} />;
  const framed = (part: ReactNode): ReactNode => (
    <Doubt group={[spec]} state={own} more={alternative}>
      {part}
    </Doubt>
  );
  const actions = (
    <>
      {shared === 'asked' && mayTell && alternative}
      <Confirmations findings={mine} />
      {readField && (
        <Provenance spec={spec} read={readField} value={value} onUndo={() => settle(readField.value)} />
      )}
    </>
  );
  const common = { id: controlId(name), hint: spec.hint && say(spec.hint), messages, actions };

  if (spec.kind === 'choice') {
    return (
      <Choice
        {...common}
        frame={framed}
        legend={label}
        name={name}
        value={value}
        options={(spec.options ?? []).map((option) => ({ value: option.value, label: say(option.label) }))}
        onChange={settle}
        onFocus={() => onFocus(spec)}
      />
    );
  }
  return (
    <div>
      <Field {...common} label={label} optional={spec.required ? undefined : t('form.optional')}>
        {(props) =>
          framed(
            <ControlView
              spec={spec}
              control={props}
              value={noDate ? '' : value}
              state={own ? 'framed' : worst}
              last={last}
              onChange={type}
              onBlur={leave}
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
            // Taken off, the date is yet to be typed: no time to say that it is missing.
            onChange={({ target }) => (target.checked ? settle(NO_DATE) : type(''))}
          />
          {say(spec.noDate)}
        </label>
      )}
    </div>
  );
}
