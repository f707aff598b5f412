import type { ReactNode } from 'react';
import type { Quad } from '#src/contract/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';

/** Room around the card in the cut-out, as a share of its size. */
const MARGIN = 0.03;

/** The part of the photo that shows the card: the box around its quad, or the whole photo. */
function viewOf(photo: { width: number; height: number }, card: Quad | null) {
  if (!card) return { x: 0, y: 0, width: photo.width, height: photo.height };
  const xs = card.map(([x]) => x);
  const ys = card.map(([, y]) => y);
  const margin = MARGIN * (Math.max(...xs) - Math.min(...xs));
  const x = Math.max(0, Math.min(...xs) - margin);
  const y = Math.max(0, Math.min(...ys) - margin);
  return {
    x,
    y,
    width: Math.max(1, Math.min(photo.width, Math.max(...xs) + margin) - x),
    height: Math.max(1, Math.min(photo.height, Math.max(...ys) + margin) - y),
  };
}

const pointsOf = (quad: Quad): string => quad.map((corner) => corner.join(',')).join(' ');

export interface CardViewProps {
  photo: PreparedPhoto;
  card: Quad | null;
  /** The place to mark. */
  place: Quad | null;
  label: string;
  className?: string;
}

/**
 * The person's own photo, cut to the card, with the place of one field marked on it. When it appears, the
 * outline that was found settles on the card.
 */
export function CardView({ photo, card, place, label, className }: CardViewProps): ReactNode {
  const view = viewOf(photo, card);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      className={className}
    >
      <image href={photo.preview} width={photo.width} height={photo.height} />
      {card && (
        <polygon
          points={pointsOf(card)}
          pathLength="1"
          className="k-settle fill-transparent stroke-accent"
          strokeWidth={view.width / 110}
          strokeLinejoin="round"
        />
      )}
      {place && (
        <polygon
          points={pointsOf(place)}
          className="fill-transparent stroke-check-mark"
          strokeWidth={view.width / 160}
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
