import { type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import type { Quad } from '#src/imaging/index.ts';
import { cx } from '#src/ui/cx.ts';
import { type Box, corners, frameIn, onScreen } from './geometry.ts';

/** Drawn to for every analysed frame, past React: a rendering each time would cost the main thread. */
export interface ViewfinderHandle {
  /** Corners in shares of the picture; null hides the outline. */
  draw(quad: Quad | null): void;
}

export interface ViewfinderProps {
  readonly good: boolean;
  readonly mirrored: boolean;
  /** Where the video lies in the view, and the view's size, px. */
  readonly picture: Box;
  readonly width: number;
  readonly height: number;
  readonly ref: Ref<ViewfinderHandle>;
}

/**
 * The card's frame and the outline of the card that is seen, over the video. When all is well the light lies on the
 * card itself, wherever it is held, and the frame has done its work.
 */
export function Viewfinder({ good, mirrored, picture, width, height, ref }: ViewfinderProps): ReactNode {
  const outline = useRef<SVGPolygonElement>(null);
  const scrim = useRef<SVGPathElement>(null);
  const frame = frameIn(picture, width, height);
  const { x, y, radius } = frame;
  const hole = `M${x} ${y + radius}a${radius} ${radius} 0 0 1 ${radius} ${-radius}h${frame.width - 2 * radius}a${radius} ${radius} 0 0 1 ${radius} ${radius}v${frame.height - 2 * radius}a${radius} ${radius} 0 0 1 ${-radius} ${radius}h${2 * radius - frame.width}a${radius} ${radius} 0 0 1 ${-radius} ${-radius}z`;
  const view = `M0 0H${width}V${height}H0z`;
  useImperativeHandle(
    ref,
    () => ({
      draw(quad) {
        const points = quad === null ? '' : onScreen(quad, picture).join(' ');
        outline.current?.setAttribute('points', points);
        scrim.current?.setAttribute('d', view + (good && points ? `M${points}z` : hole));
      },
    }),
    [picture, good, view, hole],
  );

  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      className={cx('absolute inset-0 size-full', mirrored && '-scale-x-100')}
    >
      <path ref={scrim} d={view + hole} fillRule="evenodd" className="fill-scrim" />
      <path
        d={corners(frame, radius, frame.width * 0.11)}
        fill="none"
        strokeWidth="3.5"
        strokeLinecap="round"
        className={cx('k-frame stroke-ink', good && 'opacity-0')}
      />
      <polygon
        ref={outline}
        strokeWidth={good ? 4 : 2}
        strokeLinejoin="round"
        strokeDasharray={good ? undefined : '7 6'}
        className={cx('k-quad', good ? 'fill-accent/15 stroke-accent' : 'fill-transparent stroke-check-mark')}
      />
    </svg>
  );
}
