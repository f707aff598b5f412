import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

export interface ScreenProps {
  title: string;
  /** The way back, always at the same place. */
  back?: { label: string; onClick: () => void; disabled?: boolean };
  /** The main action, within the thumb's reach at the foot of the screen. */
  action?: ReactNode;
  /** Moves the focus to the heading when this screen appears: after a step, not on the first page. */
  focusHeading?: boolean;
  children?: ReactNode;
}

/** One decision of the flow: way back, heading, content, main action. */
export function Screen({ title, back, action, focusHeading = true, children }: ScreenProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusHeading) heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [focusHeading]);
  return (
    <div className="flex flex-1 flex-col">
      {back && (
        <div className="flex min-h-10 items-center">
          <button
            type="button"
            onClick={back.onClick}
            disabled={back.disabled}
            className="disabled:opacity-55 disabled:hover:text-quiet -ms-2 inline-flex min-h-10 items-center gap-1 rounded-md pe-3 ps-1 text-quiet hover:text-accent"
          >
            <Icon name="back" />
            {back.label}
          </button>
        </div>
      )}
      <h1 ref={heading} tabIndex={-1} className="mt-3 text-2xl font-strong">
        {title}
      </h1>
      <div className="mt-4 flex flex-1 flex-col gap-5">{children}</div>
      {action && (
        // What goes on behind it fades out. On a phone held sideways it would stand where the screen is read.
        <div className="sticky bottom-0 -mx-5 mt-6 bg-paper px-5 pb-5 pt-3 before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-5 before:bg-linear-to-t before:from-paper before:to-transparent [@media(max-height:30rem)]:relative">
          {action}
        </div>
      )}
    </div>
  );
}
