import { type ReactNode, useEffect, useId, useRef } from 'react';

export interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A modal question on the browser's own dialog: focus trap, Escape and the top layer come with it. */
export function Dialog({ open, title, onClose, children }: DialogProps): ReactNode {
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
      className="m-auto w-[min(28rem,100%-2rem)] rounded-md border border-hairline bg-surface p-6 text-ink backdrop:bg-scrim"
    >
      <h2 id={id} className="text-xl font-strong">
        {title}
      </h2>
      <div className="mt-3 space-y-4">{children}</div>
    </dialog>
  );
}
