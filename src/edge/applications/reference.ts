import { randomBytes } from '../crypto/bytes.ts';

/**
 * Digits and letters without 0, I, L, O, U: nothing that is mistaken for something else on paper or by phone.
 * There are 31 of them, a prime, so that a weighted sum modulo 31 catches every single wrong character and
 * every swap of two.
 */
const ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_CHARS = 8;

const check = (body: string): string => {
  const sum = [...body].reduce((total, char, i) => total + ALPHABET.indexOf(char) * (i + 2), 0);
  return ALPHABET[sum % ALPHABET.length]!;
};

/** A new reference number, e.g. `7K3-M9Q-XTC`: 8 random characters (8.5·10¹¹ numbers) and a check character. */
export function newReference(): string {
  let body = '';
  while (body.length < RANDOM_CHARS) {
    for (const byte of randomBytes(RANDOM_CHARS)) {
      // 248 = 8 × 31: what is above would make the first characters likelier.
      if (byte < 248 && body.length < RANDOM_CHARS) body += ALPHABET[byte % ALPHABET.length];
    }
  }
  return (body + check(body)).replace(/(...)(?=.)/g, '$1-');
}

/**
 * A reference as typed by a person, in its one form; null if its check character says that it is mistyped.
 * Lower case, spaces and missing dashes are tolerated; I and L are taken as 1.
 */
export function parseReference(typed: string): string | null {
  const chars = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1');
  if (chars.length !== RANDOM_CHARS + 1 || [...chars].some((char) => !ALPHABET.includes(char))) return null;
  if (check(chars.slice(0, -1)) !== chars.at(-1)) return null;
  return chars.replace(/(...)(?=.)/g, '$1-');
}
