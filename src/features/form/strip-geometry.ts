import type { Quad } from '#src/contract/index.ts';

/** The part of a photo around a quad, levelled. Lengths in pixels of the photo, the angle in radians. */
export interface Strip {
  readonly centre: readonly [x: number, y: number];
  readonly angle: number;
  readonly width: number;
  readonly height: number;
}

/** Room around the text, in heights of the strip: enough to see what stands next to it. */
const MARGIN = 0.35;
/** A quad smaller than this (px) shows nothing that could be compared. */
const MIN_SIDE = 4;

/** The strip to cut for a field; null for a quad without area. */
export function stripOf(quad: Quad): Strip | null {
  const [topLeft, topRight, bottomRight, bottomLeft] = quad;
  const length = (a: readonly [number, number], b: readonly [number, number]): number =>
    Math.hypot(b[0] - a[0], b[1] - a[1]);
  const width = (length(topLeft, topRight) + length(bottomLeft, bottomRight)) / 2;
  const height = (length(topLeft, bottomLeft) + length(topRight, bottomRight)) / 2;
  if (!(width >= MIN_SIDE && height >= MIN_SIDE)) return null;
  // Several lines make a tall strip: its margin is that of a line, not of the block.
  const margin = MARGIN * Math.min(height, width / 6);
  return {
    centre: [
      (topLeft[0] + topRight[0] + bottomRight[0] + bottomLeft[0]) / 4,
      (topLeft[1] + topRight[1] + bottomRight[1] + bottomLeft[1]) / 4,
    ],
    angle: Math.atan2(
      topRight[1] - topLeft[1] + bottomRight[1] - bottomLeft[1],
      topRight[0] - topLeft[0] + bottomRight[0] - bottomLeft[0],
    ),
    width: width + 2 * margin,
    height: height + 2 * margin,
  };
}
