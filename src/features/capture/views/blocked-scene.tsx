import type { ReactNode } from 'react';
import { cx } from '#src/ui/cx.ts';

/** A camera without sight, in the two inks of `src/ui/illustrations`. */
export function BlockedScene({ className }: { className?: string }): ReactNode {
  return (
    <svg
      viewBox="0 0 200 140"
      aria-hidden="true"
      fill="none"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx('block rtl:-scale-x-100', className)}
    >
      <g className="stroke-quiet">
        <path
          d="M58 44h22l8-13h28l8 13h22a7 7 0 0 1 7 7v56a7 7 0 0 1-7 7H58a7 7 0 0 1-7-7V51a7 7 0 0 1 7-7z"
          className="fill-surface"
        />
        <path d="M102 55a24 24 0 1 1 0 48 24 24 0 0 1 0-48z" />
        <path d="M134 57h8" />
      </g>
      <g className="stroke-accent">
        <rect x="84" y="67" width="37" height="23" rx="2" className="fill-accent-soft" />
        <path d="M89 73h11M89 79h8M89 85h10M107 73h9v11h-9z" />
      </g>
      <path d="M40 24l122 100" className="stroke-check-mark" strokeWidth="4" />
    </svg>
  );
}
