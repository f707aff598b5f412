/** Digits of this keyboard or another: ٣ (Arabic) and ۳ (Urdu, Persian) are 3. */
export const toAsciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

/** Marks of direction, which nobody sees and a copied text brings along (UAX #9, 2). */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Codes, numbers and addresses as machines write them: ASCII digits, and nothing that cannot be seen. */
export const plain = (text: string): string => toAsciiDigits(text.replace(DIRECTION_MARKS, ''));

/** The digits of a text, however they were typed or copied. */
export const digitsIn = (text: string): string => toAsciiDigits(text).replace(/\D/g, '');
