import type { ReactNode } from 'react';
import { cx } from '../cx.ts';

interface SceneProps {
  className?: string;
}

/** Every scene shares a 200 × 140 stage and two inks: the accent for the card, the quiet ink for the rest. */
function Stage({ className, children }: SceneProps & { children: ReactNode }): ReactNode {
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
      {children}
    </svg>
  );
}

function Card({ dim }: { dim?: boolean }): ReactNode {
  return (
    <g className={cx('stroke-accent', dim && 'opacity-45')}>
      <rect x="42" y="28" width="116" height="73" rx="5" className="fill-surface" />
      <path d="M52 42h34M52 54h22M52 74h44M52 82h36M52 90h40" />
      <rect x="114" y="46" width="34" height="44" rx="3" className="fill-accent-soft" />
      <path d="M131 54a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM119 88c1-9 6-13 12-13s11 4 12 13" />
    </g>
  );
}

/** A hand holding the card: how to hold it. */
export function HandScene({ className }: SceneProps): ReactNode {
  return (
    <Stage {...(className && { className })}>
      <Card />
      <g className="stroke-quiet">
        <path
          d="M150 138c1-12 8-18 14-26 6-8 8-16 8-24 0-5-3-8-7-8s-7 3-8 8c-1 5-4 9-9 12"
          className="fill-paper"
        />
        <path d="M158 92l-18-3c-5-1-9 2-9 6s3 6 7 7l14 3" className="fill-paper" />
        <path d="M120 138c2-8 6-14 12-18" />
      </g>
    </Stage>
  );
}

/** Light mirrored on the card. */
export function GlareScene({ className }: SceneProps): ReactNode {
  return (
    <Stage {...(className && { className })}>
      <Card />
      <g className="stroke-check-mark">
        <ellipse cx="84" cy="62" rx="27" ry="13" transform="rotate(-24 84 62)" className="fill-check-soft" />
        <path d="M152 16l-8 8M164 12v-8M175 17l7-6M176 28h9M150 30h-7" />
        <path d="M164 20a8 8 0 1 1 0 16 8 8 0 0 1 0-16z" className="fill-check-soft" />
      </g>
    </Stage>
  );
}

/** A finger over a corner. */
export function FingerScene({ className }: SceneProps): ReactNode {
  return (
    <Stage {...(className && { className })}>
      <Card />
      <g className="stroke-quiet">
        <path
          d="M28 138c-2-14 2-24 10-34l22-23c5-5 13-4 16 1 3 4 2 9-2 13l-18 20c-4 6-4 14-3 23"
          className="fill-paper"
        />
        <path d="M66 84c3 1 5 3 6 6" />
      </g>
    </Stage>
  );
}

/** Too little light. */
export function DarkScene({ className }: SceneProps): ReactNode {
  return (
    <Stage {...(className && { className })}>
      <Card dim />
      <g className="stroke-quiet">
        <path d="M92 4v12M92 16c-12 0-20 7-22 17h44c-2-10-10-17-22-17z" className="fill-paper" />
        <path d="M86 34a6 6 0 0 0 12 0" />
        <path d="M22 118h156" />
      </g>
    </Stage>
  );
}

/** A pen instead of a camera. */
export function PenScene({ className }: SceneProps): ReactNode {
  return (
    <Stage {...(className && { className })}>
      <Card dim />
      <g className="stroke-quiet">
        <path d="M92 112l6-16 62-54c4-3 8-3 11 1s3 8 0 11l-62 54-17 4z" className="fill-paper" />
        <path d="M98 96l11 12M152 49l11 12" />
        <path d="M30 122h50" className="stroke-check-mark" />
      </g>
    </Stage>
  );
}

/** No way to the office: a line that does not meet. */
export function OfflineScene({ className }: SceneProps): ReactNode {
  return (
    <Stage {...(className && { className })}>
      <Card />
      <g className="stroke-quiet">
        <path d="M6 122h70M124 122h70" />
        <path d="M84 112l8 20M108 112l8 20" className="stroke-check-mark" />
      </g>
    </Stage>
  );
}
