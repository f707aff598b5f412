import type { Random } from '../random.ts';
import type { Box, Card, MyPrinted, Person } from '../types.ts';
import { rosette, waves } from './guilloche.ts';
import { choosePlace, type OverprintPlace, specimen } from './overprint.ts';
import { chip, star } from './parts.ts';
import { blankCard, type Context, CARD_HEIGHT as H, text, toCard, CARD_WIDTH as W } from './pen.ts';
import { portrait } from './portrait.ts';
import { type Setting, wideSetting } from './setting.ts';

interface Palette {
  readonly ground: readonly [string, string, string];
  readonly lines: readonly string[];
  readonly plate: string;
  readonly backdrop: string;
}

const PALETTES: Readonly<Record<'mykad' | 'mypr' | 'mykas', Palette>> = {
  mykad: {
    ground: ['#bfe3ef', '#8ec9e4', '#d3ecee'],
    lines: ['#2f8fc4', '#49b3cf', '#5a7fc0', '#7fc6b6'],
    plate: '#1d4f9c',
    backdrop: '#cfe6f2',
  },
  mypr: {
    ground: ['#f3c6c0', '#e8a09b', '#f4dcd3'],
    lines: ['#c9564f', '#d98377', '#b9607f', '#e0a98b'],
    plate: '#8f2430',
    backdrop: '#f5ddd8',
  },
  mykas: {
    ground: ['#cfe8c3', '#a5d29b', '#e2efd2'],
    lines: ['#4d9a53', '#79b76a', '#4e9a86', '#a9bf63'],
    plate: '#1f6a3c',
    backdrop: '#dcefd6',
  },
};

/** Where issuers put the overprint; the later ones touch text, as some do. */
const OVERPRINTS: readonly (readonly [OverprintPlace, number])[] = [
  [{ x: 0.4, y: 0.42, cap: 0.075, angle: 0, alpha: 0.75 }, 4],
  [{ x: 0.8, y: 0.72, cap: 0.05, angle: 0, alpha: 0.85 }, 4],
  [{ x: 0.42, y: 0.5, cap: 0.1, angle: -0.22, alpha: 0.45 }, 3],
  [{ x: 0.5, y: 0.28, cap: 0.045, angle: 0, alpha: 0.8 }, 2],
  [{ x: 0.5, y: 0.56, cap: 0.17, angle: -0.42, alpha: 0.22 }, 1],
  [{ x: 0.56, y: 0.8, cap: 0.07, angle: -0.3, alpha: 0.4 }, 1],
];

/** Draws MyKad, MyPR or MyKAS, front. Every line's box lands in `fields` under its wire name. `clear`: the overprint touches no field. */
export function drawMy(person: Person, random: Random, clear = false, wide = false, ownSpaces = false): Card {
  const printed = person.printed as MyPrinted;
  const kind = person.kind as 'mykad' | 'mypr' | 'mykas';
  const { canvas, g } = blankCard();
  const newer = random.chance(0.6);
  ground(g, PALETTES[kind], random.fork('ground'));
  title(g, PALETTES[kind], kind, newer, random.fork('title'));
  flag(g, random.fork('flag'));
  chip(g, 0.1 * W, 0.325 * H, 0.16 * W, 0.235 * H, random.fork('chip'));
  pictures(g, PALETTES[kind], printed, newer, random.fork('face'));
  const setting = wide ? wideSetting(random.fork('setting'), ownSpaces) : null;
  const fields = lines(g, printed, random.fork('lines'), setting);
  const place = choosePlace(OVERPRINTS, fields, random.fork('specimen'), clear);
  specimen(g, place, random.pick(['#c3202f', '#c3202f', '#2a2f3a', '#ffffff']));
  return toCard(canvas, { country: 'my', kind, message: person.message, printed, fields });
}

