/** What is printed in Latin script on the cards: letters, digits and the punctuation of names and addresses. */
const PRINTED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.,-/@()&:# ";

/** Classes of the stock model that are drawn like one of the printed marks and mean it here. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '′': "'",
  '´': "'",
  ˋ: "'",
  '`': "'",
  '，': ',',
  '、': ',',
  '﹑': ',',
  '。': '.',
  '—': '-',
  '─': '-',
  '∶': ':',
};

/** The recogniser's output after the cut: classes `0…characters.length`, the last one being "other". */
export interface Charset {
  /** The text of each class; '' for the CTC blank (class 0) and for `other`. */
  readonly characters: readonly string[];
  /** The class of everything that is none of the characters: other scripts, frames, patterns. */
  readonly other: number;
}

/** Which classes of the stock model (by index) each class of the cut one stands for. */
export type ClassGroups = readonly (readonly number[])[];

/**
 * Groups the stock model's classes: blank, each printed character with its lookalikes (full-width and
 * accented forms among them), and "other" with every class that `isDecoy` picks from the rest.
 *
 * @param decoys characters that the stock model sees in what is no Latin text (`decoys.txt`)
 * @param keys the stock model's characters; class i is `keys[i - 1]`, and the class after the last is a space
 */
export function groupClasses(
  keys: readonly string[],
  decoys: ReadonlySet<string>,
): { charset: Charset; groups: ClassGroups } {
  const characters = ['', ...PRINTED, ''];
  const other = characters.length - 1;
  const groups: number[][] = characters.map(() => []);
  for (const [i, key] of ['', ...keys, ' '].entries()) {
    const place = i === 0 ? 0 : characters.indexOf(printedForm(key), 1);
    if (place >= 0 && place < other) groups[place]!.push(i);
    else if (/^[!-~]$/.test(key) || decoys.has(key)) groups[other]!.push(i);
  }
  return { charset: { characters, other }, groups };
}

/** The printed character that a class means here, or a string that is none. */
function printedForm(key: string): string {
  const lookalike = LOOKALIKES[key];
  if (lookalike !== undefined) return lookalike;
  // Circled and raised numbers decompose to digits, but are none.
  if (/\p{No}/u.test(key)) return 'none';
  const base = key.normalize('NFKD').replace(/\p{Mn}/gu, '');
  return [...base].length === 1 ? base : 'none';
}
