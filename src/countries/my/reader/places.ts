import { allPostcodes } from 'malaysia-postcodes';

/** States and federal territories as they print, with the data package's name for each. */
const STATES: readonly (readonly [printed: string, name: string])[] = [
  ['JOHOR', 'Johor'],
  ['KEDAH', 'Kedah'],
  ['KELANTAN', 'Kelantan'],
  ['MELAKA', 'Melaka'],
  ['NEGERI SEMBILAN', 'Negeri Sembilan'],
  ['PAHANG', 'Pahang'],
  ['PERAK', 'Perak'],
  ['PERLIS', 'Perlis'],
  ['PULAU PINANG', 'Pulau Pinang'],
  ['SABAH', 'Sabah'],
  ['SARAWAK', 'Sarawak'],
  ['SELANGOR', 'Selangor'],
  ['TERENGGANU', 'Terengganu'],
  ['KUALA LUMPUR', 'Wp Kuala Lumpur'],
  ['LABUAN', 'Wp Labuan'],
  ['PUTRAJAYA', 'Wp Putrajaya'],
];

/** What may follow the town on an address's last line, with spaces and points as they often are. */
export const STATE_LINES: readonly string[] = [
  ...STATES.map(([printed]) => printed),
  'WILAYAH PERSEKUTUAN',
  'W. PERSEKUTUAN(KL)',
  'W. PERSEKUTUAN (KL)',
  'W.P. KUALA LUMPUR',
  'WP KUALA LUMPUR',
  'W.P. LABUAN',
  'WP LABUAN',
  'WP PUTRAJAYA',
  'WILAYAH PERSEKUTUAN (KL)',
  'WILAYAH PERSEKUTUAN KUALA LUMPUR',
  'WILAYAH PERSEKUTUAN LABUAN',
  'WILAYAH PERSEKUTUAN PUTRAJAYA',
  'W. PERSEKUTUAN',
  'W.P. PUTRAJAYA',
  'W. PERSEKUTUAN(LABUAN)',
  'W. PERSEKUTUAN (LABUAN)',
  'W. PERSEKUTUAN(PUTRAJAYA)',
  'W. PERSEKUTUAN (PUTRAJAYA)',
];

/** Without spaces, points and brackets, where habits differ. */
const bare = (text: string): string => text.replace(/[ ().,]/g, '');
const stateLines = Map.groupBy(STATE_LINES, bare);

/** The usual forms of a state's line, however it is spaced. */
export const stateLinesLike = (text: string): readonly string[] => stateLines.get(bare(text)) ?? [];
export const isStateLine = (text: string): boolean => stateLines.has(bare(text));

export function endsWithState(text: string): boolean {
  const end = bare(text);
  return [...stateLines.keys()].some((state) => end.endsWith(state));
}

const townsByPostcode = new Map<string, Set<string>>();
const postcodesByTown = new Map<string, Set<string>>();

for (const state of allPostcodes) {
  for (const city of state.city) {
    const town = city.name.toUpperCase();
    for (const postcode of city.postcode) {
      add(townsByPostcode, postcode, town);
      add(postcodesByTown, town, postcode);
    }
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

export const townsOf = (postcode: string): ReadonlySet<string> => townsByPostcode.get(postcode) ?? new Set();
export const postcodesOf = (town: string): ReadonlySet<string> => postcodesByTown.get(town) ?? new Set();
export const TOWNS: readonly string[] = [...postcodesByTown.keys()];
export const isPostcode = (text: string): boolean => townsByPostcode.has(text);
