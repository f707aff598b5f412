import type { Random } from '../random.ts';
import type { Context } from './pen.ts';

/** A contact chip of eight plates. */
export function chip(g: Context, x: number, y: number, w: number, h: number, random: Random): void {
  g.save();
  const gold = random.chance(0.7);
  const shine = g.createLinearGradient(x, y, x + w, y + h);
  for (const [stop, color] of gold
    ? ([
        [0, '#e8cf86'],
        [0.45, '#c9a24d'],
        [0.6, '#f3e2ab'],
        [1, '#b48a38'],
      ] as const)
    : ([
        [0, '#dcdcd8'],
        [0.45, '#b4b4b0'],
        [0.6, '#f0f0ee'],
        [1, '#9c9c98'],
      ] as const))
    shine.addColorStop(stop, color);
  g.fillStyle = shine;
  g.beginPath();
  g.roundRect(x, y, w, h, h * 0.16);
  g.fill();
  g.strokeStyle = 'rgba(60,45,15,.7)';
  g.lineWidth = w / 90;
  g.stroke();
  g.beginPath();
  for (const row of [1 / 3, 2 / 3]) {
    g.moveTo(x, y + h * row);
    g.lineTo(x + w * 0.32, y + h * row);
    g.moveTo(x + w * 0.68, y + h * row);
    g.lineTo(x + w, y + h * row);
  }
  g.roundRect(x + w * 0.32, y + h * 0.2, w * 0.36, h * 0.6, w * 0.1);
  g.moveTo(x + w * 0.5, y);
  g.lineTo(x + w * 0.5, y + h * 0.2);
  g.moveTo(x + w * 0.5, y + h * 0.8);
  g.lineTo(x + w * 0.5, y + h);
  g.stroke();
  g.restore();
}

/** A five-pointed star. */
export function star(g: Context, cx: number, cy: number, r: number, points: number, inner: number): void {
  g.beginPath();
  for (let i = 0; i < points * 2; i++) {
    const a = (i * Math.PI) / points - Math.PI / 2;
    const k = i % 2 ? r * inner : r;
    g.lineTo(cx + k * Math.cos(a), cy + k * Math.sin(a));
  }
  g.closePath();
  g.fill();
}

/** A crescent open to the upper right, as a filled path. */
export function crescent(g: Context, cx: number, cy: number, r: number, tilt: number): void {
  g.save();
  g.translate(cx, cy);
  g.rotate(tilt);
  g.beginPath();
  g.arc(0, 0, r, 0.55, 2 * Math.PI - 0.55);
  g.arc(r * 0.32, 0, r * 0.78, 2 * Math.PI - 0.75, 0.75, true);
  g.closePath();
  g.fill();
  g.restore();
}
