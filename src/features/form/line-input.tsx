import type { ComponentProps, ReactNode } from 'react';
import { cx } from '#src/ui/cx.ts';

export interface LineInputProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> {
  value: string;
  onText: (text: string) => void;
}

/** Letters in a line on the narrowest phone, for browsers that do not size a field by its content. */
const LINE = 26;

/**
 * One line of text that wraps: a long name has to be seen whole to be compared with the card. As in an input, Enter
 * sends the form, and no line break gets in.
 */
export function LineInput({ value, onText, className, ...rest }: LineInputProps): ReactNode {
  return (
    <textarea
      {...rest}
      rows={Math.max(1, Math.ceil(value.length / LINE))}
      value={value}
      onKeyDown={(event) => {
        // Enter also ends a word that an input method composes.
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
      onChange={({ target }) => onText(target.value.replace(/\s*[\r\n]+\s*/g, ' '))}
      className={cx('resize-none field-sizing-content', className)}
    />
  );
}
