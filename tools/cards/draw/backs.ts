import type { Random } from '../random.ts';
import type { Card } from '../types.ts';
import { waves } from './guilloche.ts';
import { specimen } from './overprint.ts';
import { blankCard, type Context, CARD_HEIGHT as H, text, toCard, CARD_WIDTH as W } from './pen.ts';

const URDU = [
  'شناختی کارڈ گم ہونے کی صورت میں',
  'موجودہ پتہ',
  'مستقل پتہ',
  'محلہ شمالی گلی نمبر',
  'قریبی دفتر میں جمع کروائیں',
];

/** The back of a card: the same colours, a number even, and yet nothing that a reader of fronts may accept. */
export function back(random: Random): Card {
  const { canvas, g } = blankCard();
  if (random.chance(0.5)) malaysian(g, random);
  else pakistani(g, random);
  specimen(g, { x: 0.5, y: 0.12, cap: 0.07, angle: 0, alpha: 0.7 }, '#b3202c');
  return toCard(canvas, { country: null, kind: 'back', message: null, printed: null, fields: {} });
}

const digits = (random: Random, form: string) => form.replace(/#/g, () => String(random.int(0, 9)));

function malaysian(g: Context, random: Random): void {
  g.fillStyle = '#b5dcea';
  g.fillRect(0, 0, W, H);
  waves(g, W, H, random, { colors: ['#2f8fc4', '#5a7fc0'], lines: 110, alpha: 0.35, lineWidth: 3 });
  const style = { face: 'sans-bold', cap: H * 0.034, color: '#15181f' } as const;
  text(g, 'PENDAFTARAN NEGARA (CONTOH)', W * 0.06, H * 0.28, style);
  text(g, `${digits(random, '8#0#1#-14-5###')}-0${random.int(1, 4)}-01`, W * 0.5, H * 0.92, style);
  text(g, '80K CHIP', W * 0.06, H * 0.92, style);
  g.fillStyle = '#efe9d6';
  g.fillRect(W * 0.06, H * 0.36, W * 0.5, H * 0.4);
  barcode(g, random, W * 0.62, H * 0.4, W * 0.3, H * 0.16);
}

function pakistani(g: Context, random: Random): void {
  g.fillStyle = '#e6efd9';
  g.fillRect(0, 0, W, H);
  waves(g, W, H, random, { colors: ['#6fae7d', '#b7b98a'], lines: 100, alpha: 0.3, lineWidth: 2.5 });
  for (let i = 0; i < 4; i++)
    text(g, random.pick(URDU), W * 0.94, H * (0.28 + i * 0.12), {
      face: 'urdu',
      cap: H * 0.036,
      color: '#17201b',
      align: 'right',
    });
  text(g, digits(random, '3####-#######-#'), W * 0.4, H * 0.9, {
    face: 'calm-bold',
    cap: H * 0.036,
    color: '#17201b',
  });
  const cell = W * 0.01;
  g.fillStyle = '#111';
  for (let y = 0; y < 24; y++)
    for (let x = 0; x < 24; x++)
      if (random.chance(0.5)) g.fillRect(W * 0.06 + x * cell, H * 0.3 + y * cell, cell + 0.5, cell + 0.5);
  barcode(g, random, W * 0.06, H * 0.78, W * 0.26, H * 0.14);
}

function barcode(g: Context, random: Random, x: number, y: number, w: number, h: number): void {
  g.fillStyle = '#121212';
  for (let at = 0; at < w; ) {
    const bar = random.range(3, 12);
    g.fillRect(x + at, y, Math.min(bar, w - at), h);
    at += bar + random.range(3, 12);
  }
}
