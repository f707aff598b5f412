import type { Drawn } from '../draw/parts.ts';
import { n, type TextStyle, textAt } from '../draw/svg.ts';
import { malaysianPerson } from '../people/my-person.ts';
import { pakistaniPerson } from '../people/pk-person.ts';
import type { Random } from '../random.ts';
import { bold, type Face, type Family, mono, regular, serifBold } from '../type/faces.ts';

const UNIT = 1000;
const sheet = (height: number, paper: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${UNIT} ${n(height)}" width="${UNIT}" height="${n(height)}"><rect width="${UNIT}" height="${n(height)}" fill="${paper}"/>${body}</svg>`;

function paper(name: string, height: number, svg: string, faces: readonly Face[], radius = 0.004): Drawn {
  return { svg, faces, text: [], variants: [name], shape: { height: height / UNIT, radius } };
}

const GOODS = [
  'TEH O AIS',
  'NASI LEMAK',
  'ROTI CANAI',
  'MILK 1L',
  'RICE 5KG',
  'SOAP BAR',
  'CHAI',
  'BIRYANI',
  'USB CABLE',
  'PEN BLUE',
  'EGGS 30',
  'SUGAR 1KG',
];

/** A till receipt: tall, monospaced, full of numbers and dates. */
export function receipt(random: Random): Drawn {
  const rows = random.int(6, 14);
  const height = 160 + (rows + 8) * 62;
  const style: TextStyle = { face: mono(), cap: 30, fill: '#2b2b2d', room: 900 };
  const total = random.int(900, 25_000) / 100;
  const lines = [
    random.pick(['KEDAI RUNCIT SPECIMEN', 'RESTORAN SELERA SPECIMEN', 'SPECIMEN MART LAHORE']),
    `NO ${random.int(1, 99)} JALAN PASAR`,
    `${random.int(10, 28)}.${random.int(10, 12)}.2025   ${random.int(10, 22)}:${random.int(10, 59)}`,
    `INV ${random.int(100000, 999999)}-${random.int(10, 99)}-${random.int(1000, 9999)}`,
    '------------------------------',
    ...Array.from(
      { length: rows },
      () => `${random.pick(GOODS).padEnd(20)}${(random.int(100, 4000) / 100).toFixed(2).padStart(8)}`,
    ),
    '------------------------------',
    `TOTAL${total.toFixed(2).padStart(23)}`,
    'THANK YOU  SPECIMEN',
  ];
  const body = lines
    .map((line, i) => textAt(line, 50, 100 + i * 62, style).replace('<text ', '<text xml:space="preserve" '))
    .join('');
  return paper('receipt', height, sheet(height, random.pick(['#fdfdfb', '#f3f1ea']), body), [mono()]);
}

/** A business card of a made-up firm. */
export function businessCard(random: Random, family: Family): Drawn {
  const height = random.pick([550, 600, 630]);
  const [strong, plain] = [bold(family), regular(family)];
  const name = random.chance(0.5)
    ? pakistaniPerson(random.fork('p')).truth.name
    : malaysianPerson(random.fork('p')).truth.Name;
  const ink = random.pick(['#1d2b45', '#222', '#5a1f2b']);
  const row = (text: string, y: number, cap: number, face: Face): string =>
    textAt(text, 70, y, { face, cap, fill: ink, room: 840 });
  const address = malaysianPerson(random.fork('a')).addressLines;
  const body = [
    `<rect x="${random.pick([0, 960])}" width="40" height="${height}" fill="${random.pick(['#c9a23f', '#2f6f8f', '#7a2f3f'])}"/>`,
    row(name, 150, 42, strong),
    row(
      random.pick(['Sales Manager', 'Architect', 'Pengurus Cawangan', 'Chartered Accountant']),
      210,
      26,
      plain,
    ),
    row(
      `${random.pick(['Nusa', 'Ravi', 'Melur', 'Indus'])} Specimen ${random.pick(['Sdn Bhd', 'Pvt Ltd', '& Co'])}`,
      320,
      32,
      strong,
    ),
    row(address.slice(0, 2).join(', '), 390, 24, plain),
    row(address.slice(2).join(' '), 430, 24, plain),
    row(
      `T +60 ${random.int(10, 19)}-${random.int(200, 999)} ${random.int(1000, 9999)}   SPECIMEN`,
      490,
      24,
      plain,
    ),
  ].join('');
  return paper('business-card', height, sheet(height, random.pick(['#fff', '#f4f1e8', '#e9eef2']), body), [
    strong,
    plain,
  ]);
}

const PROSE =
  `the of and in a to notice account dated period office branch terms service which shall under this letter
  copy request number holder address payment office any each part made before after specimen`.split(/\s+/);

/** A page of a letter, with names, an address and numbers in it. */
export function textPage(random: Random, family: Family): Drawn {
  const height = 1414;
  const [plain, strong] = [random.chance(0.4) ? serifBold() : regular(family), bold(family)];
  const cap = random.between(13, 18);
  const style: TextStyle = { face: plain, cap, fill: '#222', room: 840 };
  const who = malaysianPerson(random.fork('p'));
  const sentence = (): string => {
    let line = '';
    while (plain.advance(`${line} `) * (cap / plain.capHeight) < 760)
      line += `${line ? ' ' : ''}${random.pick(PROSE)}`;
    return line;
  };
  const head = [
    who.truth.Name,
    ...who.addressLines,
    '',
    random.chance(0.4) ? `Ref: ${who.truth.CardNumber}` : 'Ref: SPECIMEN',
    '',
  ];
  const lines = [...head, ...Array.from({ length: 34 }, (_, i) => (i % 9 === 8 ? '' : sentence()))];
  const title = textAt(random.pick(['SPECIMEN SDN BHD', 'Specimen Office', 'PEJABAT SPECIMEN']), 80, 110, {
    face: strong,
    cap: 30,
    fill: '#1a1a1c',
  });
  const body =
    title + lines.map((line, i) => (line ? textAt(line, 80, 190 + i * cap * 2, style) : '')).join('');
  return paper('text-page', height, sheet(height, '#fdfcf8', body), [plain, strong], 0.001);
}

/** No card at all: the table, with whatever lies there. */
export function scene(): Drawn {
  return { svg: '', faces: [], text: [], variants: ['scene'], isAbsent: true };
}
