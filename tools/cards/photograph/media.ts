import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Random } from '../random.ts';
import type { Card } from '../types.ts';

/** A photocopy of the card: grey, hard, with specks. Outside the corners the copy shows paper. */
export function photocopy(card: Card, random: Random): Card {
  const rgba = new Uint8ClampedArray(card.rgba);
  const steep = random.range(1.3, 2.1);
  const middle = random.range(105, 140);
  for (let i = 0; i < rgba.length; i += 4) {
    const grey = rgba[i]! * 0.35 + rgba[i + 1]! * 0.5 + rgba[i + 2]! * 0.15;
    const value = (grey - middle) * steep + middle + 40;
    rgba[i] = value;
    rgba[i + 1] = value;
    rgba[i + 2] = value;
  }
  for (let k = random.int(40, 400); k > 0; k--) {
    const x = random.int(0, card.width - 4);
    const y = random.int(0, card.height - 4);
    const size = random.int(1, 3);
    for (let dy = 0; dy < size; dy++)
      for (let dx = 0; dx < size; dx++)
        rgba.fill(30, ((y + dy) * card.width + x + dx) * 4, ((y + dy) * card.width + x + dx) * 4 + 3);
  }
  return { ...card, rgba: outlined({ ...card, rgba }, random) };
}

/** The copier's lamp leaves a line where the card's edge stood off the glass, on some sides more than on others. */
function outlined({ rgba, width: w, height: h }: Card, random: Random): Uint8ClampedArray {
  const canvas = createCanvas(w, h);
  const g = canvas.getContext('2d');
  g.putImageData(new ImageData(rgba, w, h), 0, 0);
  g.globalCompositeOperation = 'source-atop';
  const line = g.createLinearGradient(0, 0, w, h);
  line.addColorStop(0, `rgba(30,30,30,${random.range(0, 0.9).toFixed(2)})`);
  line.addColorStop(1, `rgba(30,30,30,${random.range(0, 0.9).toFixed(2)})`);
  g.strokeStyle = line;
  g.lineWidth = random.range(4, 12);
  g.beginPath();
  g.roundRect(1, 1, w - 2, h - 2, w * 0.037);
  g.stroke();
  return g.getImageData(0, 0, w, h).data;
}

/** A card that was carried for years: scratches, a rubbed edge, some dirt. */
export function wear(card: Card, strength: number, random: Random): Card {
  const { width: w, height: h } = card;
  const canvas = createCanvas(w, h);
  const g = canvas.getContext('2d');
  g.putImageData(new ImageData(card.rgba, w, h), 0, 0);
  g.globalCompositeOperation = 'source-atop';
  for (let i = Math.round(40 * strength); i > 0; i--) {
    const [x, y] = [random.range(0, w), random.range(0, h)];
    const angle = random.range(-0.6, 0.6);
    const length = random.range(0.02, 0.3) * w;
    g.strokeStyle = `rgba(${random.chance(0.7) ? '255,255,255' : '60,50,40'},${random.range(0.1, 0.4).toFixed(2)})`;
    g.lineWidth = random.range(0.8, 2.5);
    g.beginPath();
    g.moveTo(x, y);
    g.quadraticCurveTo(
      x + length / 2,
      y + random.range(-9, 9),
      x + length * Math.cos(angle),
      y + length * Math.sin(angle),
    );
    g.stroke();
  }
  for (let i = Math.round(12 * strength); i > 0; i--) {
    const r = random.range(0.01, 0.06) * w;
    const [x, y] = [random.range(0, w), random.chance(0.5) ? random.range(0, h) : random.pick([0, h])];
    const spot = g.createRadialGradient(x, y, 0, x, y, r);
    spot.addColorStop(0, `rgba(90,75,50,${random.range(0.08, 0.25).toFixed(2)})`);
    spot.addColorStop(1, 'rgba(90,75,50,0)');
    g.fillStyle = spot;
    g.fillRect(x - r, y - r, 2 * r, 2 * r);
  }
  return { ...card, rgba: g.getImageData(0, 0, w, h).data };
}
