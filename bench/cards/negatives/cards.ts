import { drawGround, type Ground } from '../draw/guilloche.ts';
import type { Drawn } from '../draw/parts.ts';
import { badge, chip, specimen } from '../draw/parts.ts';
import { drawPortrait } from '../draw/portrait.ts';
import { type Box, cardSvg, H, n, rect, type TextStyle, textAt, W } from '../draw/svg.ts';
import { malaysianPerson } from '../people/my-person.ts';
import { pakistaniPerson, printedDate } from '../people/pk-person.ts';
import type { Random } from '../random.ts';
import { bold, type Family, mono, nastaliq, regular, serifBold } from '../type/faces.ts';

const capitals = (text: string): string => text.toUpperCase();
const twoDigits = (random: Random, most: number): string => String(random.int(1, most)).padStart(2, '0');
const someDate = (random: Random, from: number, to: number, between: string): string =>
  [twoDigits(random, 28), twoDigits(random, 12), random.int(from, to)].join(between);

/** A card laid out as a list of labelled values beside a portrait, which is what most identity papers are. */
interface Labelled {
  readonly name: string;
  readonly ground: Ground;
  readonly title: readonly string[];
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly portrait: Box | null;
  readonly left: number;
  readonly top: number;
  readonly pitch: number;
  readonly labelWidth: number;
}

function drawLabelled(random: Random, family: Family, card: Labelled): Drawn {
  const [strong, plain] = [bold(family), regular(family)];
  const ink = random.pick(['#16181c', '#1c2a44', '#2a1c1c']);
  const cap = Math.min(0.038, card.pitch * 0.62) * H * random.between(0.9, 1.1);
  const label: TextStyle = { face: plain, cap: cap * 0.86, fill: ink, room: (card.labelWidth - 0.01) * W };
  const value: TextStyle = { face: strong, cap, fill: ink };
  const room =
    (card.portrait && card.portrait[0] > card.left ? card.portrait[0] - 0.02 : 0.97) -
    card.left -
    card.labelWidth;
  const rows = card.rows.map(([name, text], i) => {
    const y = (card.top + i * card.pitch) * H;
    return (
      textAt(name, card.left * W, y, label) +
      textAt(text, (card.left + card.labelWidth) * W, y, { ...value, room: room * W })
    );
  });
  const titles = card.title.map((text, i) =>
    textAt(text, W / 2, (0.09 + i * 0.075) * H, {
      face: i ? plain : strong,
      cap: (i ? 0.035 : 0.05) * H,
      fill: ink,
      anchor: 'middle',
      room: W * 0.9,
    }),
  );
  const over = specimen(
    random.fork('specimen'),
    card.portrait ?? [0.6, 0.6, 0.95, 0.9],
    [0.3, 0.88, 0.7, 0.97],
  );
  const face = card.portrait
    ? drawPortrait(
        random.fork('portrait'),
        card.portrait,
        { sex: random.pick(['M', 'F']), isGrey: false, softEdge: false },
        'p',
      )
    : '';
  return {
    svg: cardSvg(
      [
        drawGround(random.fork('ground'), card.ground, 'SPECIMEN', plain),
        ...titles,
        face,
        ...rows,
        over.svg,
      ].join(''),
    ),
    faces: [strong, plain, serifBold()],
    text: [],
    variants: [card.name],
  };
}

const BLUE: Ground = { paper: ['#bfdcf0', '#d6e8f4', '#a9cfe6'], inks: ['#4d8fb5', '#7aa9c9'] };
const PINK: Ground = { paper: ['#f4dce0', '#f6ebe6', '#e8cfd8'], inks: ['#b5707f', '#c99a9a'] };
const GREEN: Ground = { paper: ['#dcefd8', '#eef4e2', '#cfe6cf'], inks: ['#5f9a72', '#9cbf8c'] };
const CREAM: Ground = { paper: ['#f6f1e0', '#efe8d0', '#f8f5ea'], inks: ['#b0a070', '#c9bd95'] };

/** An Indonesian KTP: the nearest neighbour of both cards. */
export function ktp(random: Random, family: Family): Drawn {
  const who = malaysianPerson(random.fork('person'));
  const nik = `${random.int(1101, 9471)}${twoDigits(random, 30)}${twoDigits(random, 28)}${twoDigits(random, 12)}${random.int(60, 99)}${random.int(1000, 9999)}`;
  return drawLabelled(random, family, {
    name: 'ktp',
    ground: BLUE,
    title: ['PROVINSI JAWA TENGAH', 'KOTA SEMARANG'],
    rows: [
      ['NIK', `: ${nik}`],
      ['Nama', `: ${who.name.split(' BIN')[0]}`],
      ['Tempat/Tgl Lahir', `: SEMARANG, ${someDate(random, 1960, 2004, '-')}`],
      ['Jenis Kelamin', `: ${random.pick(['LAKI-LAKI', 'PEREMPUAN'])}`],
      ['Alamat', `: JL. ${random.pick(['MELATI', 'DIPONEGORO', 'SUDIRMAN'])} NO ${random.int(1, 200)}`],
      ['RT/RW', `: 00${random.int(1, 9)}/00${random.int(1, 9)}`],
      ['Agama', ': ISLAM'],
      ['Status Perkawinan', ': KAWIN'],
      ['Pekerjaan', ': KARYAWAN SWASTA'],
      ['Kewarganegaraan', ': WNI'],
      ['Berlaku Hingga', ': SEUMUR HIDUP'],
    ],
    portrait: [0.74, 0.24, 0.96, 0.78],
    left: 0.03,
    top: 0.26,
    pitch: 0.063,
    labelWidth: 0.24,
  });
}

