import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { cx } from '#src/ui/cx.ts';
import { Icon, type IconName } from '#src/ui/icon.tsx';
import { Spinner } from '#src/ui/progress.tsx';
import { KeyCap } from './key-cap.tsx';

export const LOOKS = {
  main: 'bg-accent text-on-accent font-strong hover:bg-accent-strong',
  other: 'border border-edge bg-surface hover:border-accent hover:text-accent',
  plain: 'text-ink hover:bg-sunken',
  stop: 'border border-stop bg-surface text-stop hover:bg-stop-soft',
  check: 'border border-check-mark bg-surface text-check hover:bg-check-soft',
} as const;

export const buttonShape = (look: keyof typeof LOOKS, className?: string): string =>
  cx(
    'inline-flex min-h-8 items-center justify-center gap-2 rounded-[7px] px-2.5 py-1 text-sm whitespace-nowrap transition-colors',
    'disabled:opacity-50 forced-colors:border',
    LOOKS[look],
    className,
  );

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'isPending'> {
  look?: keyof typeof LOOKS;
  icon?: IconName;
  /** The shortcut that does the same, shown on the button. */
  keys?: string | undefined;
  busy?: boolean;
  className?: string;
  children?: ReactNode;
}

/** A button of the console: dense, with its key. */
export function Button({
  look = 'other',
  icon,
  keys,
  busy = false,
  className,
  children,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <AriaButton
      {...rest}
      isPending={busy}
      {...(keys && { 'aria-keyshortcuts': keys })}
      className={buttonShape(look, className)}
    >
      {busy ? <Spinner className="size-4" /> : icon && <Icon name={icon} className="size-4" />}
      {children}
      {keys && <KeyCap keys={keys} />}
    </AriaButton>
  );
}
