import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from 'react';
import { applyMask, type Edited } from './mask.ts';

export interface MaskedInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  value: string;
  groups: readonly number[];
  separator: string;
  /** Puts an edit right before the mask sees it. */
  tidy?: (before: string, after: Edited) => Edited;
  onText: (text: string) => void;
}

/**
 * A text field for grouped digits. A value that does not fit the mask (misread, say) is shown untouched until
 * it is edited.
 */
export function MaskedInput({
  value,
  groups,
  separator,
  tidy,
  onText,
  ...rest
}: MaskedInputProps): ReactNode {
  const ref = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  // After every edit React writes the masked text, which sends the caret to the end: put it back.
  useLayoutEffect(() => {
    if (caret.current === null || document.activeElement !== ref.current) return;
    ref.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  return (
    <input
      {...rest}
      ref={ref}
      type="text"
      dir="ltr"
      value={value}
      onChange={({ target }) => {
        const after = { text: target.value, caret: target.selectionStart ?? target.value.length };
        const edited = applyMask(value, tidy?.(value, after) ?? after, groups, separator);
        caret.current = edited.caret;
        if (edited.text === value) {
          // Nothing changes for React, so it will not render: undo the browser's edit here.
          target.value = value;
          target.setSelectionRange(edited.caret, edited.caret);
          caret.current = null;
        } else onText(edited.text);
      }}
    />
  );
}
