import { font } from '../fonts.ts';
import { fill, grain, hsl, type Surface } from './paint.ts';

/** Words of a newspaper that says nothing. */
const NEWS = [
  'morning markets open',
  'rain in the north',
  'the harbour bridge',
  'a quiet season',
  'results and tables',
  'letters to us',
];

export const keyboard: Surface = (g, w, h, random) => {
  const dark = random.chance(0.7);
  fill(g, w, h, dark ? '#1b1c1f' : '#c9cbce');
  const key = w / random.range(8, 15);
  g.save();
  g.translate(w / 2, h / 2);
  g.rotate(random.range(-0.3, 0.3));
  g.font = font('sans', key * 0.28);
  for (let row = -8; row < 9; row++)
    for (let col = -13; col < 14; col++) {
      const x = (col + (row % 3) * 0.3) * key;
      const y = row * key;
      g.fillStyle = dark ? hsl(220, 6, random.range(14, 20)) : hsl(220, 6, random.range(88, 95));
      g.beginPath();
      g.roundRect(x + key * 0.05, y + key * 0.05, key * 0.9, key * 0.9, key * 0.12);
      g.fill();
      g.fillStyle = dark ? '#d8dade' : '#33353a';
      g.fillText(String.fromCharCode(65 + random.int(0, 25)), x + key * 0.18, y + key * 0.42);
    }
  g.restore();
};

/** Tiles, stripes or dots in two or three strong colours: many straight edges that are no card. */
export const pattern: Surface = (g, w, h, random) => {
  const hue = random.range(0, 360);
  const colors = [0, 1, 2].map((i) =>
    hsl(hue + i * random.range(20, 140), random.range(15, 65), random.range(20, 85)),
  );
  fill(g, w, h, colors[0]!);
  const size = random.range(0.03, 0.16) * w;
  const kind = random.pick(['tiles', 'stripes', 'dots', 'check'] as const);
  g.save();
  g.translate(w / 2, h / 2);
  g.rotate(random.range(0, 1.6));
  for (let row = Math.floor(-w / size); row < w / size; row++)
    for (let col = Math.floor(-w / size); col < w / size; col++) {
      const [x, y] = [col * size, row * size];
      g.fillStyle = colors[kind === 'stripes' ? Math.abs(col) % 2 : Math.abs(col + row) % 3]!;
      if (kind === 'tiles') g.fillRect(x, y, size * 0.94, size * 0.94);
      else if (kind === 'dots') {
        g.beginPath();
        g.arc(x, y, size * 0.3, 0, 6.3);
        g.fill();
      } else g.fillRect(x, y, size + 1, size + 1);
    }
  g.restore();
  grain(g, w, h, random, 0.06);
};

export const newsprint: Surface = (g, w, h, random) => {
  fill(g, w, h, hsl(random.range(35, 55), random.range(5, 25), random.range(75, 92)));
  g.save();
  g.translate(w / 2, h / 2);
  g.rotate(random.range(-0.5, 0.5));
  const column = w * random.range(0.18, 0.32);
  const line = h * random.range(0.018, 0.03);
  g.fillStyle = '#2d2c2a';
  for (let x = -w; x < w; x += column)
    for (let y = -h; y < h; y += line) {
      if (random.chance(0.03)) {
        g.font = font('serif-bold', line * 2);
        g.fillText(NEWS[random.int(0, NEWS.length - 1)]!, x, y + line, column * 0.92);
        y += line * 1.6;
      } else {
        g.font = font('serif', line * 0.8);
        g.fillText(`${random.pick(NEWS)} ${random.pick(NEWS)}`, x, y, column * 0.92);
      }
    }
  g.restore();
};
