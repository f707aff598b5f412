/**
 * A card number in its groups, e.g. 12 digits and [6, 2, 4] → "460619-12-5087". Anything that has not
 * exactly these digits (spaces and dashes apart) comes back untouched.
 */
export function groupNumber(text: string, groups: readonly number[]): string {
  const digits = text.replace(/[\s-]/g, '');
  if (digits.length !== groupLength(groups) || !/^\d+$/.test(digits)) return text;
  let at = 0;
  return groups
    .map((size) => {
      at += size;
      return digits.slice(at - size, at);
    })
    .join('-');
}

/** The pattern of a grouped number. */
export function hasGroups(text: string, groups: readonly number[]): boolean {
  const parts = text.split('-');
  return (
    parts.length === groups.length &&
    parts.every((part, index) => part.length === groups[index] && /^\d+$/.test(part))
  );
}

export const groupLength = (groups: readonly number[]): number => groups.reduce((sum, size) => sum + size, 0);
