import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Metrics, readMetrics } from './metrics.ts';
import { unpackWoff } from './woff.ts';

/** One font file, unpacked, with what layout needs of it. */
export interface Face extends Metrics {
  readonly file: string;
  readonly italic: boolean;
}

/** The families that carry the cards' text: package name → the weights used as regular and bold. */
const FAMILIES = {
  inter: [500, 700],
  roboto: [400, 700],
  'open-sans': [400, 700],
  'source-sans-3': [400, 700],
  'ibm-plex-sans': [400, 600],
  'work-sans': [400, 600],
  'public-sans': [400, 700],
  lato: [400, 700],
  'pt-sans': [400, 700],
  'libre-franklin': [400, 600],
  archivo: [400, 600],
  'nunito-sans': [400, 700],
} as const satisfies Record<string, readonly [number, number]>;
export type Family = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

const FONT_DIR = new URL('../../../.cache/report-cards/fonts/', import.meta.url).pathname;
const require = createRequire(import.meta.url);
const known = new Map<string, Face>();

/**
 * A face of a fontsource package. resvg reads TrueType files alone, so the package's WOFF is unpacked into
 * the cache once; the rename makes that safe with several workers.
 */
export function face(
  pack: string,
  weight: number,
  style: 'normal' | 'italic' = 'normal',
  subset = 'latin',
): Face {
  const name = `${pack}-${subset}-${weight}-${style}`;
  const ready = known.get(name);
  if (ready) return ready;
  const file = join(FONT_DIR, `${name}.ttf`);
  if (!existsSync(file)) {
    const woff = readFileSync(require.resolve(`@fontsource/${pack}/files/${name}.woff`));
    mkdirSync(FONT_DIR, { recursive: true });
    const part = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
    writeFileSync(part, unpackWoff(woff));
    renameSync(part, file);
  }
  const made: Face = { ...readMetrics(readFileSync(file)), file, italic: style === 'italic' };
  known.set(name, made);
  return made;
}

export const regular = (family: Family): Face => face(family, FAMILIES[family][0]);
export const bold = (family: Family): Face => face(family, FAMILIES[family][1]);
export const serifBold = (): Face => face('pt-serif', 700);
export const mono = (): Face => face('ibm-plex-mono', 500);
export const nastaliq = (): Face => face('noto-nastaliq-urdu', 500, 'normal', 'arabic');
