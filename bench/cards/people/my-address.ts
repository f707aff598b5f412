import { allPostcodes } from 'malaysia-postcodes';
import type { Random } from '../random.ts';

/** Printed address lines, top to bottom, and the card state (for the place of birth and the corner letter). */
export interface Address {
  readonly lines: readonly string[];
  readonly state: string;
}

const NAMES =
  `MELATI KENANGA CEMPAKA ANGGERIK MAWAR DAHLIA TERATAI KEMBOJA SERI-INDAH PERMAI BAHAGIA MAKMUR SENTOSA
  DESA-JAYA BUKIT-INDAH SETIA-ALAM MERBAU CENGAL MERANTI JATI ANGSANA PULAI RAMBAI DURIAN MANGGIS KELAPA PINANG
  SULTAN-ISMAIL TUN-RAZAK TUNKU-ABDUL-RAHMAN DATO-ONN HANG-TUAH HANG-JEBAT BENDAHARA TEMENGGUNG RAJAWALI MERPATI
  HELANG KENARI PERDANA PUTRA MUTIARA NILAM DELIMA INTAN BERLIAN ZAMRUD WAWASAN HARMONI SAUJANA IMPIAN SEJATI
  MUHIBBAH PERKASA BISTARI BAKTI USAHA GEMILANG PELANGI SURIA PURNAMA BAYU SAMUDERA TELUK SUNGAI-BESI BATU-TIGA
  PANTAI-DALAM PARIT-BUNTAR HAJI-ABAS PENGHULU-SALAM TOK-JANGGUT LEMBAH-SUBANG`
    .split(/\s+/)
    .map((name) => name.replaceAll('-', ' '));

const KAMPUNG =
  `BAYANGAN MASJID TENGAH HULU PINGGIRAN TITI-SERONG PASIR-PUTIH PARIT-JAWA SUNGAI-ULAR GONG-BADAK
  BUKIT-KATIL LUBOK-JONG PADANG-SERAI TERSANG BARU-SUBANG SIMPANG-EMPAT RANTAU-PANJANG CHANGKAT-LOBAK BANGGOL
  KUALA-PEGANG TELAGA-BATU TANJUNG-KAPOR SG-LALANG AIR-PUTIH NELAYAN-LAUT PULAU-REDANG KERINCHI BATU-BERENDAM`
    .split(/\s+/)
    .map((name) => name.replaceAll('-', ' '));

const HEADS = [
  'BUKIT',
  'SUNGAI',
  'PADANG',
  'KUALA',
  'TANJUNG',
  'PARIT',
  'BATU',
  'LUBUK',
  'SIMPANG',
  'GUNUNG',
  'ULU',
  'PERMATANG',
];
const TAILS =
  `RAYA LALANG KEMUNTING GELUGOR NIBONG TEMBUSU MENGKUANG KERAYONG PETAI SENTUL JERING BEREMBANG RUMBIA KELEDANG
  TUALANG CHENDERAI GADING PUTEH HITAM MERAH TINGGI LUAS BAKAU NIPAH SIPUT KERBAU GAJAH HARIMAU BUAYA UDANG`.split(
    /\s+/,
  );
/** A made-up place name, so that few streets and villages are ones that a word list knows. */
const madeUp = (random: Random): string => `${random.pick(HEADS)} ${random.pick(TAILS)}`;
const streetName = (random: Random): string => (random.chance(0.3) ? madeUp(random) : random.pick(NAMES));
const villageName = (random: Random): string => (random.chance(0.55) ? madeUp(random) : random.pick(KAMPUNG));

function number(random: Random): string {
  const n = random.int(1, 399);
  return random.weighted([
    [`NO ${n}`, 40],
    [`NO. ${n}`, 14],
    [`${n}`, 16],
    [`NO ${n}${random.pick(['A', 'B', 'C'])}`, 7],
    [`${n}-${random.int(1, 20)}-${random.int(1, 12)}`, 6],
    [`LOT ${random.int(10, 9899)}`, 10],
    [`NO ${n}/${random.int(1, 9)}`, 3],
    [`PT ${random.int(100, 9999)}`, 4],
  ]);
}

function street(random: Random): string {
  const name = streetName(random);
  const kind = random.weighted([
    ['JALAN', 50],
    ['JLN', 12],
    ['LORONG', 18],
    ['LRG', 4],
    ['PERSIARAN', 6],
    ['LEBUH', 4],
    ['LINTANG', 3],
    ['SOLOK', 2],
    ['TINGKAT', 1],
  ]);
  const tail = random.weighted([
    ['', 40],
    [` ${random.int(1, 35)}`, 22],
    [` ${random.int(1, 19)}/${random.int(1, 30)}`, 16],
    [` ${random.int(1, 12)}${random.pick(['A', 'B', 'C', 'D'])}`, 8],
    [` U${random.int(1, 20)}/${random.int(1, 60)}`, 5],
    [` ${random.int(1, 9)}/${random.int(1, 9)}${random.pick(['A', 'B', 'F'])}`, 5],
    [` KANAN`, 2],
    [` BATU ${random.int(1, 22)}`, 2],
  ]);
  return `${kind} ${name}${tail}`;
}

