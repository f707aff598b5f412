import { font } from '../fonts.ts';
import { clutter } from './clutter.ts';
import { fill, grain, hsl, type Surface } from './paint.ts';
import { keyboard, newsprint, pattern } from './printed-surfaces.ts';
import type { Background } from './shot.ts';

const plain: Surface = (g, w, h, random) => {
  const hue = random.range(0, 360);
  const light = random.weighted([
    [random.range(12, 30), 3],
    [random.range(45, 75), 4],
    [random.range(80, 93), 2],
  ]);
  const wash = g.createLinearGradient(0, 0, w, h);
  wash.addColorStop(0, hsl(hue, random.range(2, 30), light));
  wash.addColorStop(1, hsl(hue + 10, random.range(2, 30), light + random.range(-7, 7)));
  g.fillStyle = wash;
  g.fillRect(0, 0, w, h);
  grain(g, w, h, random, 0.06);
};

const wood: Surface = (g, w, h, random) => {
  const hue = random.range(18, 36);
  const light = random.range(22, 68);
  const plank = h / random.int(1, 5);
  for (let top = 0; top < h; top += plank) {
    g.fillStyle = hsl(hue, random.range(28, 48), light + random.range(-5, 5));
    g.fillRect(0, top, w, plank);
    const phase = random.range(0, 9);
    const knot = random.range(-w * 0.2, w * 1.2);
    for (let i = 0; i < plank / 3; i++) {
      const y0 = top + i * 3 + random.range(-1, 1);
      g.strokeStyle = hsl(hue, 40, light * random.range(0.55, 1.1), random.range(0.08, 0.35));
      g.lineWidth = random.range(0.5, 2);
      g.beginPath();
      for (let x = 0; x <= w; x += 24) {
        const near = Math.exp(-(((x - knot) / (w * 0.12)) ** 2));
        g.lineTo(x, y0 + Math.sin(x / 90 + phase + i * 0.05) * 3 + near * 14 * Math.sin(i * 0.25));
      }
      g.stroke();
    }
    g.fillStyle = hsl(hue, 40, light * 0.35, 0.8);
    g.fillRect(0, top, w, 1.5);
  }
  grain(g, w, h, random, 0.05);
};

const cloth: Surface = (g, w, h, random) => {
  const hue = random.range(0, 360);
  const light = random.range(25, 75);
  fill(g, w, h, hsl(hue, random.range(5, 45), light));
  const pitch = random.range(2.5, 6);
  const checked = random.chance(0.4);
  g.lineWidth = pitch * 0.45;
  for (const vertical of [false, true])
    for (let p = 0; p < (vertical ? w : h); p += pitch) {
      const band = checked && Math.floor(p / (pitch * 9)) % 2 ? 22 : 0;
      g.strokeStyle = hsl(hue, 30, light + random.range(-9, 9) - band, 0.4);
      g.beginPath();
      g.moveTo(vertical ? p : 0, vertical ? 0 : p);
      g.lineTo(vertical ? p + 4 : w, vertical ? h : p - 4);
      g.stroke();
    }
  for (let i = 0; i < 4; i++) {
    const x = random.range(0, w);
    const fold = g.createLinearGradient(x, 0, x + random.range(60, 240), random.range(-60, 60));
    fold.addColorStop(0, 'rgba(0,0,0,0)');
    fold.addColorStop(0.5, random.chance(0.5) ? 'rgba(0,0,0,.22)' : 'rgba(255,255,255,.15)');
    fold.addColorStop(1, 'rgba(0,0,0,0)');
    g.fillStyle = fold;
    g.fillRect(0, 0, w, h);
  }
};

const stone: Surface = (g, w, h, random) => {
  const light = random.range(35, 85);
  fill(g, w, h, hsl(random.range(0, 60), random.range(2, 14), light));
  for (let i = 0; i < 900; i++) {
    g.fillStyle = hsl(random.range(0, 60), 8, light + random.range(-28, 18), random.range(0.2, 0.8));
    g.beginPath();
    const r = random.range(1, 5);
    g.ellipse(
      random.range(0, w),
      random.range(0, h),
      r,
      r * random.range(0.4, 1),
      random.range(0, 3),
      0,
      6.3,
    );
    g.fill();
  }
  grain(g, w, h, random, 0.08);
};

/** A palm and fingers under the card, before something dark or light. */
const hand: Surface = (g, w, h, random) => {
  plain(g, w, h, random);
  const tone = random.range(28, 72);
  const skin = (l: number) => hsl(random.range(18, 26), random.range(30, 45), tone + l);
  g.save();
  g.translate(w * random.range(0.4, 0.6), h * random.range(0.5, 0.7));
  g.rotate(random.range(-0.5, 0.5));
  g.lineCap = 'round';
  g.fillStyle = skin(0);
  g.beginPath();
  g.ellipse(0, h * 0.15, w * 0.36, h * 0.42, 0.2, 0, 6.3);
  g.fill();
  for (let i = 0; i < 4; i++) {
    g.strokeStyle = skin(-3 + i);
    g.lineWidth = w * 0.105;
    g.beginPath();
    g.moveTo((i - 1.5) * w * 0.12, h * 0.1);
    g.quadraticCurveTo((i - 1.5) * w * 0.17, -h * 0.3, (i - 1.5) * w * 0.19, -h * 0.55);
    g.stroke();
    g.strokeStyle = skin(-14);
    g.lineWidth = 1.5;
    g.beginPath();
    g.moveTo((i - 1) * w * 0.13, h * 0.05);
    g.lineTo((i - 1) * w * 0.18, -h * 0.5);
    g.stroke();
  }
  g.strokeStyle = skin(2);
  g.lineWidth = w * 0.13;
  g.beginPath();
  g.moveTo(-w * 0.2, h * 0.3);
  g.quadraticCurveTo(-w * 0.42, h * 0.1, -w * 0.46, -h * 0.18);
  g.stroke();
  g.restore();
  grain(g, w, h, random, 0.05);
};

const screen: Surface = (g, w, h, random) => {
  fill(g, w, h, random.chance(0.6) ? '#202226' : '#e4e6ea');
  g.fillStyle = '#3a3d44';
  g.fillRect(0, 0, w, h * 0.06);
  g.fillStyle = '#9aa0aa';
  g.font = font('sans', h * 0.025);
  g.fillText(`IMG-${random.int(1000, 9999)}.jpg — 100 %`, w * 0.02, h * 0.04);
};

export const SURFACES: Readonly<Record<Background, Surface>> = {
  plain,
  wood,
  cloth,
  keyboard,
  stone,
  hand,
  pattern,
  newsprint,
  screen,
  clutter: (g, w, h, random) => {
    (random.chance(0.5) ? wood : plain)(g, w, h, random);
    clutter(g, w, h, random);
  },
  white: (g, w, h) => fill(g, w, h, '#fbfbfa'),
};
