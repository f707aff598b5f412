import type { ReactNode } from 'react';

/** A part that scrolls by itself; it takes the focus, so that the keyboard can scroll it too. */
export function Scroll({
  label,
  className,
  children,
}: {
  label: string;
  className: string;
  children: ReactNode;
}): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls by keys must be able to get in
    <section tabIndex={0} aria-label={label} className={className}>
      {children}
    </section>
  );
}
