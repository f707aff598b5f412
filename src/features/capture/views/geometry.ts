import type { Point, Quad } from '#src/imaging/index.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width over height of an ID-1 card and the radius of its corners as a share of its width. */
const ASPECT = 85.6 / 53.98;
const RADIUS = 3.18 / 85.6;
/** Room at the sides of the frame, px, and the share of the height that the frame may take. */
const SIDE_ROOM = 22;
const HEIGHT_SHARE = 0.6;
/** A view less high than this, px, and wider than high is a phone held sideways. */
const SHORT = 480;
/** Share of the picture that may be cut away to fill the view. */
const MOST_HIDDEN = 0.45;

/** The card's frame in the visible part of a picture, moved aside for the sentence and the controls. */
export function frameIn(picture: Box, width: number, height: number): Box & { readonly radius: number } {
  const left = Math.max(0, picture.x);
  const top = Math.max(0, picture.y);
  const visibleWidth = Math.min(width, picture.x + picture.width) - left;
  const visibleHeight = Math.min(height, picture.y + picture.height) - top;
  const tall = visibleHeight >= height;
  const sideways = width > height && height < SHORT;
  const share = sideways ? 0.68 : tall ? HEIGHT_SHARE : (0.84 * visibleHeight) / height;
  const byHeight = height * share * ASPECT;
  const w = Math.max(120, Math.min(visibleWidth - 2 * SIDE_ROOM, byHeight));
  const h = w / ASPECT;
  // Sideways the sentence stands above the frame; upright the thumb works below it.
  const middle = sideways ? height * 0.59 : tall ? height * 0.45 : top + visibleHeight / 2;
  return {
    x: left + (visibleWidth - w) / 2,
    y: Math.max(0, middle - h / 2),
    width: w,
    height: h,
    radius: w * RADIUS,
  };
}

/**
 * Where a picture of the given aspect (width over height) lies in a view. It covers the view like a phone's own
 * camera does, unless that would hide much of it: a webcam's wide picture in a narrow window is shown whole.
 */
export function pictureIn(aspect: number, width: number, height: number): Box {
  const cover = Math.max(width / aspect, height);
  const hidden = 1 - (width * height) / (cover * aspect * cover);
  const h = hidden > MOST_HIDDEN ? Math.min(width / aspect, height) : cover;
  return { x: (width - h * aspect) / 2, y: (height - h) / 2, width: h * aspect, height: h };
}

/** Corners given in shares of the picture, in px of the view. */
export const onScreen = (quad: Quad, picture: Box): Point[] =>
  quad.map(([x, y]) => [picture.x + x * picture.width, picture.y + y * picture.height]);

/** The opposite for one point: from px of the view to shares of the picture. */
export const inPicture = ([x, y]: Point, picture: Box): Point => [
  (x - picture.x) / picture.width,
  (y - picture.y) / picture.height,
];

/** An SVG path of the four bent corners of a rounded box, each arm `arm` px long. */
export function corners({ x, y, width, height }: Box, radius: number, arm: number): string {
  const r = radius;
  const [right, bottom] = [x + width, y + height];
  return [
    `M${x} ${y + arm}V${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}H${x + arm}`,
    `M${right - arm} ${y}H${right - r}A${r} ${r} 0 0 1 ${right} ${y + r}V${y + arm}`,
    `M${right} ${bottom - arm}V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H${right - arm}`,
    `M${x + arm} ${bottom}H${x + r}A${r} ${r} 0 0 1 ${x} ${bottom - r}V${bottom - arm}`,
  ].join('');
}
