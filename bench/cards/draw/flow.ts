import type { Random } from '../random.ts';
import { lineWidth, type TextStyle } from './svg.ts';

/**
 * Breaks a text at spaces so that each line fits `room` (drawing units), in at most `most` lines; what is
 * over stays on the last line, which the printer then narrows.
 */
export function breakLines(text: string, style: TextStyle, room: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && lines.length < most - 1 && lineWidth(longer, style) > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** Sizes vary by ±10 %, places by ±2 % of the card, shared by a group and for each of its parts by ±.4 %. */
export interface Loose {
  readonly size: number;
  x(value: number): number;
  y(value: number): number;
}

/** A group of elements printed together: one offset for all, a little play for each. */
export function loose(random: Random, reach = 0.016): Loose {
  const [dx, dy] = [random.between(-reach, reach), random.between(-reach, reach)];
  const play = 0.02 - 0.016;
  return {
    size: random.between(0.9, 1.1),
    x: (value) => value + dx + random.between(-play, play),
    y: (value) => value + dy + random.between(-play, play),
  };
}
