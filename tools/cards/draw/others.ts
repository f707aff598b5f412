import type { Random } from '../random.ts';
import type { Card, OtherKind } from '../types.ts';
import { back } from './backs.ts';
import { waves } from './guilloche.ts';
import { specimen } from './overprint.ts';
import { page, receipt, scene } from './papers.ts';
import { chip } from './parts.ts';
import { foreign, passport, student } from './passes.ts';
import { blankCard, type Context, CARD_HEIGHT as H, text, toCard, CARD_WIDTH as W } from './pen.ts';
import { portrait } from './portrait.ts';

const FIRST = ['Ana', 'Budi', 'Clara', 'Dewi', 'Erik', 'Farid', 'Grace', 'Hana', 'Ivan', 'Joko'];
const LAST = ['Santoso', 'Lim', 'Baker', 'Wijaya', 'Novak', 'Rahman', 'Costa', 'Meyer', 'Okafor'];
const TOWNS = ['Port Elder', 'Kota Lama', 'Northfield', 'Sungai Biru', 'Grand Haven', 'Bandung Timur'];
const FIRMS = [
  'Lumen & Vale',
  'Batu Works',
  'Osprey Freight',
  'Nilam Studio',
  'Three Rivers Bank',
  'Kopi Utara',
];

const draws: Readonly<Record<OtherKind, (random: Random) => Card>> = {
  licence,
  bank,
  ktp,
  business,
  blank,
  receipt,
  page,
  scene,
  student,
  passport,
  foreign,
  back,
};

/** Draws something that is no MyKad and no Pakistani card. */
export function drawOther(kind: OtherKind, random: Random): Card {
  return draws[kind](random);
}

const about = (kind: OtherKind) =>
  ({ country: null, kind, message: null, printed: null, fields: {} }) as const;
