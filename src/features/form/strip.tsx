import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Quad } from '#src/contract/index.ts';
import { cx } from '#src/ui/cx.ts';
import { stripOf } from './strip-geometry.ts';

export interface StripProps {
  image: CanvasImageSource | null;
  quad: Quad;
  label: string;
  className?: string;
}

/** Widest strip in device pixels: more than a phone shows is work for nothing. */
const MAX_WIDTH = 1200;
/** A strip is not blown up beyond this: its pixels would be bricks. */
const MAX_ZOOM = 3;

/**
 * The strip of the card that a field was read from, cut from the person's own photo in the browser and
 * levelled. Its place is kept free while the photo decodes.
 */
export function StripView({ image, quad, label, className }: StripProps): ReactNode {
  const ref = useRef<HTMLCanvasElement>(null);
  const strip = useMemo(() => stripOf(quad), [quad]);
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !strip || !image) return;
    const zoom = Math.min(MAX_ZOOM, MAX_WIDTH / strip.width);
    canvas.width = Math.round(strip.width * zoom);
    canvas.height = Math.round(strip.height * zoom);
    context.imageSmoothingQuality = 'high';
    context.translate(canvas.width / 2, canvas.height / 2);
    context.scale(zoom, zoom);
    context.rotate(-strip.angle);
    context.translate(-strip.centre[0], -strip.centre[1]);
    context.drawImage(image, 0, 0);
  }, [image, strip]);
  if (!strip) return null;
  return (
    <canvas
      ref={ref}
      role="img"
      aria-label={label}
      style={{ aspectRatio: `${strip.width} / ${strip.height}` }}
      className={cx('block max-w-full rounded-sm bg-sunken', className)}
    />
  );
}
