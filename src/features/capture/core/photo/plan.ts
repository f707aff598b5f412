import type { Quad } from '#src/imaging/index.ts';

/** Long side, px, at which cards are looked for, in the live view and in photos: both see the same. */
export const FIND_SIDE = 640;
/** Most bytes of a photo for the upload: base64 keeps it under the 200 KB that the hosted API reads within 2 s. */
export const MAX_BYTES = 150_000;
/** Card width, px, under which reading loses fields: never given up for bytes where the source has it. */
export const MIN_CARD_WIDTH = 1_000;
/**
 * Card width, px, aimed at: a line of MyKad's address is then 35 px of capitals, the recogniser's 48 px line
 * with its leading. More pixels only cost quality at the same bytes.
 */
export const CARD_WIDTH = 1_400;
/** JPEG quality under which ringing closes the loops of small capitals; never gone below. */
export const MIN_QUALITY = 0.6;
/** Quality above which bytes buy nothing that reading sees. */
export const MAX_QUALITY = 0.9;
/** Space around the card: the finder in the engine needs the background on all four sides. */
export const MARGIN = 0.08;
/** Long side, px, of a picture whose card's outline is not sure: the card may be a third of it. */
export const LOOSE_SIDE = 2_400;

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The part of a picture (px) to keep: the card's bounding box with a margin of 8 % of the card's longer box
 * side, inside the picture. Whole pixels.
 */
export function cropFor(quad: Quad, width: number, height: number): Rect {
  const xs = quad.map(([x]) => x);
  const ys = quad.map(([, y]) => y);
  const margin = MARGIN * Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const left = Math.max(0, Math.floor(Math.min(...xs) - margin));
  const top = Math.max(0, Math.floor(Math.min(...ys) - margin));
  const right = Math.min(width, Math.ceil(Math.max(...xs) + margin));
  const bottom = Math.min(height, Math.ceil(Math.max(...ys) + margin));
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** One size to encode at: factor on the crop's pixels, at most 1. */
export const scaleFor = (cardWidth: number, wanted: number): number => Math.min(1, wanted / cardWidth);

/**
 * The next size after an encoding at `MIN_QUALITY` that was too large, or null when the floor is reached.
 * A JPEG's bytes grow a little slower than its pixels, so the square root of the ratio lands just under.
 */
export function nextScale(scale: number, bytes: number, floor: number): number | null {
  if (scale <= floor) return null;
  const step = Math.min(0.95, Math.sqrt(MAX_BYTES / bytes) * 0.97);
  return Math.max(floor, scale * step);
}

/**
 * The quality to try next, given what was seen at one: bytes of photographs go about with
 * exp(2.2 · quality) between .6 and .9 (least squares over drawn photos, see bench/capture).
 */
export function nextQuality(quality: number, bytes: number): number {
  const wanted = quality + Math.log((MAX_BYTES * 0.97) / bytes) / 2.2;
  return Math.min(MAX_QUALITY, Math.max(MIN_QUALITY, Math.round(wanted * 100) / 100));
}
