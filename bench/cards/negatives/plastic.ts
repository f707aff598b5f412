import { drawGround } from '../draw/guilloche.ts';
import type { Drawn } from '../draw/parts.ts';
import { badge, chip, specimen } from '../draw/parts.ts';
import { drawPortrait } from '../draw/portrait.ts';
import { type Box, cardSvg, fontOf, H, n, rect, textAt, W } from '../draw/svg.ts';
import { malaysianPerson } from '../people/my-person.ts';
import { pakistaniPerson, printedDate } from '../people/pk-person.ts';
import type { Random } from '../random.ts';
import { bold, type Family, mono, nastaliq, regular, serifBold } from '../type/faces.ts';
import { BLUE, CREAM, GREEN, PINK, twoDigits } from './stock.ts';

/** Pakistan's old laminated card: Urdu but for the digits, so that no name can be sent. */
export function oldLaminated(random: Random, family: Family): Drawn {
  const person = pakistaniPerson(random.fork('person'));
  const [strong, urdu, serif] = [bold(family), nastaliq(), serifBold()];
  const line = (text: string, x: number, y: number, size: number): string =>
    `<text x="${n(x * W)}" y="${n(y * H)}" ${fontOf(urdu)} font-size="${size}" fill="#1c1c1e" text-anchor="end">${text}</text>`;
  const digits = (text: string, y: number): string =>
    textAt(text, 0.3 * W, y * H, { face: strong, cap: 0.036 * H, fill: '#1c1c1e' });
  const portrait: Box = [0.05, 0.22, 0.25, 0.62];
  const look = { sex: person.gender, isGrey: random.chance(0.6), softEdge: false };
  const over = specimen(random.fork('specimen'), portrait, [0.05, 0.7, 0.25, 0.8]);
  const rows = [
    line('حکومت پاکستان قومی شناختی کارڈ', 0.8, 0.15, 34),
    line(`نام ${person.urduName}`, 0.94, 0.34, 30),
    line(`والد کا نام ${person.urduRelation}`, 0.94, 0.49, 30),
    line('شناختی علامت کوئی نہیں', 0.94, 0.63, 26),
    line('تاریخ پیدائش', 0.94, 0.76, 26),
    line('شناختی کارڈ نمبر', 0.94, 0.91, 26),
    digits(printedDate(person.truth.birthDay), 0.755),
    digits(person.truth.idNumber, 0.905),
  ];
  const ground = drawGround(random.fork('ground'), CREAM, 'SPECIMEN', strong);
  return {
    svg: cardSvg(
      [ground, drawPortrait(random.fork('portrait'), portrait, look, 'p'), ...rows, over.svg].join(''),
    ),
    faces: [strong, urdu, serif],
    text: [],
    variants: ['old-laminated'],
  };
}

/** A bank card with chip, number and name. */
export function bankCard(random: Random, family: Family): Drawn {
  const [from, to] = random.pick([
    ['#1b2a6b', '#3f6fd0'],
    ['#222', '#555'],
    ['#7a1f2b', '#d0603f'],
    ['#0f5a46', '#4fb58a'],
    ['#d9d4c4', '#f3efe2'],
  ] as const);
  const ink = from === '#d9d4c4' ? '#333' : '#f2f2ee';
  const number = Array.from({ length: 4 }, () => random.int(1000, 9999)).join(' ');
  const name = pakistaniPerson(random.fork('person')).truth.name.toUpperCase();
  const [strong, digits] = [bold(family), mono()];
  const over = specimen(random.fork('specimen'), [0.5, 0.3, 0.95, 0.5], [0.5, 0.3, 0.95, 0.5]);
  return {
    svg: cardSvg(`<defs><linearGradient id="g" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="${W}" height="${H}" fill="url(#g)"/><circle cx="${n(W * random.between(0.4, 0.9))}" cy="${n(H * 0.4)}" r="260" fill="#fff" opacity=".07"/>
${textAt(random.pick(['BANK MELUR', 'Indus Bank', 'Specimen Bank']), 60, 95, { face: strong, cap: 34, fill: ink })}${chip(random, [0.07, 0.34, 0.2, 0.55])}
${textAt(number, 60, 375, { face: digits, cap: 36, fill: ink, room: 740 })}${textAt(`VALID THRU ${twoDigits(random, 12)}/${random.int(26, 32)}`, 330, 430, { face: digits, cap: 15, fill: ink })}
${textAt(name, 60, 485, { face: digits, cap: 22, fill: ink, room: 520 })}<circle cx="720" cy="460" r="42" fill="#d8452f" opacity=".9"/><circle cx="770" cy="460" r="42" fill="#e8a23a" opacity=".85"/>${over.svg}`),
    faces: [strong, digits, serifBold()],
    text: [],
    variants: ['bank-card'],
  };
}

