import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';
import { Spinner } from './progress.tsx';

const LOOKS = {
  /** The one main action of a screen. */
  main: 'min-h-13 bg-accent px-5 py-2.5 text-lg text-on-accent font-strong hover:bg-accent-strong',
  /** Other ways on, beside or below the main one. */
  other: 'min-h-13 border border-edge bg-surface px-5 py-2.5 text-lg hover:border-accent hover:text-accent',
  /** Small steps aside, in running text or at a field. */
  quiet:
    'min-h-10 px-2 py-1 text-accent underline decoration-1 underline-offset-4 hover:decoration-2 hover:text-accent-strong',
  danger: 'min-h-13 border border-stop bg-surface px-5 py-2.5 text-lg text-stop hover:bg-stop-soft',
} as const;

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS;
  icon?: IconName;
  /** Work is under way: the label stays, a spinner joins it, further taps do nothing. */
  busy?: boolean;
}

const shape = (look: keyof typeof LOOKS, className: string | undefined): string =>
  cx(
    'inline-flex items-center justify-center gap-2.5 rounded-md text-center transition-colors',
    'disabled:opacity-55 aria-disabled:opacity-75 forced-colors:border',
    LOOKS[look],
    className,
  );

export function Button({
  look = 'main',
  icon,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={shape(look, className)}
      // Not `disabled`, which would drop the focus while the work goes on.
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends ComponentProps<'a'> {
  look?: keyof typeof LOOKS;
  icon?: IconName;
}

/** A link that looks like a button: it goes somewhere, or saves a file. */
export function ButtonLink({
  look = 'other',
  icon,
  className,
  children,
  ...rest
}: ButtonLinkProps): ReactNode {
  return (
    <a className={shape(look, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
