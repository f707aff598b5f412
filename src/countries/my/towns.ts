/** Post towns of Malaysia with their postcodes, packed for the form (13 KB gzip as a package, 5 here). */
export interface Town {
  readonly name: string;
  readonly postcodes: readonly number[];
}

/** `NAME:first,step,step…` per town, joined by `|`; numbers in base 36, postcodes ascending. */
export function packTowns(towns: readonly Town[]): string {
  return towns
    .map(({ name, postcodes }) => {
      const sorted = [...new Set(postcodes)].sort((a, b) => a - b);
      const steps = sorted.map((code, index) => (code - (sorted[index - 1] ?? 0)).toString(36));
      return `${name}:${steps.join(',')}`;
    })
    .join('|');
}

/** The inverse of `packTowns`. */
export function unpackTowns(packed: string): Town[] {
  return packed.split('|').map((entry) => {
    const [name = '', steps = ''] = entry.split(':');
    let code = 0;
    const postcodes = steps.split(',').map((step) => {
      code += Number.parseInt(step, 36);
      return code;
    });
    return { name, postcodes };
  });
}
