import { allPostcodes } from 'malaysia-postcodes';
import type { Random } from '../random.ts';

const NAMES =
  'MELATI MAWAR ANGGERIK KENANGA CEMPAKA SERI INDAH BAHAGIA HARMONI MERDEKA PERDANA PERMAI SENTOSA SELASIH BERJAYA MUHIBBAH AMAN JAYA IMPIAN DAMAI PUTERI RAJAWALI KASTURI TERATAI DAHLIA BAYANGAN SUNGAI BUKIT PADANG TANJUNG'.split(
    ' ',
  );
const VILLAGES =
  'BAYANGAN|MASJID|BARU|SUNGAI RAMBAI|PARIT JAWA|TOK KENALI|PASIR PUTIH|BUKIT TINGGI|TERSUSUN BATU 9|AYER HITAM|LUBOK JONG|PENGKALAN BATU|SEBERANG TAKIR|ULU TIRAM|SRI AMAN|TELOK GONG|CHERANG|BELIMBING DALAM'.split(
    '|',
  );
const ROADS =
  'SULTAN ISMAIL|KUALA KRAI|TUN RAZAK|BESAR|HAJI ABDULLAH|DATO ONN|PASAR|STESEN|RAJA UDA|TEMENGGONG|KERETAPI|PANTAI|GURU|MASJID|INDUSTRI|BUNGA RAYA|SEMARAK|PANDAN'.split(
    '|',
  );
const FLATS = 'PANGSAPURI|APARTMENT|KONDOMINIUM|RUMAH PANGSA|FLAT'.split('|');

/** How federal territories print their state's line. */
const TERRITORY_FORMS: Readonly<Record<string, readonly string[]>> = {
  'Wp Kuala Lumpur': [
    'W. PERSEKUTUAN(KL)',
    'WILAYAH PERSEKUTUAN',
    'WILAYAH PERSEKUTUAN (KL)',
    'W.PERSEKUTUAN',
    'WP KUALA LUMPUR',
  ],
  'Wp Labuan': ['W. PERSEKUTUAN(LABUAN)', 'WILAYAH PERSEKUTUAN', 'WP LABUAN'],
  'Wp Putrajaya': ['W. PERSEKUTUAN(PUTRAJAYA)', 'WILAYAH PERSEKUTUAN PUTRAJAYA', 'WP PUTRAJAYA'],
};

/** A made-up address in a real town: 3–5 printed lines, the last two being postcode with town, and state. */
export function address(random: Random): { lines: string[]; state: string } {
  const state = random.weighted(
    allPostcodes.map((s) => [s, s.name.startsWith('Wp') ? 4 : Math.sqrt(s.city.length)] as const),
  );
  const city = random.pick(state.city);
  const town = `${random.pick(city.postcode)} ${city.name.toUpperCase()}`;
  const stateLine = random.pick(TERRITORY_FORMS[state.name] ?? [state.name.toUpperCase()]);
  const street = streetLines(
    random,
    random.weighted([
      [1, 25],
      [2, 50],
      [3, 25],
    ] as const),
  );
  return { lines: [...street, town, stateLine], state: state.name };
}

function streetLines(random: Random, count: 1 | 2 | 3): string[] {
  const { pick, int, chance } = random;
  const road = `${pick(['JALAN', 'JALAN', 'JALAN', 'JLN', 'LORONG', 'LEBUH', 'PERSIARAN'])} ${chance(0.5) ? pick(ROADS) : pick(NAMES)}${chance(0.45) ? ` ${int(1, 28)}${chance(0.5) ? `/${int(1, 19)}${chance(0.3) ? pick(['A', 'B', 'C']) : ''}` : ''}` : ''}`;
  const estate = `${pick(['TAMAN', 'TAMAN', 'TAMAN', 'DESA', 'BANDAR', 'SEKSYEN'])} ${pick(NAMES)}${chance(0.3) ? ` ${pick(NAMES)}` : ''}`;
  const village = `${chance(0.15) ? 'KG' : 'KAMPUNG'} ${pick(VILLAGES)}`;
  const house = chance(0.8)
    ? `${pick(['NO', 'NO', 'NO.', 'LOT', 'PT'])} ${int(1, 1999)}${chance(0.15) ? pick(['A', 'B', '-1', '-G']) : ''}`
    : `${int(1, 199)}`;
  const flat = `${pick(['A', 'B', 'C', 'BLOK D', 'BLOK 3'])}-${int(1, 19)}-${int(1, 12)}`;
  const comma = chance(0.07) ? ',' : '';
  if (count === 1)
    return [
      random.weighted([
        [`${house}${comma} ${road}`, 4],
        [`${village} PETI SURAT ${int(10, 400)}`, 1],
        [`${village} P O BOX ${int(10, 400)}`, 1.5],
        [village, 3],
      ]),
    ];
  if (count === 2)
    return random.weighted([
      [[`${house}${comma} ${road}${comma}`, `${estate}${comma}`], 5],
      [[house, village], 2],
      [[`${flat} ${pick(FLATS)} ${pick(NAMES)}`, road], 2],
      [[village, `P O BOX ${int(10, 400)}`], 1],
      [[`FELDA ${pick(VILLAGES)}`, `PETI SURAT ${int(10, 99)}`], 0.5],
      [[`RUMAH PANJANG ${pick(NAMES)}`, `SUNGAI ${pick(NAMES)}`], 0.5],
    ]);
  return random.weighted([
    [[`${house}${comma}`, `${road}${comma}`, `${estate}${comma}`], 4],
    [[flat, `${pick(FLATS)} ${pick(NAMES)}`, road], 3],
    [[house, village, `BATU ${int(2, 19)} ${road}`], 2],
    [[`D/A SEK KEB ${pick(VILLAGES)}`, village, `PETI SURAT ${int(10, 99)}`], 0.6],
  ]);
}
