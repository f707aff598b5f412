import { createCanvas } from '@napi-rs/canvas';
import { clutter } from '../photograph/clutter.ts';
import type { Random } from '../random.ts';
import type { Card } from '../types.ts';
import { text, toCard } from './pen.ts';

const GOODS = 'Rice 5kg|Milk|Tea bags|Soap|Bread|Eggs 10|Oil 1L|Sugar|Noodles|Coffee|Batteries|Apples'.split(
  '|',
);
const SENTENCES =
  'The meeting was moved to Thursday afternoon.|Please keep this page with your papers.|Orders leave the store before noon.|A copy may be asked for at the counter.|Nothing on this page is about anyone.|See the second part for the fees.|Return the form in the envelope.'.split(
    '|',
  );

const sheet = (width: number, height: number, color: string) => {
  const canvas = createCanvas(width, height);
  const g = canvas.getContext('2d');
  g.fillStyle = color;
  g.fillRect(0, 0, width, height);
  return { canvas, g };
};

export function receipt(random: Random): Card {
  const rows = random.int(6, 14);
  const [w, h] = [1000, 620 + rows * 60];
  const { canvas, g } = sheet(w, h, '#f7f6f1');
  const ink = '#2b2b2b';
  const style = { face: 'sans', cap: 26, color: ink } as const;
  text(g, 'KEDAI CONTOH (SPECIMEN)', w / 2, 110, { ...style, cap: 38, align: 'center' });
  text(g, `${random.int(1, 99)} JALAN CONTOH`, w / 2, 170, { ...style, align: 'center' });
  text(
    g,
    `${random.int(10, 28)}/0${random.int(1, 9)}/2025  ${random.int(10, 22)}:${random.int(10, 59)}`,
    70,
    260,
    style,
  );
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const price = random.int(100, 4000);
    sum += price;
    text(g, random.pick(GOODS), 70, 340 + i * 60, style);
    text(g, (price / 100).toFixed(2), w - 70, 340 + i * 60, { ...style, align: 'right' });
  }
  text(g, 'TOTAL', 70, 400 + rows * 60, { ...style, cap: 40 });
  text(g, (sum / 100).toFixed(2), w - 70, 400 + rows * 60, { ...style, cap: 40, align: 'right' });
  text(g, 'THANK YOU / TERIMA KASIH', w / 2, 500 + rows * 60, { ...style, align: 'center' });
  return toCard(canvas, { country: null, kind: 'receipt', message: null, printed: null, fields: {} });
}

export function page(random: Random): Card {
  const [w, h] = [1500, 2120];
  const { canvas, g } = sheet(w, h, random.pick(['#fbfbf8', '#f4f1e6', '#eef2f6']));
  const face = random.pick(['serif', 'sans', 'calm'] as const);
  text(g, random.pick(['NOTICE', 'Terms of use', 'Minutes', 'Application, part 2']), 130, 220, {
    face,
    cap: 52,
    color: '#1d1f24',
  });
  text(g, 'SPECIMEN', w - 130, 120, { face: 'sans', cap: 26, color: '#b3202c', align: 'right' });
  for (let y = 340; y < h - 160; y += 62)
    if (random.chance(0.88))
      text(g, `${random.pick(SENTENCES)} ${random.pick(SENTENCES)}`, 130, y, {
        face,
        cap: 24,
        color: '#23262c',
        maxWidth: w - 260,
      });
  return toCard(canvas, { country: null, kind: 'page', message: null, printed: null, fields: {} });
}

/** A desk without any card: the picture is the whole frame. */
export function scene(random: Random): Card {
  const [w, h] = random.chance(0.7) ? [1600, 1200] : [1200, 1600];
  const { canvas, g } = sheet(
    w,
    h,
    `hsl(${random.range(0, 60)},${random.range(5, 40)}%,${random.range(20, 75)}%)`,
  );
  clutter(g, w, h, random);
  if (random.chance(0.5)) clutter(g, w, h, random);
  return toCard(canvas, { country: null, kind: 'scene', message: null, printed: null, fields: {} });
}
