/** Five digits of a postcode also stand inside of a time or an id: short values count where they stand alone. */
const SURE_LENGTH = 8;

/** Whether a value that somebody entered is to be read in a text, such as a log. */
export function standsIn(value: string, text: string): boolean {
  if (!text.includes(value)) return false;
  if (value.length >= SURE_LENGTH) return true;
  const literal = value.replace(/[^\w\s]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${literal}(?![\\w.-])`).test(text);
}
