import { drawGround, type Ground } from '../draw/guilloche.ts';
import type { Drawn } from '../draw/parts.ts';
import { specimen } from '../draw/parts.ts';
import { drawPortrait } from '../draw/portrait.ts';
import { type Box, cardSvg, H, type TextStyle, textAt, W } from '../draw/svg.ts';
import { malaysianPerson } from '../people/my-person.ts';
import { pakistaniPerson, printedDate } from '../people/pk-person.ts';
import type { Random } from '../random.ts';
import { bold, type Family, mono, regular, serifBold } from '../type/faces.ts';
import { BLUE, CREAM, GREEN, PINK, twoDigits } from './stock.ts';

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

/** A passport's data page, with the two lines for machines; Malaysia's prints the card's number too. */
export function passport(random: Random, family: Family): Drawn {
  const isPk = random.chance(0.5);
  const name = isPk
    ? pakistaniPerson(random.fork('person')).truth.name.toUpperCase()
    : malaysianPerson(random.fork('person')).truth.Name;
  const number = `${isPk ? 'AB' : 'A'}${random.int(1_000_000, 99_999_999)}`;
  const filler = (text: string): string =>
    text
      .replaceAll(/[^A-Z0-9]+/g, '<')
      .padEnd(44, '<')
      .slice(0, 44);
  const identity = isPk
    ? pakistaniPerson(random.fork('person')).truth.idNumber
    : malaysianPerson(random.fork('person')).truth.CardNumber.replaceAll('-', '');
  const page = drawLabelled(random, family, {
    name: 'passport',
    ground: isPk ? GREEN : CREAM,
    title: [isPk ? 'ISLAMIC REPUBLIC OF PAKISTAN' : 'PASPORT MALAYSIA', 'PASSPORT'],
    rows: [
      ['Passport No', number],
      ['Name', name],
      ['Nationality', isPk ? 'PAKISTANI' : 'MALAYSIA'],
      ['Identity No', identity],
      ['Date of birth', someDate(random, 1960, 2005, ' ')],
      ['Date of issue', someDate(random, 2019, 2024, ' ')],
      ['Date of expiry', someDate(random, 2026, 2034, ' ')],
    ],
    portrait: [0.04, 0.24, 0.28, 0.72],
    left: 0.32,
    top: 0.28,
    pitch: 0.068,
    labelWidth: 0.17,
  });
  const machine = [`P<${isPk ? 'PAK' : 'MYS'}${name}`, `${number}<${random.int(1_000_000, 9_999_999)}`].map(
    (line, i) =>
      textAt(filler(line), 0.03 * W, (0.86 + i * 0.08) * H, {
        face: mono(),
        cap: 0.036 * H,
        fill: '#1b1b1d',
        room: 0.94 * W,
      }),
  );
  return {
    ...page,
    svg: page.svg.replace('</svg>', `${machine.join('')}</svg>`),
    faces: [...page.faces, mono()],
  };
}
