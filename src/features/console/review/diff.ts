/** A piece of a text: the same in both, or only in the one. */
export interface Piece {
  readonly text: string;
  readonly same: boolean;
}

/** Longer texts than this are different as a whole: nobody reads a mosaic. */
const MAX_LENGTH = 400;

/**
 * Where two texts differ, character by character (longest common subsequence).
 * @returns the first with what is gone from it, and the second with what is new in it.
 */
export function diff(first: string, second: string): readonly [readonly Piece[], readonly Piece[]] {
  const a = [...first];
  const b = [...second];
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return whole(first, second);
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  // Less than half in common: another value, not a slip of the pen.
  if (common[0]! * 2 < Math.max(a.length, b.length)) return whole(first, second);
  const gone: Piece[] = [];
  const fresh: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(gone, a[i++]!, true);
      add(fresh, b[j++]!, true);
    } else if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
      add(gone, a[i++]!, false);
    else add(fresh, b[j++]!, false);
  }
  return [gone, fresh];
}

/** Two texts that differ as a whole. */
function whole(first: string, second: string): readonly [readonly Piece[], readonly Piece[]] {
  const piece = (text: string): readonly Piece[] => (text === '' ? [] : [{ text, same: false }]);
  return [piece(first), piece(second)];
}

function add(pieces: Piece[], char: string, same: boolean): void {
  const last = pieces.at(-1);
  if (last?.same === same) pieces[pieces.length - 1] = { text: last.text + char, same };
  else pieces.push({ text: char, same });
}