function estate(random: Random): string {
  const name = streetName(random);
  return random.weighted([
    [`TAMAN ${name}`, 46],
    [`TMN ${name}`, 8],
    [`BANDAR ${name}`, 6],
    [`DESA ${name}`, 6],
    [`SEK. ${random.int(1, 24)}`, 5],
    [`SEKSYEN ${random.int(1, 36)}`, 6],
    [`FASA ${random.int(1, 5)} TAMAN ${name}`, 4],
    [`PANGSAPURI ${name}`, 5],
    [`FELDA ${name}`, 4],
    [`USJ ${random.int(1, 20)}`, 3],
    [`RUMAH MURAH ${name}`, 3],
    [`KEM ${name}`, 2],
    [`SS ${random.int(2, 26)}`, 2],
  ]);
}

function flat(random: Random): string[] {
  const unit = `${random.int(1, 30)}-${random.int(1, 22)}`;
  return [
    random.pick([
      `UNIT ${unit} BLOK ${random.pick(['A', 'B', 'C', 'D'])}`,
      `BLOK ${random.int(1, 60)}-${unit}`,
      `B-${unit}`,
      `NO ${unit} TINGKAT ${random.int(1, 17)}`,
    ]),
    random.pick([
      `PPR ${streetName(random)}`,
      `FLAT ${streetName(random)}`,
      `KONDOMINIUM ${streetName(random)}`,
    ]),
    street(random),
  ];
}

function village(random: Random): string[] {
  const kampung = `${random.pick(['KAMPUNG', 'KAMPUNG', 'KG', 'KG.'])} ${villageName(random)}`;
  const box = `${random.pick(['PO BOX', 'P O BOX'])} ${random.int(1, 999)}`;
  return random.weighted<string[]>([
    [[`${number(random)} ${kampung}`], 26],
    [[number(random), kampung], 18],
    [[kampung, box], 16],
    [[`BATU ${random.int(1, 30)} ${street(random)}`, kampung], 12],
    [[`D/A ${random.pick(['SK', 'SMK', 'BALAI POLIS'])} ${villageName(random)}`, box], 5],
    [[kampung, `MUKIM ${villageName(random)}`], 9],
    [[`RH ${villageName(random)}`, `BATANG ${villageName(random)}`], 6],
    [[`${number(random)}, ${kampung}`, street(random)], 8],
  ]);
}

function stateLine(random: Random, name: string): string {
  const usual = name.toUpperCase();
  if (!usual.startsWith('WP ')) {
    const short: Record<string, string> = { 'PULAU PINANG': 'P. PINANG', 'NEGERI SEMBILAN': 'N. SEMBILAN' };
    return random.chance(0.12) ? (short[usual] ?? usual) : usual;
  }
  const place = usual.slice(3);
  const brief = place === 'KUALA LUMPUR' ? 'KL' : place;
  return random.weighted([
    [`W. PERSEKUTUAN(${brief})`, 45],
    ['WILAYAH PERSEKUTUAN', 25],
    [`W.P. ${place}`, 12],
    [`W. PERSEKUTUAN (${brief})`, 10],
    [`WILAYAH PERSEKUTUAN ${brief === 'KL' ? '(KL)' : place}`, 8],
  ]);
}

/** An address of `count` lines at most (3–5): house and street, estate or village, postcode and town, state. */
export function malaysianAddress(random: Random, count: number): Address {
  const state = random.pick(allPostcodes);
  const city = random.pick(state.city);
  const place = `${random.pick(city.postcode)} ${city.name.toUpperCase()}`;
  const isTown = random.chance(state.name.startsWith('Wp') ? 0.95 : 0.66);
  const above = count === 3 ? [oneLine(random, isTown)] : isTown ? townLines(random) : village(random);
  while (above.length < count - 2) above.push(estate(random));
  return {
    lines: [...above.slice(0, count - 2), place, stateLine(random, state.name)],
    state: state.name,
  };
}

/** House and street of a short address. */
function oneLine(random: Random, isTown: boolean): string {
  return isTown
    ? `${number(random)} ${street(random)}`
    : random.weighted([
        [`${number(random)} KAMPUNG ${villageName(random)}`, 50],
        [`KG ${villageName(random)}`, 20],
        [`BATU ${random.int(1, 30)} ${street(random)}`, 15],
        [`KG ${villageName(random)} PO BOX ${random.int(1, 999)}`, 15],
      ]);
}

function townLines(random: Random): string[] {
  return random.weighted<string[]>([
    [[`${number(random)} ${street(random)}`, estate(random)], 46],
    [[`${number(random)}, ${street(random)}`, estate(random)], 12],
    [[number(random), street(random), estate(random)], 22],
    [flat(random), 20],
  ]);
}

/** Address lines as the wire has them: joined by one space, "P O BOX" written together. */
export function addressOnWire(lines: readonly string[]): string {
  return lines.join(' ').replaceAll('P O BOX', 'PO BOX');
}
