import type { Context } from '../draw/pen.ts';
import { font } from '../fonts.ts';
import type { Random } from '../random.ts';

const WORDS =
  'memo list call bank rent tea rice bus oil two pay due note plan town file page item paid'.split(' ');

/** Things that lie about on a desk: sheets with writing, pens, coins, a cup, a phone, other cards. */
export function clutter(g: Context, w: number, h: number, random: Random): void {
  const things = [sheet, sheet, pen, pen, coin, coin, cup, slab, slab];
  for (let i = random.int(6, 12); i > 0; i--) {
    g.save();
    g.translate(random.range(0, w), random.range(0, h));
    g.rotate(random.range(0, 6.28));
    g.shadowColor = 'rgba(0,0,0,.45)';
    g.shadowBlur = 8;
    random.pick(things)(g, w * random.range(0.8, 1.2), random);
    g.restore();
  }
}

type Thing = (g: Context, unit: number, random: Random) => void;

const sheet: Thing = (g, unit, random) => {
  const [w, h] = [unit * 0.42, unit * 0.55];
  g.fillStyle = random.pick(['#f8f7f2', '#fdfdfb', '#f3e9c6', '#e3edf7']);
  g.fillRect(-w / 2, -h / 2, w, h);
  g.shadowColor = 'transparent';
  g.fillStyle = random.pick(['#33363d', '#1f3c7a']);
  g.font = font(random.pick(['sans', 'serif', 'calm'] as const), unit * 0.017);
  for (let y = -h * 0.42; y < h * 0.42; y += unit * 0.028)
    if (random.chance(0.85))
      g.fillText(
        Array.from({ length: random.int(3, 8) }, () => random.pick(WORDS)).join(' '),
        -w * 0.44,
        y,
        w * 0.88,
      );
};

const pen: Thing = (g, unit, random) => {
  const length = unit * 0.3;
  g.fillStyle = random.pick(['#1c3f8f', '#202124', '#a11f2c', '#d9b13b', '#e9e9e6']);
  g.beginPath();
  g.roundRect(-length / 2, -unit * 0.009, length, unit * 0.018, unit * 0.009);
  g.fill();
  g.fillStyle = '#c9ccd0';
  g.fillRect(length / 2, -unit * 0.004, unit * 0.03, unit * 0.008);
};

const coin: Thing = (g, unit, random) => {
  g.fillStyle = random.pick(['#b9b9b4', '#c9a04c', '#a9835a']);
  g.beginPath();
  g.arc(0, 0, unit * 0.03, 0, 6.3);
  g.fill();
  g.strokeStyle = 'rgba(0,0,0,.35)';
  g.stroke();
};

const cup: Thing = (g, unit, random) => {
  for (const [r, color] of [
    [0.1, random.pick(['#f4f4f2', '#2f5b6e', '#b5452f'])],
    [0.083, '#3b2317'],
  ] as const) {
    g.fillStyle = color;
    g.beginPath();
    g.arc(0, 0, unit * r, 0, 6.3);
    g.fill();
  }
};

const slab: Thing = (g, unit, random) => {
  const phone = random.chance(0.5);
  const [w, h] = phone ? [unit * 0.2, unit * 0.4] : [unit * 0.3, unit * 0.19];
  g.fillStyle = phone ? '#101114' : random.pick(['#7a1f34', '#1f5a4a', '#d7d2c4', '#24407e', '#d98a2b']);
  g.beginPath();
  g.roundRect(-w / 2, -h / 2, w, h, unit * 0.02);
  g.fill();
};