const someName = (random: Random) => `${random.pick(FIRST)} ${random.pick(LAST)}`;
const digits = (random: Random, pattern: string) => pattern.replace(/#/g, () => String(random.int(0, 9)));
const day = (random: Random) =>
  `${String(random.int(1, 28)).padStart(2, '0')}-${String(random.int(1, 12)).padStart(2, '0')}-${random.int(1950, 2032)}`;

function wash(g: Context, random: Random, hue: number): void {
  const paint = g.createLinearGradient(0, 0, W, H);
  paint.addColorStop(0, `hsl(${hue},45%,86%)`);
  paint.addColorStop(1, `hsl(${hue + random.range(-40, 40)},40%,78%)`);
  g.fillStyle = paint;
  g.fillRect(0, 0, W, H);
  waves(g, W, H, random, {
    colors: [`hsl(${hue},50%,50%)`, `hsl(${hue + 30},45%,55%)`],
    lines: 70,
    alpha: 0.25,
    lineWidth: 3,
  });
}

function overprint(g: Context, random: Random): void {
  specimen(
    g,
    { x: 0.5, y: random.range(0.4, 0.75), cap: 0.09, angle: random.range(-0.4, 0), alpha: 0.5 },
    '#b3202c',
  );
}

/** Label and value pairs down a column, as most licences and cards print them. */
function table(
  g: Context,
  rows: readonly (readonly [string, string])[],
  x: number,
  top: number,
  pitch: number,
): void {
  for (const [i, [label, value]] of rows.entries()) {
    const y = H * (top + i * pitch);
    text(g, label, W * x, y, { face: 'sans', cap: H * 0.024, color: '#333' });
    text(g, value, W * (x + 0.17), y, {
      face: 'sans-bold',
      cap: H * 0.034,
      color: '#141414',
      maxWidth: W * 0.4,
    });
  }
}

function licence(random: Random): Card {
  const { canvas, g } = blankCard();
  const hue = random.range(0, 360);
  wash(g, random, hue);
  g.fillStyle = `hsl(${hue},60%,35%)`;
  g.fillRect(0, 0, W, H * 0.16);
  const title = random.pick(['DRIVING LICENCE', 'LESEN MEMANDU', 'DRIVER LICENSE', 'PERMIT OF DRIVING']);
  text(g, title, W * 0.05, H * 0.115, { face: 'sans-bold', cap: H * 0.065, color: '#fff' });
  portrait(g, { x: W * 0.05, y: H * 0.22, w: W * 0.25, h: H * 0.5 }, random, {
    woman: random.chance(0.5),
    covered: random.chance(0.3),
    grey: random.chance(0.2),
    backdrop: '#e6ebef',
  });
  table(
    g,
    [
      ['Name', someName(random)],
      ['No.', digits(random, random.pick(['######-##-####', 'D#######', '## ### ###']))],
      ['Class', random.pick(['B2 D', 'A, B', 'C1', 'D DA'])],
      ['Birth', day(random)],
      ['Valid', `${day(random)} / ${day(random)}`],
      ['Address', `${random.int(1, 99)} ${random.pick(TOWNS)}`],
    ],
    0.35,
    0.3,
    0.095,
  );
  overprint(g, random);
  return toCard(canvas, about('licence'));
}

function bank(random: Random): Card {
  const { canvas, g } = blankCard();
  const hue = random.range(0, 360);
  const paint = g.createLinearGradient(0, 0, W, H);
  paint.addColorStop(0, `hsl(${hue},${random.range(20, 70)}%,${random.range(15, 45)}%)`);
  paint.addColorStop(1, `hsl(${hue + random.range(-60, 60)},60%,${random.range(20, 55)}%)`);
  g.fillStyle = paint;
  g.fillRect(0, 0, W, H);
  text(g, random.pick(FIRMS), W * 0.06, H * 0.16, { face: 'sans-bold', cap: H * 0.07, color: '#fff' });
  chip(g, W * 0.09, H * 0.34, W * 0.15, H * 0.2, random);
  const silver = '#e9e9e4';
  text(g, digits(random, '9### #### #### ####'), W * 0.08, H * 0.7, {
    face: 'sans',
    cap: H * 0.07,
    color: silver,
    tracking: 14,
  });
  text(g, `VALID THRU ${digits(random, '0#/3#')}`, W * 0.08, H * 0.8, {
    face: 'sans',
    cap: H * 0.03,
    color: silver,
  });
  text(g, someName(random).toUpperCase(), W * 0.08, H * 0.9, { face: 'sans', cap: H * 0.045, color: silver });
  for (const [x, color] of [
    [0.8, '#d8d8d8aa'],
    [0.87, '#88888899'],
  ] as const) {
    g.fillStyle = color;
    g.beginPath();
    g.arc(W * x, H * 0.82, H * 0.1, 0, 6.3);
    g.fill();
  }
  overprint(g, random);
  return toCard(canvas, about('bank'));
}

/** A provincial identity card in the Indonesian manner: blue, centred heading, labels with colons. */
function ktp(random: Random): Card {
  const { canvas, g } = blankCard();
  wash(g, random, random.range(190, 215));
  const head = { face: 'sans-bold', cap: H * 0.042, color: '#11192b', align: 'center' } as const;
  text(g, `PROVINSI ${random.pick(['NUSA BIRU', 'TELUK EMAS', 'PULAU HIJAU'])}`, W * 0.45, H * 0.08, head);
  text(g, `KABUPATEN ${random.pick(['KOTA LAMA', 'RIMBA', 'MUARA'])}`, W * 0.45, H * 0.145, head);
  text(g, `NIK : ${digits(random, '################')}`, W * 0.04, H * 0.24, {
    face: 'sans-bold',
    cap: H * 0.055,
    color: '#11192b',
  });
  const rows = [
    ['Nama', someName(random).toUpperCase()],
    ['Tempat/Tgl Lahir', `${random.pick(TOWNS).toUpperCase()}, ${day(random)}`],
    ['Jenis Kelamin', random.pick(['LAKI-LAKI', 'PEREMPUAN'])],
    ['Alamat', `JL ${random.pick(['MELATI', 'MAWAR', 'KENANGA'])} NO ${random.int(1, 99)}`],
    ['RT/RW', digits(random, '00#/00#')],
    ['Agama', random.pick(['ISLAM', 'KRISTEN', 'HINDU', 'BUDHA'])],
    ['Status Perkawinan', random.pick(['KAWIN', 'BELUM KAWIN'])],
    ['Pekerjaan', random.pick(['WIRASWASTA', 'PELAJAR', 'KARYAWAN SWASTA'])],
    ['Kewarganegaraan', 'WNI'],
    ['Berlaku Hingga', random.pick(['SEUMUR HIDUP', day(random)])],
  ] as const;
  for (const [i, [label, value]] of rows.entries()) {
    const y = H * (0.32 + i * 0.065);
    text(g, label, W * 0.04, y, { face: 'sans', cap: H * 0.03, color: '#11192b', maxWidth: W * 0.19 });
    text(g, `: ${value}`, W * 0.24, y, {
      face: 'sans',
      cap: H * 0.032,
      color: '#11192b',
      maxWidth: W * 0.44,
    });
  }
  portrait(g, { x: W * 0.73, y: H * 0.22, w: W * 0.22, h: H * 0.46 }, random, {
    woman: random.chance(0.5),
    covered: random.chance(0.5),
    grey: false,
    backdrop: random.pick(['#c23b3b', '#3b62c2']),
  });
  overprint(g, random);
  return toCard(canvas, about('ktp'));
}

function business(random: Random): Card {
  const { canvas, g } = blankCard(W, Math.round(W * random.range(0.55, 0.63)), 0);
  g.fillStyle = random.pick(['#fbfaf6', '#f3f4f6', '#22262e', '#e8efe6']);
  const ink = g.fillStyle === '#22262e' ? '#f3f1e9' : '#22262e';
  g.fillRect(0, 0, W, H);
  const left = random.chance(0.5) ? 0.08 : 0.45;
  g.fillStyle = `hsl(${random.range(0, 360)},55%,45%)`;
  g.fillRect(left > 0.2 ? 0 : W * 0.8, 0, W * random.range(0.1, 0.3), H);
  text(g, random.pick(FIRMS), W * left, H * 0.2, { face: 'serif-bold', cap: H * 0.065, color: ink });
  text(g, someName(random), W * left, H * 0.42, { face: 'calm-bold', cap: H * 0.06, color: ink });
  text(g, random.pick(['Sales Manager', 'Partner', 'Architect']), W * left, H * 0.5, {
    face: 'calm',
    cap: H * 0.035,
    color: ink,
  });
  text(g, digits(random, '+00 ## ### ####'), W * left, H * 0.68, {
    face: 'calm',
    cap: H * 0.035,
    color: ink,
  });
  text(g, 'hello@example.com', W * left, H * 0.75, { face: 'calm', cap: H * 0.035, color: ink });
  text(g, `${random.int(1, 99)} Main Street, ${random.pick(TOWNS)}`, W * left, H * 0.82, {
    face: 'calm',
    cap: H * 0.035,
    color: ink,
  });
  specimen(g, { x: 0.5, y: 0.92, cap: 0.04, angle: 0, alpha: 0.7 }, '#b3202c');
  return toCard(canvas, about('business'));
}

function blank(random: Random): Card {
  const { canvas, g } = blankCard();
  if (random.chance(0.5)) wash(g, random, random.range(0, 360));
  else {
    g.fillStyle = `hsl(${random.range(0, 360)},${random.range(0, 30)}%,${random.range(60, 97)}%)`;
    g.fillRect(0, 0, W, H);
  }
  if (random.chance(0.4)) chip(g, W * 0.1, H * 0.33, W * 0.155, H * 0.22, random);
  if (random.chance(0.3)) {
    g.fillStyle = '#1a1a1a';
    g.fillRect(0, H * 0.1, W, H * 0.2);
  }
  return toCard(canvas, about('blank'));
}
