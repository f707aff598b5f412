import { plain } from '#src/contract/plain.ts';

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

let isPossible: typeof import('./phones.ts').isPossiblePhone | null = null;
let loading: Promise<void> | null = null;

/**
 * Fetches what is known of telephone numbers, 11 KB that whoever gives an e-mail address does without. The BFF has
 * it before it checks anything.
 */
export function loadPhones(): Promise<void> {
  loading ??= import('./phones.ts').then(
    (phones) => {
      isPossible = phones.isPossiblePhone;
    },
    () => {
      // May be tried again; the BFF looks at the number in any case.
      loading = null;
    },
  );
  return loading;
}

/**
 * What a typed contact is; null where it is neither. Numbers without "+" are taken to be of `country` (upper
 * case ISO code). Numbers of countries whose metadata is not shipped are judged by their length alone, and so is
 * every number until `loadPhones` has done its work, which the first digit begins.
 */
export function contactKind(text: string, country: string): ContactKind | null {
  const value = plain(text).trim();
  if (value.includes('@')) return value.length <= MAX_EMAIL && EMAIL.test(value) ? 'email' : null;
  if (!/^[+\d(][\d\s().-]*$/.test(value)) return null;
  if (!isPossible) void loadPhones();
  const known = isPossible?.(value, country) ?? null;
  if (known !== null) return known ? 'phone' : null;
  const digits = value.replace(/\D/g, '').length;
  return (INTERNATIONAL.test(value) || !isPossible) && digits >= 8 && digits <= 15 ? 'phone' : null;
}