function ground(g: Context, palette: Palette, random: Random): void {
  const wash = g.createLinearGradient(0, 0, W, H * random.range(0.3, 1.2));
  for (const [i, color] of palette.ground.entries()) wash.addColorStop(i / 2, color);
  g.fillStyle = wash;
  g.fillRect(0, 0, W, H);
  waves(g, W, H, random, {
    colors: palette.lines,
    lines: 110,
    alpha: random.range(0.22, 0.4),
    lineWidth: 2.6,
  });
  waves(g, W, H, random, { colors: palette.lines, lines: 60, alpha: random.range(0.12, 0.25), lineWidth: 5 });
  rosette(g, W * 0.36, H * 0.62, W * 0.24, random.int(7, 14), 26, palette.lines[2]!, random.range(0.15, 0.3));
  rosette(g, W * 0.82, H * 0.3, W * 0.16, random.int(5, 11), 16, '#ffffff', 0.35);
  const micro = 'MALAYSIA SPECIMEN '.repeat(12);
  for (let row = 0; row < 9; row++)
    text(g, micro, -30 - row * 23, H * (0.27 + row * 0.085), {
      face: 'sans',
      cap: 7,
      color: palette.lines[row % 4]!,
    });
}

function title(g: Context, palette: Palette, kind: string, newer: boolean, random: Random): void {
  const color = palette.plate;
  g.fillStyle = 'rgba(255,255,255,.28)';
  g.fillRect(W * 0.04, H * 0.025, W * 0.54, H * 0.2);
  const cap = H * random.range(0.055, 0.062);
  text(g, 'KAD PENGENALAN', W * 0.05, H * 0.09, { face: 'sans-bold', cap, color, maxWidth: W * 0.52 });
  text(g, 'MALAYSIA', W * 0.05, H * (newer ? 0.165 : 0.185), {
    face: 'serif-bold',
    cap: H * (newer ? 0.056 : 0.07),
    color,
    tracking: W * 0.012,
  });
  if (newer) text(g, 'IDENTITY CARD', W * 0.05, H * 0.212, { face: 'sans', cap: H * 0.03, color });
  const logo = kind === 'mykad' ? 'MyKad' : kind === 'mypr' ? 'MyPR' : 'MyKAS';
  text(g, logo, W * 0.665, H * 0.17, {
    face: 'sans-italic',
    cap: H * 0.075,
    color: random.pick(['#c8202e', palette.plate, '#1b3f87']),
    align: 'center',
    maxWidth: W * 0.15,
  });
}

/** Stripes with a blue canton, crescent and star: enough to look like a flag, not an emblem. */
function flag(g: Context, random: Random): void {
  const [x, y, w, h] = [W * 0.765, H * 0.035, W * 0.18, H * 0.175];
  g.save();
  g.globalAlpha = random.range(0.75, 1);
  for (let i = 0; i < 14; i++) {
    g.fillStyle = i % 2 ? '#f6f3ee' : '#c32034';
    g.fillRect(x, y + (h * i) / 14, w, h / 14 + 1);
  }
  g.fillStyle = '#1c2f74';
  g.fillRect(x, y, w * 0.52, (h * 8) / 14);
  g.fillStyle = '#f4c92e';
  star(g, x + w * 0.32, y + h * 0.29, h * 0.17, 11, 0.5);
  g.beginPath();
  g.arc(x + w * 0.17, y + h * 0.29, h * 0.19, 0.6, 5.7);
  g.arc(x + w * 0.21, y + h * 0.29, h * 0.15, 5.6, 0.7, true);
  g.fill();
  g.restore();
}

