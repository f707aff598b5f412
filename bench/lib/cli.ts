/** What every bench command knows: `--quick` ends within a minute, `--json` ends with one line of all figures. */
export const quick = process.argv.includes('--quick');
export const json = process.argv.includes('--json');

/** Value of `--name value`, or the default. */
export function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return (at >= 0 ? process.argv[at + 1] : undefined) ?? otherwise;
}

/** Prints the figures as a table, and with `--json` as the last line's one object. */
export function report(title: string, figures: Readonly<Record<string, unknown>>): void {
  console.log(`\n${title}`);
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  for (const [name, value] of Object.entries(figures))
    console.log(`  ${name.padEnd(width)}  ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  if (json) console.log(JSON.stringify(figures));
}
