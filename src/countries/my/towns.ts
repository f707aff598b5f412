/** Consecutive postcodes of one post town, both ends included. */
export interface TownRange {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Post towns with their postcodes as ranges: postcodes that lie between two of a town's, with none of another
 * town's in between, count as its own (13 KB gzip as a package, 3 here). Sorted by postcode.
 */
export function townRanges(towns: readonly { name: string; postcodes: readonly number[] }[]): TownRange[] {
  const codes = towns
    .flatMap(({ name, postcodes }) => postcodes.map((code) => ({ name, code })))
    .sort((a, b) => a.code - b.code || (a.name < b.name ? -1 : 1));
  const ranges: { name: string; first: number; last: number }[] = [];
  for (const { name, code } of codes) {
    const open = ranges.at(-1);
    if (open?.name === name) open.last = code;
    else ranges.push({ name, first: code, last: code });
  }
  return ranges;
}

/**
 * Names in the order of their first range, `|` between; then, after `~`, the ranges: `step+length`, numbers in
 * base 36, the step from the end of the one before; `index:` in front where the town has come before.
 */
export function packTowns(ranges: readonly TownRange[]): string {
  const names: string[] = [];
  let end = 0;
  const packed = ranges.map(({ name, first, last }) => {
    const known = names.indexOf(name);
    if (known < 0) names.push(name);
    const step = (first - end).toString(36);
    end = last;
    const length = last > first ? `+${(last - first).toString(36)}` : '';
    return `${known < 0 ? '' : `${known.toString(36)}:`}${step}${length}`;
  });
  return `${names.join('|')}~${packed.join(',')}`;
}

/** The inverse of `packTowns`. */
export function unpackTowns(packed: string): TownRange[] {
  const [names = [], ranges = []] = packed
    .split('~')
    .map((part, index) => part.split(index === 0 ? '|' : ','));
  const number = (text = '0'): number => Number.parseInt(text, 36);
  let next = 0;
  let end = 0;
  return ranges.map((range) => {
    const [, index, step, length] = /^(?:(\w+):)?(\w+)(?:\+(\w+))?$/.exec(range) ?? [];
    const name = names[index === undefined ? next++ : number(index)] ?? '';
    const first = end + number(step);
    end = first + number(length);
    return { name, first, last: end };
  });
}
