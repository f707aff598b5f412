/** Contact sheet: `node tools/cards/preview.ts OUT.png [cards|photos|negatives] [count] [first seed] [my|pk] [scan|good|hard]`. */
import { writeFileSync } from 'node:fs';
import { createCanvas, ImageData, loadImage } from '@napi-rs/canvas';
import { drawCard, type Level, negative, photograph } from './index.ts';

const [out = 'preview.png', what = 'photos', count = '12', first = '0', country = '', level = 'good'] =
  process.argv.slice(2);
const cell = what === 'cards' ? [660, 416] : [660, 500];
const n = Number(count);
const columns = Math.min(3, n);
const sheet = createCanvas(columns * cell[0]!, Math.ceil(n / columns) * cell[1]!);
const g = sheet.getContext('2d');
for (let i = 0; i < n; i++) {
  const seed = Number(first) + i;
  const start = performance.now();
  const card =
    what === 'negatives' ? negative(seed) : drawCard(seed, country ? { country: country as 'my' } : {});
  const drawn = performance.now();
  const [x, y] = [(i % columns) * cell[0]!, Math.floor(i / columns) * cell[1]!];
  let about = '';
  if (what === 'cards') {
    const one = createCanvas(card.width, card.height);
    one.getContext('2d').putImageData(new ImageData(card.rgba, card.width, card.height), 0, 0);
    g.drawImage(one, x + 4, y + 2, 652, 411);
  } else {
    const photo = await photograph(card, seed, { level: level as Level });
    about = `photo ${(performance.now() - drawn).toFixed(0)} ms, ${photo.jpeg.length >> 10} KB, ${JSON.stringify(photo.truth.parameters)}`;
    const image = await loadImage(photo.jpeg);
    const scale = Math.min(654 / image.width, 494 / image.height);
    g.drawImage(image, x, y, image.width * scale, image.height * scale);
    g.strokeStyle = '#f0f';
    g.beginPath();
    for (const [px, py] of photo.truth.quad) g.lineTo(x + px * scale, y + py * scale);
    g.closePath();
    g.stroke();
  }
  process.stdout.write(`${card.kind} drawn ${(drawn - start).toFixed(0)} ms ${about}\n`);
}
writeFileSync(out, await sheet.encode('png'));
