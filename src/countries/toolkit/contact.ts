import type { CountryCode } from 'libphonenumber-js/core';
import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { PHONE_METADATA } from './phones.gen.ts';

/**
 * Deliberately loose: something, an @, and a domain with a dot. Whether the mailbox exists only a mail can
 * tell, and a stricter pattern refuses real addresses.
 */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
/** Longest e-mail address that SMTP carries (RFC 5321, 4.5.3.1.3). */
const MAX_EMAIL = 254;
/** E.164: at most 15 digits; no country has subscriber numbers that are shorter than 8 with its code. */
const INTERNATIONAL = /^\+[\d\s().-]+$/;

export type ContactKind = 'email' | 'phone';

/**
 * What a typed contact is; null where it is neither. Numbers without "+" are taken to be of `country` (upper
 * case ISO code). Numbers of countries whose metadata is not shipped are judged by their length alone.
 */
export function contactKind(text: string, country: string): ContactKind | null {
  const value = text.trim();
  if (value.includes('@')) return value.length <= MAX_EMAIL && EMAIL.test(value) ? 'email' : null;
  if (!/^[+\d(][\d\s().-]*$/.test(value)) return null;
  const parsed = parsePhoneNumberFromString(value, country as CountryCode, PHONE_METADATA);
  if (parsed) return parsed.isPossible() ? 'phone' : null;
  const digits = value.replace(/\D/g, '').length;
  return INTERNATIONAL.test(value) && digits >= 8 && digits <= 15 ? 'phone' : null;
}
