import { digitsIn } from '#src/contract/plain.ts';

/** A text and where the caret stands in it. */
export interface Edited {
  readonly text: string;
  readonly caret: number;
}

/** Digits in groups. A separator follows a group as soon as the next one has begun. */
export function group(digits: string, groups: readonly number[], separator: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const size of groups) {
    if (at >= digits.length && at > 0) break;
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  return parts.join(separator);
}

/**
 * What a masked field shows after an edit. The caret stays behind the digit that it was behind, wherever the
 * separators move; deleting a separator deletes the digit before it. Pasting with or without separators comes
 * to the same.
 * @param before the text before the edit
 * @param after what the browser made of it, with its caret
 */
export function applyMask(
  before: string,
  after: Edited,
  groups: readonly number[],
  separator: string,
): Edited {
  const total = groups.reduce((sum, size) => sum + size, 0);
  let digits = digitsIn(after.text);
  let left = digitsIn(after.text.slice(0, after.caret)).length;
  const separatorDeleted = after.text.length === before.length - 1 && digits === digitsIn(before);
  if (separatorDeleted && left > 0) {
    digits = digits.slice(0, left - 1) + digits.slice(left);
    left -= 1;
  }
  const text = group(digits.slice(0, total), groups, separator);
  return { text, caret: caretAfter(text, Math.min(left, total), separator) };
}

/** The place behind the n-th digit, and behind the separator that follows it. */
function caretAfter(text: string, count: number, separator: string): number {
  let seen = 0;
  let at = 0;
  while (at < text.length && seen < count) {
    if (/\d/.test(text[at] ?? '')) seen += 1;
    at += 1;
  }
  return count > 0 && text[at] === separator ? at + 1 : at;
}
