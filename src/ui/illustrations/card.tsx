import type { CSSProperties, ReactNode } from 'react';
import { cx } from '../cx.ts';

/** ID-1: 85.60 × 53.98 mm with corners of 3.18 mm, in units of a tenth of a millimetre. */
const WIDTH = 856;
const HEIGHT = 540;
const CORNER = 32;

const at = (ms: number): CSSProperties => ({ '--k-at': `${ms}ms` }) as CSSProperties;

const LINES: readonly (readonly [y: number, width: number])[] = [
  [196, 250],
  [286, 400],
  [346, 310],
  [406, 360],
  [466, 220],
];

export interface CardDrawingProps {
  /** Its lines draw themselves in turn, as long as a reading takes. */
  drawing?: boolean;
  className?: string;
}

/** The motif: a card in outline with portrait and lines of text. */
export function CardDrawing({ drawing = false, className }: CardDrawingProps): ReactNode {
  const line = drawing ? 'k-draw' : '';
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" fill="none" className={cx('block', className)}>
      <rect
        x="5"
        y="5"
        width={WIDTH - 10}
        height={HEIGHT - 10}
        rx={CORNER}
        className="fill-surface stroke-accent"
        strokeWidth="7"
      />
      <g className="stroke-accent" strokeWidth="11" strokeLinecap="round">
        <path d="M64 76h230" pathLength="1" className={line} style={at(0)} />
        <path d="M64 116h130" pathLength="1" className={cx('opacity-60', line)} style={at(150)} />
        {LINES.map(([y, width], index) => (
          <path
            key={y}
            d={`M64 ${y}h${width}`}
            pathLength="1"
            className={cx(index === 0 ? 'stroke-ink' : 'stroke-quiet', line)}
            style={at(350 + index * 260)}
          />
        ))}
      </g>
      <g className="stroke-accent" strokeWidth="7" strokeLinejoin="round" strokeLinecap="round">
        <rect x="566" y="150" width="226" height="296" rx="14" className="fill-accent-soft" />
        <path
          d="M679 214a52 52 0 1 1 0 106 52 52 0 0 1 0-106zM584 436c4-60 42-92 95-92s91 32 95 92"
          pathLength="1"
          className={line}
          style={at(900)}
        />
      </g>
    </svg>
  );
}
