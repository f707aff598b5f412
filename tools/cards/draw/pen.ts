import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type Face, fontByCapHeight } from '../fonts.ts';
import type { Box, Card } from '../types.ts';

export type Context = SKRSContext2D;

/** ID-1: 85.60 × 53.98 mm with corners of 3.18 mm. */
export const CARD_WIDTH = 2000;
export const CARD_HEIGHT = Math.round((CARD_WIDTH * 53.98) / 85.6);
const CORNER = (CARD_WIDTH * 3.18) / 85.6;

export interface TextStyle {
  readonly face: Face;
  /** Height of capitals in px. */
  readonly cap: number;
  readonly color: string;
  /** Horizontal squeeze, 1 = none. */
  readonly squeeze?: number;
  /** Extra space between letters in px. */
  readonly tracking?: number;
  /** Extra space between words in px. */
  readonly wordGap?: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Line is squeezed further where it would be wider, px. */
  readonly maxWidth?: number;
}

/**
 * Draws one line whose capitals stand on `baseline`.
 * @returns its ink box (from the capitals' top to the descenders' foot), px
 */
export function text(g: Context, line: string, x: number, baseline: number, style: TextStyle): Box {
  g.save();
  g.font = fontByCapHeight(style.face, style.cap);
  g.fillStyle = style.color;
  g.textBaseline = 'alphabetic';
  g.letterSpacing = `${style.tracking ?? 0}px`;
  g.wordSpacing = `${style.wordGap ?? 0}px`;
  const natural = g.measureText(line).width;
  let squeeze = style.squeeze ?? 1;
  if (style.maxWidth !== undefined && natural * squeeze > style.maxWidth) squeeze = style.maxWidth / natural;
  const width = natural * squeeze;
  const left = style.align === 'right' ? x - width : style.align === 'center' ? x - width / 2 : x;
  g.translate(left, baseline);
  g.scale(squeeze, 1);
  g.fillText(line, 0, 0);
  g.restore();
  return {
    x: left,
    y: baseline - style.cap,
    w: width,
    h: style.cap * (/[gjpqy,;Q/()@]/.test(line) ? 1.28 : 1),
  };
}

/** An empty ID-1 canvas, clipped to its rounded corners. */
export function blankCard(
  width = CARD_WIDTH,
  height = CARD_HEIGHT,
  corner = CORNER,
): { canvas: Canvas; g: Context } {
  const canvas = createCanvas(width, height);
  const g = canvas.getContext('2d');
  g.beginPath();
  g.roundRect(0, 0, width, height, corner);
  g.clip();
  return { canvas, g };
}

/** The finished canvas as a card. */
export function toCard(canvas: Canvas, about: Omit<Card, 'rgba' | 'width' | 'height'>): Card {
  const { width, height } = canvas;
  const rgba = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  return { ...about, width, height, rgba };
}
