import type { Random } from '../random.ts';
import type { Box } from '../types.ts';
import type { Context } from './pen.ts';

export interface PortraitOptions {
  readonly woman: boolean;
  readonly covered: boolean;
  readonly grey: boolean;
  readonly backdrop: string;
}

const SKIN = ['#e7bd94', '#d9a679', '#c68f62', '#a8714a', '#edc9a5', '#8a5a3a'];
const HAIR = ['#17130f', '#251a12', '#3a2a1d', '#5b5652'];
const CLOTH = ['#2f4a6d', '#6d2f3d', '#31574a', '#4b4453', '#8a8f98', '#1f2226', '#b9a27c', '#7a4f86'];

/** A cartoon face, head and shoulders, inside `box` (px). It resembles nobody. */
export function portrait(g: Context, box: Box, random: Random, options: PortraitOptions): void {
  g.save();
  if (options.grey) g.filter = 'grayscale(1)';
  g.translate(box.x, box.y);
  g.scale(box.w / 100, box.h / 125);
  g.beginPath();
  g.rect(0, 0, 100, 125);
  g.clip();
  g.fillStyle = options.backdrop;
  g.fillRect(0, 0, 100, 125);
  const skin = random.pick(SKIN);
  const hair = random.pick(HAIR);
  const cloth = random.pick(CLOTH);
  const veil = random.pick(CLOTH);
  const wide = random.range(21, 25);
  const long = random.range(28, 32);
  const cx = 50 + random.range(-2, 2);
  const cy = 56 + random.range(-3, 3);
  const ellipse = (x: number, y: number, rx: number, ry: number, color: string) => {
    g.fillStyle = color;
    g.beginPath();
    g.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    g.fill();
  };
  if (options.woman && options.covered) ellipse(cx, cy + 4, wide + 10, long + 13, veil);
  else if (options.woman) ellipse(cx, cy + 8, wide + 7, long + 16, hair);
  g.fillStyle = cloth;
  g.beginPath();
  g.moveTo(0, 130);
  g.bezierCurveTo(8, 96, 30, 96, cx, 94);
  g.bezierCurveTo(70, 96, 92, 96, 100, 130);
  g.fill();
  g.fillStyle = skin;
  g.fillRect(cx - 10, cy + 20, 20, 24);
  if (options.woman && options.covered) {
    g.fillStyle = veil;
    g.beginPath();
    g.moveTo(cx - wide - 9, cy + 10);
    g.bezierCurveTo(cx - 36, 118, cx - 20, 128, cx, 128);
    g.bezierCurveTo(cx + 20, 128, cx + 36, 118, cx + wide + 9, cy + 10);
    g.fill();
  } else ellipse(cx, cy + 30, 10, 8, skin);
  if (!options.woman) ellipse(cx, cy - 8, wide + 2, long, hair);
  ellipse(cx - wide, cy + 2, 4, 7, skin);
  ellipse(cx + wide, cy + 2, 4, 7, skin);
  const face = g.createLinearGradient(cx - wide, 0, cx + wide, 0);
  face.addColorStop(0, skin);
  face.addColorStop(0.6, skin);
  face.addColorStop(1, 'rgba(70,35,15,.9)');
  ellipse(cx, cy + 2, wide, long, skin);
  g.globalAlpha = 0.25;
  g.fillStyle = face;
  g.fill();
  g.globalAlpha = 1;
  if (!options.woman && options.covered) {
    g.fillStyle = '#16161a';
    g.beginPath();
    g.moveTo(cx - wide - 2, cy - 14);
    g.lineTo(cx - wide + 2, cy - 38);
    g.quadraticCurveTo(cx, cy - 44, cx + wide - 2, cy - 38);
    g.lineTo(cx + wide + 2, cy - 14);
    g.quadraticCurveTo(cx, cy - 20, cx - wide - 2, cy - 14);
    g.fill();
  } else if (!(options.woman && options.covered)) {
    g.fillStyle = hair;
    g.beginPath();
    g.ellipse(cx, cy - 10, wide + 2, long - 8, 0, Math.PI * 0.98, Math.PI * 2.02);
    g.quadraticCurveTo(cx + random.range(-12, 12), cy - 24, cx - wide - 1, cy - 10);
    g.fill();
  }
  for (const side of [-1, 1]) {
    ellipse(cx + side * 9, cy, 4, 2.1, '#f7f3ee');
    ellipse(cx + side * 9, cy, 2, 2.1, '#22160f');
    g.strokeStyle = hair;
    g.lineWidth = random.range(1.4, 2.2);
    g.beginPath();
    g.moveTo(cx + side * 4, cy - 6);
    g.quadraticCurveTo(cx + side * 9, cy - 8.5, cx + side * 14, cy - 5.5);
    g.stroke();
  }
  if (random.chance(0.25)) {
    g.strokeStyle = '#2a2522';
    g.lineWidth = 1.2;
    for (const side of [-1, 1]) {
      g.beginPath();
      g.roundRect(cx + side * 9 - 6.5, cy - 4.5, 13, 9.5, 4);
      g.stroke();
    }
    g.beginPath();
    g.moveTo(cx - 2.5, cy - 1);
    g.lineTo(cx + 2.5, cy - 1);
    g.stroke();
  }
  g.strokeStyle = 'rgba(80,40,20,.55)';
  g.lineWidth = 1.4;
  g.beginPath();
  g.moveTo(cx + 1, cy + 2);
  g.quadraticCurveTo(cx + 4.5, cy + 10, cx - 2, cy + 11);
  g.stroke();
  g.strokeStyle = options.woman ? '#a34a4c' : '#8d4a3e';
  g.lineWidth = 2;
  g.beginPath();
  g.moveTo(cx - 7, cy + 18);
  g.quadraticCurveTo(cx, cy + 18 + random.range(1, 4), cx + 7, cy + 18);
  g.stroke();
  if (!options.woman && random.chance(0.45)) {
    g.globalAlpha = 0.8;
    g.strokeStyle = hair;
    g.lineWidth = 3;
    g.beginPath();
    g.moveTo(cx - 8, cy + 15.5);
    g.quadraticCurveTo(cx, cy + 13, cx + 8, cy + 15.5);
    g.stroke();
  }
  g.restore();
}
