import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input, type InputProps } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { cx } from '#src/ui/cx.ts';

export const inputLook =
  'block min-h-8 w-full rounded-[7px] border border-edge bg-surface px-2.5 py-1 text-sm text-ink placeholder:text-quiet hover:border-accent data-[invalid]:border-stop';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  rows?: number;
  className?: string;
  /** Of the input itself. */
  input?: Pick<InputProps, 'className' | 'placeholder' | 'dir'>;
}

/** A labelled line, or several, of text. The browser sees to what is required; faults from elsewhere are `error`. */
export function TextField({
  label,
  hint,
  error,
  rows,
  className,
  input,
  ...rest
}: TextFieldProps): ReactNode {
  const look = cx(inputLook, typeof input?.className === 'string' && input.className);
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={cx('min-w-0', className)}
    >
      <Label className="text-sm font-strong">{label}</Label>
      {hint && (
        <Text slot="description" className="block text-xs text-quiet">
          {hint}
        </Text>
      )}
      <div className="mt-1">
        {rows ? (
          <TextArea rows={rows} required={rest.isRequired} dir="auto" className={cx(look, 'resize-none')} />
        ) : (
          <Input {...input} required={rest.isRequired} className={look} />
        )}
      </div>
      <FieldError className="mt-1 block text-sm text-stop">{error}</FieldError>
    </AriaTextField>
  );
}
