import type { CountryCode } from 'libphonenumber-js/core';
import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { PHONE_METADATA } from './phones.gen.ts';

/** Whether a number may exist; null where nothing is known of its country. `country`: upper-case ISO code. */
export function isPossiblePhone(value: string, country: string): boolean | null {
  return parsePhoneNumberFromString(value, country as CountryCode, PHONE_METADATA)?.isPossible() ?? null;
}
