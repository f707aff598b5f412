import type { StateCode } from './states.ts';

/**
 * The two digits after the date in a MyKad number say where its holder was born (National Registration
 * Department's list). Value: a state's letters, a country's ISO code, or a word of its own.
 */
const STATE_CODES: Readonly<Record<StateCode, readonly (number | readonly [number, number])[]>> = {
  JHR: [1, [21, 24]],
  KDH: [2, [25, 27]],
  KTN: [3, [28, 29]],
  MLK: [4, 30],
  NSN: [5, 31, 59],
  PHG: [6, [32, 33]],
  PNG: [7, [34, 35]],
  PRK: [8, [36, 39]],
  PLS: [9, 40],
  SGR: [10, [41, 44]],
  TRG: [11, [45, 46]],
  SBH: [12, [47, 49]],
  SWK: [13, [50, 53]],
  KUL: [14, [54, 57]],
  LBN: [15, 58],
  PJY: [16],
};
const COUNTRY_CODES = {
  60: 'BN',
  61: 'ID',
  62: 'KH',
  63: 'LA',
  64: 'MM',
  65: 'PH',
  66: 'SG',
  67: 'TH',
  68: 'VN',
  74: 'CN',
  75: 'IN',
  76: 'PK',
  77: 'SA',
  78: 'LK',
  79: 'BD',
} as const;
type CountryCode = (typeof COUNTRY_CODES)[keyof typeof COUNTRY_CODES];
export type BirthPlace = StateCode | CountryCode | 'unknownState' | 'abroad' | 'stateless';

/** Where the holder of a number was born, by its digits 7 and 8; null for a code that is not in use. */
export function birthPlace(number: string): BirthPlace | null {
  const digits = /^\d{6}-?(\d{2})/.exec(number)?.[1];
  if (digits === undefined) return null;
  const code = Number(digits);
  for (const [state, codes] of Object.entries(STATE_CODES) as [
    StateCode,
    (typeof STATE_CODES)[StateCode],
  ][]) {
    if (codes.some((of) => (typeof of === 'number' ? of === code : of[0] <= code && code <= of[1])))
      return state;
  }
  if (code in COUNTRY_CODES) return COUNTRY_CODES[code as keyof typeof COUNTRY_CODES];
  if (code === 82) return 'unknownState';
  if (code === 98) return 'stateless';
  if (code === 71 || code === 72 || code === 99 || (code >= 83 && code <= 93)) return 'abroad';
  return null;
}
