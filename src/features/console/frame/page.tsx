import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from '#src/ui/cx.ts';

export interface PageProps {
  title: string;
  /** Beside the heading: what can be done with all of the page. */
  tools?: ReactNode;
  /** The page fills the window and its parts scroll themselves. */
  filled?: boolean;
  /** The heading is said but not shown: the page speaks for itself. */
  quietTitle?: boolean;
  children: ReactNode;
}

/** One page: its title, its heading with the focus on arrival, its content. */
export function Page({ title, tools, filled = false, quietTitle = false, children }: PageProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Kenal`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const h1 = (
    <h1 ref={heading} tabIndex={-1} className={quietTitle ? 'sr-only' : 'text-lg font-strong'}>
      {title}
    </h1>
  );
  return (
    <div
      className={cx(
        'flex grow flex-col gap-3 px-4 py-3',
        // What scrolls as a whole keeps its height; what fills the window gives it to its parts.
        filled ? 'min-h-0 shrink lg:overflow-hidden' : 'mx-auto w-full max-w-6xl shrink-0',
      )}
    >
      {quietTitle ? (
        h1
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          {h1}
          {tools}
        </div>
      )}
      {children}
    </div>
  );
}
