/** States and federal territories by their usual three letters. */
export const STATES = {
  JHR: 'JOHOR',
  KDH: 'KEDAH',
  KTN: 'KELANTAN',
  MLK: 'MELAKA',
  NSN: 'NEGERI SEMBILAN',
  PHG: 'PAHANG',
  PNG: 'PULAU PINANG',
  PRK: 'PERAK',
  PLS: 'PERLIS',
  SGR: 'SELANGOR',
  TRG: 'TERENGGANU',
  SBH: 'SABAH',
  SWK: 'SARAWAK',
  KUL: 'KUALA LUMPUR',
  LBN: 'LABUAN',
  PJY: 'PUTRAJAYA',
} as const;
export type StateCode = keyof typeof STATES;

/** Federal territories print as "W. PERSEKUTUAN(KL)", "WILAYAH PERSEKUTUAN", "W.P. PUTRAJAYA" and the like. */
const TERRITORY = String.raw`W(?:ILAYAH|\.|) ?P(?:ERSEKUTUAN|\.|)`;
const territory = (names: string): string => String.raw`${TERRITORY} ?(?:\((?:${names})\)|(?:${names}))`;

/** How each state is printed, as the source of a regular expression. */
const PRINTED: readonly (readonly [StateCode | 'ANY', string])[] = [
  ['KUL', territory('KUALA LUMPUR|K\\.? ?LUMPUR|K\\.?L\\.?')],
  ['LBN', territory('LABUAN|LBN')],
  ['PJY', territory('PUTRAJAYA|P\\.? ?JAYA')],
  ['ANY', 'W(?:ILAYAH|\\.) ?PERSEKUTUAN'],
  ['NSN', 'N(?:EGERI|\\.) ?SEMBILAN(?: DARUL KHUSUS)?'],
  ['PNG', 'P(?:ULAU|\\.) ?PINANG|PENANG'],
  ['JHR', "JOHOR(?: DARUL TA'?ZIM)?"],
  ['KDH', 'KEDAH(?: DARUL AMAN)?'],
  ['KTN', 'KELANTAN(?: DARUL NAIM)?'],
  ['MLK', 'MELAKA|MALACCA'],
  ['PHG', 'PAHANG(?: DARUL MAKMUR)?'],
  ['PRK', 'PERAK(?: DARUL RIDZUAN)?'],
  ['PLS', 'PERLIS(?: INDERA KAYANGAN)?'],
  ['SGR', 'SELANGOR(?: DARUL EHSAN)?'],
  ['TRG', 'TERENGGANU(?: DARUL IMAN)?'],
  ['SBH', 'SABAH'],
  ['SWK', 'SARAWAK'],
];
/** Towns that are their own state or territory: alone in a text they are the town. */
const TOWN_AND_STATE: readonly StateCode[] = ['KUL', 'LBN', 'PJY'];

const patterns = PRINTED.map(([code, source]) => ({
  code,
  whole: new RegExp(`^(?:${source})$`, 'i'),
  ending: new RegExp(`(?:^| )(${source})$`, 'i'),
}));

/** The state printed at the end of a text, exactly as printed; "" where none is, or nothing stands before it
 * that could be the town. */
export function endingState(text: string): string {
  for (const { ending } of patterns) {
    const found = ending.exec(text)?.[1];
    if (found !== undefined && found.length < text.length) return found;
  }
  return '';
}

/** The state that a printed name means; `ANY` for a federal territory without its name, null if unknown. */
export function stateCode(printed: string): StateCode | 'ANY' | null {
  const text = printed.trim();
  const plain = TOWN_AND_STATE.find((code) => STATES[code] === text.toUpperCase());
  return plain ?? patterns.find(({ whole }) => whole.test(text))?.code ?? null;
}

/** Postcode ranges of each state, both ends included. */
const POSTCODES: readonly (readonly [StateCode, number, number])[] = [
  ['PLS', 1000, 2800],
  ['KDH', 5000, 9810],
  ['KDH', 14290, 14290],
  ['KDH', 14390, 14390],
  ['KDH', 34950, 34950],
  ['PNG', 10000, 14400],
  ['KTN', 15000, 18500],
  ['TRG', 20000, 24300],
  ['PHG', 25000, 28800],
  ['PHG', 39000, 39200],
  ['PHG', 49000, 49000],
  ['PHG', 69000, 69000],
  ['PRK', 30000, 36810],
  ['SGR', 40000, 48302],
  ['SGR', 63000, 68100],
  ['KUL', 50000, 60000],
  ['PJY', 62000, 62988],
  ['NSN', 70000, 73509],
  ['MLK', 75000, 78309],
  ['JHR', 79000, 86999],
  ['LBN', 87000, 87033],
  ['SBH', 88000, 91309],
  ['SWK', 93000, 98859],
];

/** The states that a five-digit postcode may lie in: a few are used on both sides of a border. */
export function statesOfPostcode(postcode: string): readonly StateCode[] {
  if (!/^\d{5}$/.test(postcode)) return [];
  const code = Number(postcode);
  return POSTCODES.filter(([, first, last]) => first <= code && code <= last).map(([state]) => state);
}
