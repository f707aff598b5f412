const DATA_URL = /^data:[a-z0-9.+/-]*(?:;[a-z0-9=._-]+)*;base64,/i;
const LINE_BREAKS = /[\r\n\t]+/g;
const ALPHABET = /^[A-Za-z0-9+/]*={0,2}$/;

/** Standard alphabet without prefix, line breaks and padding; null where the text is no base64. */
export function normaliseBase64(text: string): string | null {
  const bare = text
    .replace(LINE_BREAKS, '')
    .replace(DATA_URL, '')
    // A `+` that was not percent-encoded arrives as a space in a form body.
    .replaceAll(' ', '+')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  if (!ALPHABET.test(bare)) return null;
  const unpadded = bare.replace(/=+$/, '');
  return unpadded === '' || unpadded.length % 4 === 1 ? null : unpadded;
}

/** Bytes that unpadded base64 of this length decodes to. */
export const decodedLength = (unpadded: string): number => Math.floor((unpadded.length * 3) / 4);