function pictures(g: Context, palette: Palette, printed: MyPrinted, newer: boolean, random: Random): void {
  const options = {
    woman: printed.gender === 'PEREMPUAN',
    covered: printed.islam && random.chance(printed.gender === 'PEREMPUAN' ? 0.85 : 0.3),
    grey: false,
    backdrop: palette.backdrop,
  };
  const seed = random.next();
  const box = { x: W * 0.655, y: H * 0.205, w: W * 0.3, h: H * 0.655 };
  g.save();
  g.shadowColor = 'rgba(255,255,255,.9)';
  g.shadowBlur = 40;
  g.fillStyle = 'rgba(255,255,255,.8)';
  g.fillRect(box.x + 12, box.y + 12, box.w - 24, box.h - 24);
  g.restore();
  g.save();
  g.beginPath();
  g.roundRect(box.x + 14, box.y + 14, box.w - 28, box.h - 28, 40);
  g.clip();
  portrait(g, box, random.fork(`face${seed}`), options);
  g.restore();
  if (!newer) return;
  g.save();
  g.globalAlpha = random.range(0.25, 0.45);
  portrait(g, { x: W * 0.485, y: H * 0.235, w: W * 0.155, h: H * 0.3 }, random.fork(`face${seed}`), {
    ...options,
    grey: true,
  });
  g.restore();
}

function lines(
  g: Context,
  printed: MyPrinted,
  random: Random,
  setting: Setting | null,
): Record<string, Box[]> {
  const ink = random.pick(['#0c0d10', '#14161c', '#1d1f26', '#101a2c']);
  const usual = random.range(0.94, 1.06);
  const size = setting?.size ?? usual;
  const at = setting?.move ?? (() => ({ x: 0, y: 0 }));
  const left = W * random.range(0.024, 0.034);
  const plain = { face: 'sans-bold', color: ink, squeeze: random.range(0.84, 0.96) } as const;
  const { bold: face, squeeze, tracking, wordGap } = setting ?? {};
  const style = setting
    ? { ...plain, face: face!, squeeze: squeeze!, tracking: tracking!, wordGap: wordGap! }
    : plain;
  const maxWidth = W * 0.605;
  const head = at();
  const number = text(g, printed.number, left + head.x, H * random.range(0.283, 0.296) + head.y, {
    ...style,
    cap: H * 0.052 * size,
    squeeze: random.range(0.9, 1),
    tracking: random.range(0, 4),
    maxWidth: W * 0.42,
  });
  const column = at();
  const x = Math.max(W * 0.008, left + column.x);
  const nameTop = random.range(0.65, 0.664) - (printed.name.length === 3 ? 0.045 : 0);
  const name = printed.name.map((line, i) =>
    text(g, line, x, H * (nameTop + 0.039 + i * 0.046) + column.y, {
      ...style,
      cap: H * 0.0385 * size,
      maxWidth,
    }),
  );
  const pitch = random.range(0.042, printed.address.length > 4 ? 0.0435 : 0.047);
  const bottom = Math.min(0.985, random.range(0.962, 0.972) + column.y / H);
  const last = printed.address.length - 1;
  const address = printed.address.map((line, i) =>
    text(g, line, x, H * (bottom - (last - i) * pitch), { ...style, cap: H * 0.0345 * size, maxWidth }),
  );
  const foot = at();
  const small = {
    face: setting?.bold ?? 'sans-bold',
    color: ink,
    cap: H * random.range(0.0285, 0.032),
  } as const;
  const row = H * random.range(0.941, 0.948) + foot.y;
  text(g, printed.citizenship, W * 0.805 + foot.x, H * random.range(0.893, 0.901) + foot.y, {
    ...small,
    align: 'center',
    maxWidth: W * 0.25,
  });
  if (printed.islam) text(g, 'ISLAM', W * 0.657 + foot.x, row, { ...small, maxWidth: W * 0.078 });
  const gender = text(g, printed.gender, W * 0.935 + foot.x, row, {
    ...small,
    align: 'right',
    maxWidth: W * 0.16,
  });
  if (printed.corner) text(g, printed.corner, W * 0.942, H * 0.965, { ...small, cap: H * 0.022 });
  return { CardNumber: [number], DateOfBirth: [number], Gender: [gender], Name: name, Address: address };
}
