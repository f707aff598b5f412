import { createCanvas } from '@napi-rs/canvas';
import type { Quad } from '#src/contract/index.ts';
import type { Context } from '../draw/pen.ts';
import type { Random } from '../random.ts';
import type { Shot } from './shot.ts';
import { SURFACES } from './surfaces.ts';

/** Surfaces are drawn at this share of the photo's size: they lie a little out of focus, and it saves time. */
const SCALE = 0.5;

/**
 * The picture without the card: a surface, and the shadow that the card throws on it.
 * @returns RGBA, `width * height * 4` bytes
 */
export function drawBackground(shot: Shot, card: Quad, random: Random): Uint8ClampedArray {
  const { background: kind, width, height } = shot;
  const small = createCanvas(Math.ceil(width * SCALE), Math.ceil(height * SCALE));
  const s = small.getContext('2d');
  SURFACES[kind](s, small.width, small.height, random);
  const canvas = createCanvas(width, height);
  const g = canvas.getContext('2d');
  g.drawImage(small, 0, 0, width, height);
  if (kind !== 'screen' && !shot.empty) shadowOf(g, card, kind === 'white' ? 0.25 : 1, random);
  return g.getImageData(0, 0, width, height).data;
}

function shadowOf(g: Context, card: Quad, strength: number, random: Random): void {
  const size = Math.hypot(card[1][0] - card[0][0], card[1][1] - card[0][1]);
  g.save();
  g.shadowColor = `rgba(0,0,0,${(random.range(0.3, 0.7) * strength).toFixed(2)})`;
  g.shadowBlur = size * random.range(0.008, 0.03);
  const angle = random.range(0, 6.28);
  g.shadowOffsetX = Math.cos(angle) * size * 0.006;
  g.shadowOffsetY = Math.sin(angle) * size * 0.006;
  g.fillStyle = '#555';
  const cx = card.reduce((sum, p) => sum + p[0], 0) / 4;
  const cy = card.reduce((sum, p) => sum + p[1], 0) / 4;
  g.beginPath();
  // A little smaller than the card, or its square corners would stand out behind the round ones.
  for (const [x, y] of card) g.lineTo(cx + (x - cx) * 0.975, cy + (y - cy) * 0.975);
  g.closePath();
  g.fill();
  g.restore();
}
