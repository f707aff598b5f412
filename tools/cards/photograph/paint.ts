import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Context } from '../draw/pen.ts';
import type { Random } from '../random.ts';

/** Covers `w` × `h` px with a surface. */
export type Surface = (g: Context, w: number, h: number, random: Random) => void;

/** A colour; hue in degrees, saturation and lightness in percent. */
export const hsl = (h: number, s: number, l: number, a = 1) =>
  `hsla(${h.toFixed(1)},${s.toFixed(1)}%,${l.toFixed(1)}%,${a.toFixed(2)})`;

export const fill = (g: Context, w: number, h: number, color: string) => {
  g.fillStyle = color;
  g.fillRect(0, 0, w, h);
};

/** Grain over everything, so that no surface is perfectly flat. */
export function grain(g: Context, w: number, h: number, random: Random, strength: number): void {
  const size = 128;
  const tile = new ImageData(size, size);
  for (let i = 0; i < tile.data.length; i += 4) {
    const v = random.next() < 0.5 ? 0 : 255;
    tile.data[i] = v;
    tile.data[i + 1] = v;
    tile.data[i + 2] = v;
    tile.data[i + 3] = random.next() * 255 * strength;
  }
  const canvas = createCanvas(size, size);
  canvas.getContext('2d').putImageData(tile, 0, 0);
  g.fillStyle = g.createPattern(canvas, 'repeat') ?? 'transparent';
  g.fillRect(0, 0, w, h);
}
