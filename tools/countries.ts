/**
 * Writes what the country folders imply: `src/countries/registry.gen.ts`, `readers.gen.ts` and, for the form's checks,
 * the data cut from packages to these countries alone. Run `node tools/countries.ts` after adding a country or after
 * updating those packages; `node tools/countries.ts --check` fails if a file is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import metadata from 'libphonenumber-js/metadata.min.json';
import { allPostcodes } from 'malaysia-postcodes';
import { packTowns, townRanges } from '#src/countries/my/towns.ts';

const HEAD = '// Written by tools/countries.ts; do not edit.\n';
const root = new URL('../src/countries/', import.meta.url);

interface Meta {
  suggestedBy: readonly string[];
  cardName: Record<string, string>;
}

function registry(codes: readonly string[]): string {
  const entries = codes.map((code) => {
    const { suggestedBy, cardName } = JSON.parse(
      readFileSync(new URL(`${code}/meta.json`, root), 'utf8'),
    ) as Meta;
    return `  {
    code: '${code}',
    suggestedBy: ${JSON.stringify(suggestedBy)},
    cardName: ${JSON.stringify(cardName)},
    load: () => import('./${code}/index.ts').then((module) => module.${code}),
  },`;
  });
  return `${HEAD}import type { CountryEntry } from './types.ts';

export const COUNTRIES: readonly CountryEntry[] = [
${entries.join('\n')}
];
`;
}

/** Telephone metadata of these countries alone (the whole is 80 KB). */
function phones(codes: readonly string[]): string {
  const upper = codes.map((code) => code.toUpperCase());
  const callingCodes = Object.fromEntries(
    Object.entries(metadata.country_calling_codes)
      .map(([calling, of]) => [calling, of.filter((country) => upper.includes(country))] as const)
      .filter(([, of]) => of.length > 0),
  );
  const countries = Object.fromEntries(
    upper.map((code) => [code, metadata.countries[code as keyof typeof metadata.countries]]),
  );
  const cut = { version: metadata.version, country_calling_codes: callingCodes, countries };
  return `${HEAD}import type { MetadataJson } from 'libphonenumber-js/core';

// JSON.parse, because the tuples of the metadata are wider than TypeScript reads from a literal.
export const PHONE_METADATA = JSON.parse(
  ${JSON.stringify(JSON.stringify(cut))},
) as MetadataJson;
`;
}

function towns(): string {
  const packed = packTowns(
    townRanges(
      allPostcodes.flatMap((state) =>
        state.city.map((city) => ({ name: city.name.toUpperCase(), postcodes: city.postcode.map(Number) })),
      ),
    ),
  );
  return `${HEAD}export const TOWNS = ${JSON.stringify(packed)};\n`;
}

/** Countries whose card can be read, each loaded when an engine starts. */
function readers(codes: readonly string[]): string {
  const entries = codes
    .filter((code) => existsSync(new URL(`${code}/reader/index.ts`, root)))
    .map((code) => `  ${code}: async () => (await import('./${code}/reader/index.ts')).reader,`);
  return `${HEAD}import type { CardReader } from './reader-types.ts';

export const READERS: Readonly<Record<string, () => Promise<CardReader>>> = {
${entries.join('\n')}
};

export const READER_CODES: readonly string[] = Object.keys(READERS);
`;
}

const codes = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/meta.json`, root)))
  .map((entry) => entry.name)
  .sort();

const files = {
  'registry.gen.ts': registry(codes),
  'readers.gen.ts': readers(codes),
  'toolkit/phones.gen.ts': phones(codes),
  'my/towns.gen.ts': towns(),
};

for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, root);
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (old === text) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(`src/countries/${name} is stale: run node tools/countries.ts\n`);
    process.exitCode = 1;
  } else writeFileSync(file, text);
}
