import type { Random } from '../random.ts';
import type { Card } from '../types.ts';
import { waves } from './guilloche.ts';
import { specimen } from './overprint.ts';
import { chip, star } from './parts.ts';
import { blankCard, CARD_HEIGHT as H, text, toCard, CARD_WIDTH as W } from './pen.ts';
import { portrait } from './portrait.ts';

const NAMES = ['MIRA TAN', 'OLEG PETROV', 'SITI NADIRA', 'AHMED KHALIL', 'LUCIA FERRARI', 'JONAS BERG'];
const SCHOOLS = ['UNIVERSITI CONTOH', 'KOLEJ BIRU', 'NORTHFIELD COLLEGE', 'CITY LIBRARY'];
const REALMS = ['REPUBLIC OF ARDENIA', 'KINGDOM OF VESMAR', 'FEDERATION OF OROS', 'NEGARA SAMUDERA'];

const face = (random: Random) => ({
  woman: random.chance(0.5),
  covered: random.chance(0.3),
  grey: random.chance(0.3),
  backdrop: random.pick(['#dfe8ee', '#cfe0f2', '#f1eee6']),
});
const digits = (random: Random, pattern: string) => pattern.replace(/#/g, () => String(random.int(0, 9)));

/** A student's or library card; some are as blue as a MyKad and have a chip. */
export function student(random: Random): Card {
  const { canvas, g } = blankCard();
  const hue = random.chance(0.5) ? random.range(185, 215) : random.range(0, 360);
  g.fillStyle = `hsl(${hue},50%,82%)`;
  g.fillRect(0, 0, W, H);
  waves(g, W, H, random, { colors: [`hsl(${hue},55%,50%)`], lines: 60, alpha: 0.25, lineWidth: 3 });
  const ink = '#10141c';
  text(g, random.pick(SCHOOLS), W * 0.05, H * 0.13, {
    face: 'sans-bold',
    cap: H * 0.065,
    color: ink,
    maxWidth: W * 0.6,
  });
  text(g, random.pick(['KAD PELAJAR', 'STUDENT CARD', 'MEMBER']), W * 0.05, H * 0.21, {
    face: 'sans',
    cap: H * 0.04,
    color: ink,
  });
  if (random.chance(0.5)) chip(g, W * 0.1, H * 0.32, W * 0.155, H * 0.22, random);
  const left = random.chance(0.3);
  portrait(g, { x: W * (left ? 0.38 : 0.68), y: H * 0.28, w: W * 0.26, h: H * 0.52 }, random, face(random));
  const style = { face: 'sans-bold', cap: H * 0.042, color: ink, maxWidth: W * 0.5 } as const;
  text(g, random.pick(NAMES), W * 0.05, H * 0.7, style);
  text(g, digits(random, random.pick(['A########', '20######', '######-##'])), W * 0.05, H * 0.78, style);
  text(g, random.pick(['FACULTY OF ARTS', 'FAKULTI SAINS', 'VALID TO 2027']), W * 0.05, H * 0.86, style);
  specimen(g, { x: 0.5, y: 0.92, cap: 0.06, angle: 0, alpha: 0.7 }, '#b3202c');
  return toCard(canvas, { country: null, kind: 'student', message: null, printed: null, fields: {} });
}

/** The page of a passport that bears the portrait, with its two machine-readable lines. */
export function passport(random: Random): Card {
  const [w, h] = [W, Math.round(W * 0.704)];
  const { canvas, g } = blankCard(w, h, 40);
  const hue = random.range(0, 360);
  g.fillStyle = `hsl(${hue},30%,90%)`;
  g.fillRect(0, 0, w, h);
  waves(g, w, h, random, { colors: [`hsl(${hue},45%,55%)`], lines: 80, alpha: 0.3, lineWidth: 2 });
  const [surname = '', given = ''] = random.pick(NAMES).split(' ').reverse();
  const label = { face: 'sans', cap: h * 0.016, color: '#444' } as const;
  const value = { face: 'sans-bold', cap: h * 0.026, color: '#141414' } as const;
  text(g, random.pick(REALMS), w * 0.06, h * 0.08, { ...value, cap: h * 0.035 });
  text(g, 'PASSPORT  SPECIMEN', w * 0.62, h * 0.08, { ...value, cap: h * 0.03 });
  portrait(g, { x: w * 0.06, y: h * 0.15, w: w * 0.26, h: h * 0.48 }, random, face(random));
  const number = digits(random, 'X########');
  const rows = [
    ['Surname', surname],
    ['Given names', given],
    ['Passport No.', number],
    ['Date of birth', digits(random, '1# JAN 19##')],
    ['Sex', random.pick(['M', 'F'])],
    ['Date of expiry', digits(random, '1# MAR 203#')],
  ] as const;
  for (const [i, [name, line]] of rows.entries()) {
    text(g, name, w * 0.37, h * (0.17 + i * 0.085), label);
    text(g, line, w * 0.37, h * (0.21 + i * 0.085), value);
  }
  const zone = { face: 'sans', cap: h * 0.03, color: '#111', tracking: 12, maxWidth: w * 0.88 } as const;
  text(g, `P<XXX${surname}<<${given}`.padEnd(44, '<'), w * 0.06, h * 0.85, zone);
  text(g, `${number}<0XXX${digits(random, '#######M#######')}`.padEnd(44, '<'), w * 0.06, h * 0.93, zone);
  return toCard(canvas, { country: null, kind: 'passport', message: null, printed: null, fields: {} });
}

/** An identity card of a country that does not exist. */
export function foreign(random: Random): Card {
  const { canvas, g } = blankCard();
  const hue = random.range(60, 240);
  g.fillStyle = `hsl(${hue},35%,86%)`;
  g.fillRect(0, 0, W, H);
  waves(g, W, H, random, {
    colors: [`hsl(${hue},50%,50%)`, `hsl(${hue + 40},40%,60%)`],
    lines: 90,
    alpha: 0.3,
    lineWidth: 2.5,
  });
  const ink = '#13201a';
  text(g, random.pick(REALMS), W * 0.2, H * 0.1, { face: 'sans-bold', cap: H * 0.052, color: ink });
  text(g, 'IDENTITY CARD', W * 0.2, H * 0.17, { face: 'serif', cap: H * 0.04, color: ink });
  g.fillStyle = `hsl(${hue + 120},55%,40%)`;
  star(g, W * 0.11, H * 0.13, H * 0.085, random.int(5, 9), 0.45);
  const right = random.chance(0.5);
  portrait(g, { x: W * (right ? 0.7 : 0.05), y: H * 0.26, w: W * 0.25, h: H * 0.5 }, random, face(random));
  if (random.chance(0.4)) chip(g, W * (right ? 0.06 : 0.8), H * 0.32, W * 0.14, H * 0.2, random);
  const x = W * (right ? 0.28 : 0.35);
  const rows = [
    ['Name', random.pick(NAMES)],
    ['Identity No.', digits(random, random.pick(['###-####-#######-#', '#########', '## ## ## ####']))],
    ['Date of birth', digits(random, '1#.0#.19##')],
    ['Nationality', 'SPECIMEN'],
    ['Date of expiry', digits(random, '1#.0#.203#')],
  ] as const;
  for (const [i, [label, value]] of rows.entries()) {
    text(g, label, x, H * (0.29 + i * 0.125), { face: 'calm', cap: H * 0.024, color: ink });
    text(g, value, x, H * (0.345 + i * 0.125), {
      face: 'calm-bold',
      cap: H * 0.038,
      color: ink,
      maxWidth: W * 0.38,
    });
  }
  specimen(g, { x: 0.5, y: 0.5, cap: 0.1, angle: -0.3, alpha: 0.3 }, '#b3202c');
  return toCard(canvas, { country: null, kind: 'foreign', message: null, printed: null, fields: {} });
}
