import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface DrawingProps {
  /** An SVG path on a 24-px grid, drawn with one stroke. */
  path: string;
  /** Whether its direction follows that of the text. */
  mirrored?: boolean;
  className?: string | undefined;
}

/** A decorative line drawing, 1.25 rem wide unless a class says otherwise; what it means stands beside it. */
export function Drawing({ path, mirrored = false, className }: DrawingProps): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx('k-drawing shrink-0', mirrored && 'rtl:-scale-x-100', className)}
    >
      <path d={path} />
    </svg>
  );
}
