import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * A dialog that is modal while it is there: what lies behind it can neither be reached with the keyboard nor
 * be read out. The focus begins on the control marked `data-first-focus` (React's `autoFocus` comes too early,
 * while the dialog is still closed), not on the first one.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => dialog.close();
  }, []);
  return ref;
}
