import type { ReactNode } from 'react';
import { cx } from '../cx.ts';

/**
 * One closed line of a rosette: r(t) = 1 + depth·cos(petals·t + phase), 240 points, in a square of ±120.
 */
function ring(radius: number, depth: number, petals: number, phase: number): string {
  const points = Array.from({ length: 241 }, (_, index) => {
    const t = (index / 240) * 2 * Math.PI;
    const r = radius * (1 + depth * Math.cos(petals * t + phase));
    return `${(r * Math.cos(t)).toFixed(1)} ${(r * Math.sin(t)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

const RINGS = Array.from({ length: 9 }, (_, index) =>
  ring(62 + index * 5, 0.3 - index * 0.012, 12, (index * Math.PI) / 4.5),
).join('');

/** The fine lines of a card's paper: once a screen, never behind text. */
export function Guilloche({ className }: { className?: string }): ReactNode {
  return (
    <svg
      viewBox="-120 -120 240 240"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      className={cx(
        'mask-[radial-gradient(closest-side,black_45%,transparent)] forced-colors:hidden',
        className,
      )}
    >
      <path d={RINGS} strokeWidth="0.75" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
