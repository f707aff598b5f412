import type { Random } from '../random.ts';
import type { Context } from './pen.ts';

export interface GuillocheStyle {
  readonly colors: readonly string[];
  readonly lines: number;
  readonly alpha: number;
  readonly lineWidth: number;
}

/** Interwoven waves over the whole card: this project's own figure, no card's security print. */
export function waves(g: Context, w: number, h: number, random: Random, style: GuillocheStyle): void {
  g.save();
  g.globalAlpha = style.alpha;
  g.lineWidth = style.lineWidth;
  const turn = random.range(0.6, 1.6);
  const beat = random.range(2.2, 4.5);
  const phase = random.range(0, 6.28);
  for (let i = 0; i < style.lines; i++) {
    const t = i / style.lines;
    g.strokeStyle = style.colors[i % style.colors.length]!;
    g.beginPath();
    for (let x = -20; x <= w + 20; x += 20) {
      const u = x / w;
      const swell = Math.sin(u * turn * 6.28 + phase) * 0.09 + Math.sin(u * beat * 6.28 + t * 9) * 0.035;
      const y = (t * 1.3 - 0.15 + swell * (1 + Math.sin(t * 12.5))) * h;
      if (x < 0) g.moveTo(x, y);
      else g.lineTo(x, y);
    }
    g.stroke();
  }
  g.restore();
}

/** A rosette: a closed curve of `petals` lobes drawn at many radii. */
export function rosette(
  g: Context,
  cx: number,
  cy: number,
  radius: number,
  petals: number,
  rings: number,
  color: string,
  alpha: number,
): void {
  g.save();
  g.globalAlpha = alpha;
  g.strokeStyle = color;
  g.lineWidth = Math.max(1, radius / 220);
  for (let ring = 1; ring <= rings; ring++) {
    g.beginPath();
    for (let k = 0; k <= 120; k++) {
      const a = (k / 120) * 2 * Math.PI;
      const r = radius * (ring / rings) * (0.82 + 0.18 * Math.cos(petals * a + ring * 0.25));
      const x = cx + r * Math.cos(a);
      const y = cy + r * Math.sin(a);
      if (k === 0) g.moveTo(x, y);
      else g.lineTo(x, y);
    }
    g.stroke();
  }
  g.restore();
}