/** A card with nothing to read on it: blank, or a chip alone. */
export function blankCard(random: Random): Drawn {
  const ground = random.pick([BLUE, GREEN, CREAM, PINK]);
  const isPlain = random.chance(0.5);
  const body = isPlain
    ? `<rect width="${W}" height="${H}" fill="${random.pick(['#fbfbf9', '#e8ecef', '#c7dff3', '#dfeee0', '#222'])}"/>`
    : drawGround(random.fork('ground'), ground, 'SPECIMEN', serifBold());
  const over = specimen(random.fork('specimen'), [0.6, 0.3, 0.95, 0.7], [0.3, 0.4, 0.7, 0.6]);
  return {
    svg: cardSvg(body + (random.chance(0.6) ? chip(random, [0.1, 0.32, 0.26, 0.55]) : '') + over.svg),
    faces: [serifBold()],
    text: [],
    variants: ['blank-card'],
  };
}

/** The back of a MyKad or a smart card: the right stock, the wrong side. */
export function backSide(random: Random, family: Family): Drawn {
  const [strong, plain, digits, urdu] = [bold(family), regular(family), mono(), nastaliq()];
  const isMy = random.chance(0.5);
  const bars = Array.from({ length: 70 }, (_, i) =>
    rect([0.08 + i * 0.012, 0.06, 0.08 + i * 0.012 + random.between(0.002, 0.009), 0.2], 'fill="#16181c"'),
  ).join('');
  const who = malaysianPerson(random.fork('person'));
  const text = (value: string, x: number, y: number, cap: number): string =>
    textAt(value, x * W, y * H, { face: plain, cap: cap * H, fill: '#1a1c20', room: 0.6 * W });
  const body = isMy
    ? `${bars}${text('PENDAFTARAN NEGARA MALAYSIA', 0.08, 0.3, 0.036)}${text('Jika dijumpai sila serahkan ke pejabat terdekat', 0.08, 0.37, 0.028)}${random.chance(0.5) ? text(`${who.truth.CardNumber}-0${random.int(1, 5)}-0${random.int(1, 3)}`, 0.08, 0.5, 0.045) : ''}${badge(random, [0.62, 0.4, 0.92, 0.85], '#5b7fb0')}${text('KETUA PENGARAH', 0.08, 0.88, 0.03)}${rect([0.08, 0.55, 0.3, 0.8], 'fill="#cbb26a" rx="20"')}`
    : `${Array.from({ length: 5 }, (_, i) => `<text x="${n(0.68 * W)}" y="${n((0.2 + i * 0.12) * H)}" ${fontOf(urdu)} font-size="26" text-anchor="end">${random.pick(['موجودہ پتہ مکان نمبر', 'مستقل پتہ گاؤں ڈاکخانہ', 'تحصیل و ضلع راولپنڈی', 'گمشدہ کارڈ ملنے پر', 'رجسٹرار جنرل پاکستان'])}</text>`).join('')}${Array.from({ length: 120 }, () => rect([0.74 + random.int(0, 15) * 0.013, 0.3 + random.int(0, 15) * 0.0206, 0, 0].map((v, i, all) => (i < 2 ? v : all[i - 2]! + (i === 2 ? 0.013 : 0.0206))) as unknown as Box, 'fill="#111"')).join('')}${text(pakistaniPerson(random.fork('pk')).truth.idNumber, 0.08, 0.93, 0.04)}`;
  const over = specimen(random.fork('specimen'), [0.62, 0.5, 0.95, 0.8], [0.3, 0.9, 0.7, 0.98]);
  return {
    svg: cardSvg(drawGround(random.fork('ground'), isMy ? BLUE : GREEN, 'SPECIMEN', plain) + body + over.svg),
    faces: [strong, plain, digits, urdu, serifBold()],
    text: [],
    variants: [isMy ? 'mykad-back' : 'snic-back'],
  };
}
