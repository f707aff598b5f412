import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/** Families that stand in for a printer's own, in two weights; none of them is among those of `bench/cards`. */
export const FAMILIES = [
  'barlow-semi-condensed',
  'heebo',
  'fira-sans',
  'cabin',
  'dejavu-sans',
  'noto-sans',
  'rubik',
  'mulish',
  'overpass',
  'titillium-web',
] as const;
type Family = (typeof FAMILIES)[number];

/** Type families by role. Only files of npm packages are registered, never fonts of the system. */
export type Face = Role | Family | `${Family}-bold`;
type Role = 'sans' | 'sans-bold' | 'sans-italic' | 'serif' | 'serif-bold' | 'calm' | 'calm-bold' | 'urdu';

const FILES: Readonly<Record<string, string>> = {
  sans: '@fontsource/arimo/files/arimo-latin-400-normal.woff2',
  'sans-bold': '@fontsource/arimo/files/arimo-latin-700-normal.woff2',
  'sans-italic': '@fontsource/arimo/files/arimo-latin-700-italic.woff2',
  serif: '@fontsource/tinos/files/tinos-latin-400-normal.woff2',
  'serif-bold': '@fontsource/tinos/files/tinos-latin-700-normal.woff2',
  calm: '@fontsource/carlito/files/carlito-latin-400-normal.woff2',
  'calm-bold': '@fontsource/carlito/files/carlito-latin-700-normal.woff2',
  urdu: '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2',
  ...Object.fromEntries(
    FAMILIES.flatMap((family) => {
      const file = (weight: number) => `@fontsource/${family}/files/${family}-latin-${weight}-normal.woff2`;
      return [
        [family, file(400)],
        [`${family}-bold`, file(700)],
      ];
    }),
  ),
} satisfies Record<Role, string>;

/** Height of a capital over the font size, from the fonts' own tables. */
const CAP_HEIGHT: Readonly<Record<string, number>> = {
  sans: 0.716,
  'sans-bold': 0.716,
  'sans-italic': 0.716,
  serif: 0.662,
  'serif-bold': 0.662,
  calm: 0.644,
  'calm-bold': 0.644,
  urdu: 0.7,
  'barlow-semi-condensed': 0.7,
  heebo: 0.711,
  'fira-sans': 0.689,
  cabin: 0.7,
  'dejavu-sans': 0.729,
  'noto-sans': 0.714,
  rubik: 0.7,
  mulish: 0.705,
  overpass: 0.7,
  'titillium-web': 0.692,
} satisfies Record<Role | Family, number>;

const require = createRequire(import.meta.url);
const registered = new Set<Face>();

/** CSS font string for a face whose capitals are `capHeight` px high. Registers the font on first use. */
export function fontByCapHeight(face: Face, capHeight: number): string {
  return font(face, capHeight / (CAP_HEIGHT[face] ?? CAP_HEIGHT[face.replace(/-bold$/, '')]!));
}

/** CSS font string for a face at `size` px. Registers the font on first use. */
export function font(face: Face, size: number): string {
  if (!registered.has(face)) {
    GlobalFonts.registerFromPath(require.resolve(FILES[face]!), `kenal-${face}`);
    registered.add(face);
  }
  return `${size.toFixed(2)}px kenal-${face}`;
}
