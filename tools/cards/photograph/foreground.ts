import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Point, Quad } from '#src/contract/index.ts';
import type { Context } from '../draw/pen.ts';
import type { Random } from '../random.ts';
import { project, squareToQuad } from './geometry.ts';
import type { Raster } from './raster.ts';
import type { Shot } from './shot.ts';

/** A place on the card's edge where a thumb hides no field: its tip, and which way is out (card fractions). */
const GRIPS: Readonly<Record<Exclude<Shot['grip'], 'none'>, { tip: Point; out: Point }>> = {
  left: { tip: [0.075, 0.46], out: [-1, 0.15] },
  right: { tip: [0.955, 0.5], out: [1, 0.2] },
  top: { tip: [0.66, 0.085], out: [0.15, -1] },
};
/** A thumb is about 19 mm wide, a card 54 mm high. */
const THUMB = 0.3;

/** Draws what is in front of the card, a plastic sleeve and a thumb, where the shot has them. */
export function drawForeground(photo: Raster, shot: Shot, card: Quad, random: Random): Raster {
  if (shot.grip === 'none' && shot.sleeve === 0) return photo;
  const { width, height } = photo;
  const canvas = createCanvas(width, height);
  const g = canvas.getContext('2d');
  g.putImageData(new ImageData(photo.data, width, height), 0, 0);
  if (shot.sleeve > 0) sleeve(g, card, shot.sleeve, random);
  if (shot.grip !== 'none') thumb(g, card, shot.grip, random);
  return { width, height, data: g.getImageData(0, 0, width, height).data };
}

function sleeve(g: Context, card: Quad, strength: number, random: Random): void {
  const map = squareToQuad(card);
  const trace = (points: readonly Point[]) => {
    g.beginPath();
    for (const [u, v] of points) g.lineTo(...project(map, u, v));
    g.closePath();
  };
  const air = random.range(0.02, 0.05);
  const outline: Point[] = [
    [-air, -air],
    [1 + air, -air],
    [1 + air, 1 + air * 1.6],
    [-air, 1 + air * 1.6],
  ];
  g.save();
  trace(outline);
  g.fillStyle = `rgba(255,255,255,${(0.1 * strength).toFixed(3)})`;
  g.fill();
  g.strokeStyle = `rgba(255,255,255,${(0.7 * strength).toFixed(3)})`;
  g.lineWidth = 2.5;
  g.stroke();
  g.clip();
  for (let i = random.int(2, 5); i > 0; i--) {
    const u = random.range(-0.2, 1);
    const w = random.range(0.02, 0.16);
    const lean = random.range(0.15, 0.5);
    trace([
      [u, -0.1],
      [u + w, -0.1],
      [u + w + lean, 1.1],
      [u + lean, 1.1],
    ]);
    g.fillStyle = `rgba(255,255,255,${(random.range(0.04, 0.22) * strength).toFixed(3)})`;
    g.fill();
  }
  g.restore();
}

/** Long enough to leave any frame. */
const REACH = 9000;

function thumb(g: Context, card: Quad, grip: keyof typeof GRIPS, random: Random): void {
  const map = squareToQuad(card);
  const { tip, out } = GRIPS[grip];
  const [tx, ty] = project(map, tip[0], tip[1]);
  const [ox, oy] = project(map, tip[0] + out[0] * 0.2, tip[1] + out[1] * 0.2);
  const length = Math.hypot(ox - tx, oy - ty);
  const height = Math.hypot(card[3][0] - card[0][0], card[3][1] - card[0][1]);
  const w = height * THUMB * random.range(0.85, 1.05);
  const tone = random.range(30, 74);
  const hue = random.range(16, 27);
  const skin = (l: number) => `hsl(${hue.toFixed(0)},38%,${(tone + l).toFixed(0)}%)`;
  g.save();
  g.translate(tx, ty);
  g.rotate(Math.atan2((oy - ty) / length, (ox - tx) / length));
  g.shadowColor = 'rgba(0,0,0,.4)';
  g.shadowBlur = w * 0.12;
  const round = g.createLinearGradient(0, -w / 2, 0, w / 2);
  for (const [at, l] of [
    [0, -14],
    [0.3, 3],
    [0.6, 2],
    [1, -18],
  ] as const)
    round.addColorStop(at, skin(l));
  g.fillStyle = round;
  g.beginPath();
  g.roundRect(0, -w / 2, REACH, w, w * 0.5);
  g.fill();
  g.shadowColor = 'transparent';
  g.fillStyle = skin(9);
  g.beginPath();
  g.roundRect(w * 0.1, -w * 0.32, w * 0.72, w * 0.64, [w * 0.3, w * 0.12, w * 0.12, w * 0.3]);
  g.fill();
  g.strokeStyle = skin(-12);
  g.lineWidth = w * 0.02;
  g.stroke();
  for (const x of [1.35, 1.45]) {
    g.beginPath();
    g.moveTo(w * x, -w * 0.3);
    g.quadraticCurveTo(w * (x + 0.06), 0, w * x, w * 0.3);
    g.stroke();
  }
  g.restore();
}
