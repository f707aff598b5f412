import type { ReactNode } from 'react';
import { DATE_GROUPS, DATE_SEPARATOR, dateToText, textToDate } from '#src/countries/toolkit/date-text.ts';
import type { FieldSpec } from '#src/countries/types.ts';
import { cx } from '#src/ui/cx.ts';
import { type ControlProps, type ControlState, controlLook } from '#src/ui/field.tsx';
import { LineInput } from './line-input.tsx';
import { MaskedInput } from './masked-input.tsx';
import { tidyDate } from './tidy-date.ts';

export interface ControlViewProps {
  spec: FieldSpec;
  control: ControlProps;
  value: string;
  state: ControlState;
  last: boolean;
  onChange: (value: string) => void;
  onBlur: () => void;
  onFocus: () => void;
}

/** The one control of each kind of field; choices are drawn by `FieldView` itself. */
export function ControlView(props: ControlViewProps): ReactNode {
  const { spec, control, value, state, last, onChange, onBlur, onFocus } = props;
  const common = {
    ...control,
    name: spec.name,
    autoComplete: spec.autocomplete ?? 'off',
    autoCapitalize: spec.capitals ?? 'none',
    autoCorrect: 'off',
    spellCheck: false,
    enterKeyHint: last ? ('send' as const) : ('next' as const),
    inputMode: spec.inputMode ?? ('text' as const),
    onBlur,
    onFocus,
  };
  switch (spec.kind) {
    case 'number':
      return (
        <MaskedInput
          {...common}
          value={value}
          groups={spec.groups ?? [spec.maxLength]}
          separator="-"
          onText={onChange}
          className={cx(controlLook(state), 'text-xl tracking-wide rtl:text-right')}
        />
      );
    case 'date':
      return (
        <MaskedInput
          {...common}
          value={dateToText(value)}
          groups={DATE_GROUPS}
          separator={DATE_SEPARATOR}
          tidy={tidyDate}
          onText={(text) => onChange(textToDate(text))}
          className={cx(controlLook(state), 'rtl:text-right')}
        />
      );
    case 'lines':
      return (
        <textarea
          {...common}
          // The keyboard's Enter makes a new line here.
          enterKeyHint="enter"
          dir="auto"
          rows={3}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          className={cx(controlLook(state), 'min-h-20 resize-none field-sizing-content rtl:text-right')}
        />
      );
    case 'text':
      return (
        <LineInput
          {...common}
          dir="auto"
          value={value}
          onText={onChange}
          className={cx(controlLook(state), 'rtl:text-right')}
        />
      );
    default:
      return (
        <input
          {...common}
          type="text"
          dir="auto"
          value={value}
          onChange={({ target }) => onChange(target.value)}
          className={cx(controlLook(state), 'rtl:text-right')}
        />
      );
  }
}
