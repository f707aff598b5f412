import type { ReactNode } from 'react';
import { Spinner } from '#src/ui/progress.tsx';

export interface ShutterProps {
  readonly label: string;
  /** Share of the run of good frames that is over, 0..1: the ring closes before it fires by itself. */
  readonly progress: number;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

const RADIUS = 36;
const ROUND = 2 * Math.PI * RADIUS;

/** The round button; Enter and Space press it, and it has the focus when the camera opens. */
export function Shutter({ label, progress, busy, disabled, onClick }: ShutterProps): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      data-first-focus
      aria-disabled={disabled || busy || undefined}
      onClick={disabled || busy ? undefined : onClick}
      className="relative grid size-20 place-content-center rounded-full bg-paper aria-disabled:opacity-60"
    >
      <svg viewBox="-40 -40 80 80" aria-hidden="true" className="absolute inset-0 size-full -rotate-90">
        <circle r={RADIUS} fill="none" strokeWidth="4" className="stroke-edge" />
        <circle
          r={RADIUS}
          fill="none"
          strokeWidth="5"
          strokeDasharray={`${ROUND * progress} ${ROUND}`}
          className="stroke-accent"
        />
      </svg>
      <span className="grid size-14 place-content-center rounded-full bg-ink text-paper">
        {busy && <Spinner className="size-7" />}
      </span>
    </button>
  );
}
