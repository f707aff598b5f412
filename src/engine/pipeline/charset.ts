/** The characters a lattice knows: printable ASCII. Column 0 is CTC's blank, column i + 1 is ASCII[i]. */
export const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
export const COLUMNS = ASCII.length + 1;
export const SPACE_COLUMN = 1;

/** Lattice column of a character; 0 for one that the lattice does not know. */
export function columnOf(char: string): number {
  const code = char.charCodeAt(0) - 32;
  return char.length === 1 && code >= 0 && code < ASCII.length ? code + 1 : 0;
}

/** What the recogniser's charset has twice: full-width forms and typographic variants of ASCII. */
const VARIANTS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '′': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '·': '.',
  '•': '.',
  '。': '.',
  '、': ',',
  '　': ' ',
  О: 'O',
  Ｏ: 'O',
};

/** Maps the recogniser's classes to lattice columns, −1 for those that are not wanted. */
export function columnsOfClasses(classes: readonly string[]): Int16Array {
  return Int16Array.from(classes, (char) => {
    const code = char.charCodeAt(0);
    const plain =
      VARIANTS[char] ?? (code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : char);
    const column = columnOf(plain);
    return column === 0 ? -1 : column;
  });
}
