import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from './cx.ts';

export interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Twice as wide, for more than a question. */
  wide?: boolean;
  children: ReactNode;
}

/** A modal question on the browser's own dialog: focus trap, Escape and the top layer come with it. */
export function Dialog({ open, title, onClose, wide = false, children }: DialogProps): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      className={cx(
        'm-auto rounded-md border border-hairline bg-surface p-6 text-ink backdrop:bg-scrim',
        wide ? 'w-[min(46rem,100%-2rem)]' : 'w-[min(28rem,100%-2rem)]',
      )}
    >
      <h2 id={id} className="text-xl font-strong">
        {title}
      </h2>
      <div className="mt-3 space-y-4">{children}</div>
    </dialog>
  );
}
