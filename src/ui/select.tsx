import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { controlLook } from './field.tsx';

/** A native choice list: every phone knows how to show it best. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>): ReactNode {
  return (
    <select className={cx(controlLook(), className)} {...rest}>
      {children}
    </select>
  );
}
