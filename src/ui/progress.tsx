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

export interface ProgressProps {
  label: string;
  /** From 0 to 1, or null while that is not known. */
  value: number | null;
  /** What is being done; read out when it changes. */
  says: string;
  /** What is read out instead, where the line changes too often for that. */
  reads?: string;
}

/** How far something is, and a line that says what is being done. */
export function Progress({ label, value, says, reads }: ProgressProps): ReactNode {
  return (
    <div className="space-y-3">
      <progress
        aria-label={label}
        max={1}
        {...(value !== null && { value })}
        className="block h-2 w-full appearance-none overflow-hidden rounded-full bg-hairline accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hairline [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[inline-size]"
      />
      <p
        className="text-center text-quiet"
        {...(reads === undefined ? { role: 'status' } : { 'aria-hidden': true })}
      >
        {/* A line of its own each time: a centred one that changes would be a layout shift. */}
        <span key={says} className="block">
          {says}
        </span>
      </p>
      {reads !== undefined && (
        <p role="status" className="sr-only">
          {reads}
        </p>
      )}
    </div>
  );
}