/** A Malaysian or Pakistani driving licence. */
export function licence(random: Random, family: Family): Drawn {
  if (random.chance(0.5)) {
    const who = malaysianPerson(random.fork('person'));
    return drawLabelled(random, family, {
      name: 'licence-my',
      ground: PINK,
      title: ['LESEN MEMANDU', 'DRIVING LICENCE MALAYSIA'],
      rows: [
        ['Nama', who.name],
        ['Warganegara', 'MALAYSIA'],
        ...(random.chance(0.7)
          ? [['No. Pengenalan', who.truth.CardNumber.replaceAll('-', '')] as const]
          : []),
        ['Kelas / Class', random.pick(['B2 D', 'D DA', 'B D'])],
        ['Tempoh / Validity', `${someDate(random, 2018, 2024, '/')} - ${someDate(random, 2025, 2030, '/')}`],
        ['Alamat', who.addressLines[0]!],
        ['', who.addressLines.slice(1, 3).join(' ')],
      ],
      portrait: [0.04, 0.24, 0.26, 0.72],
      left: 0.3,
      top: 0.3,
      pitch: 0.085,
      labelWidth: 0.2,
    });
  }
  const who = pakistaniPerson(random.fork('person'));
  return drawLabelled(random, family, {
    name: 'licence-pk',
    ground: GREEN,
    title: ['DRIVING LICENSE', 'GOVERNMENT OF PUNJAB PAKISTAN'],
    rows: [
      ['Name', who.truth.name],
      ["Father's Name", who.truth.fatherName],
      ['License No', `LHR-${random.int(10000, 99999)}`],
      ...(random.chance(0.6) ? [['CNIC', who.truth.idNumber] as const] : []),
      ['Date of Birth', printedDate(who.truth.birthDay)],
      ['Valid From', printedDate(who.truth.issueDay)],
      ['Category', 'M CAR, M CYCLE'],
      ['Blood Group', random.pick(['A+', 'B+', 'O-'])],
    ],
    portrait: [0.74, 0.26, 0.95, 0.74],
    left: 0.05,
    top: 0.29,
    pitch: 0.08,
    labelWidth: 0.24,
  });
}

/** A staff or student card. */
export function staffCard(random: Random, family: Family): Drawn {
  const isPk = random.chance(0.5);
  const name = isPk
    ? pakistaniPerson(random.fork('person')).truth.name
    : malaysianPerson(random.fork('person')).truth.Name;
  return drawLabelled(random, family, {
    name: 'staff-card',
    ground: random.pick([CREAM, BLUE, GREEN]),
    title: [
      random.pick([
        'KOLEJ MELATI JAYA',
        'UNIVERSITY OF SPECIMEN',
        'NUSA LOGISTICS SDN BHD',
        'Ravi Textile Mills',
      ]),
      random.pick(['STUDENT CARD', 'STAFF PASS', 'Employee Card']),
    ],
    rows: [
      ['Name', name],
      ['ID No', `${random.pick(['A', 'S', 'E'])}${random.int(10000, 999999)}`],
      ['Department', random.pick(['Engineering', 'Accounts', 'Warehouse', 'Science'])],
      ['Valid until', someDate(random, 2025, 2029, '.')],
    ],
    portrait: random.chance(0.5) ? [0.7, 0.26, 0.95, 0.8] : [0.05, 0.3, 0.27, 0.8],
    left: 0.31,
    top: 0.42,
    pitch: 0.11,
    labelWidth: 0.16,
  });
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
  const name = capitals(pakistaniPerson(random.fork('person')).truth.name);
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
    : `${Array.from({ length: 5 }, (_, i) => `<text x="${n(0.68 * W)}" y="${n((0.2 + i * 0.12) * H)}" font-family="${urdu.family}" font-weight="${urdu.weight}" font-size="26" text-anchor="end">${random.pick(['موجودہ پتہ مکان نمبر', 'مستقل پتہ گاؤں ڈاکخانہ', 'تحصیل و ضلع راولپنڈی', 'گمشدہ کارڈ ملنے پر', 'رجسٹرار جنرل پاکستان'])}</text>`).join('')}${Array.from({ length: 120 }, () => rect([0.74 + random.int(0, 15) * 0.013, 0.3 + random.int(0, 15) * 0.0206, 0, 0].map((v, i, all) => (i < 2 ? v : all[i - 2]! + (i === 2 ? 0.013 : 0.0206))) as unknown as Box, 'fill="#111"')).join('')}${text(pakistaniPerson(random.fork('pk')).truth.idNumber, 0.08, 0.93, 0.04)}`;
  const over = specimen(random.fork('specimen'), [0.62, 0.5, 0.95, 0.8], [0.3, 0.9, 0.7, 0.98]);
  return {
    svg: cardSvg(drawGround(random.fork('ground'), isMy ? BLUE : GREEN, 'SPECIMEN', plain) + body + over.svg),
    faces: [strong, plain, digits, urdu, serifBold()],
    text: [],
    variants: [isMy ? 'mykad-back' : 'snic-back'],
  };
}
