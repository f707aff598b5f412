import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** Something is under way and nobody knows how long; decorative, the words beside it say what. */
export function Spinner({ className }: { className?: string }): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      className={cx('k-drawing k-turn shrink-0', className)}
    >
      <path d="M12 3.5a8.5 8.5 0 1 1-8.5 8.5" />
    </svg>
  );
}

/** How far something is: `value` from 0 to 1, or null while that is not known. */
export function Progress({ label, value }: { label: string; value: number | null }): ReactNode {
  return (
    <progress
      aria-label={label}
      max={1}
      {...(value !== null && { value })}
      className="block h-2 w-full appearance-none overflow-hidden rounded-full bg-hairline accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hairline [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[inline-size]"
    />
  );
}
