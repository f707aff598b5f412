import * as z from 'zod/mini';

/** Three or six hexadecimal digits after `#`. One notation, so that contrast can be worked out. */
const colour = z.string().check(z.regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be #rgb or #rrggbb'));

/** A file that was uploaded, as we serve it: on our origin, never elsewhere. */
const assetPath = z.string().check(z.regex(/^\/api\/assets\/[0-9a-f-]{36}$/));

/** The colours of a theme. `…Dark` is for the dark scheme. */
export const THEME_COLOURS = [
  'accent',
  'paper',
  'surface',
  'ink',
  'accentDark',
  'paperDark',
  'surfaceDark',
  'inkDark',
] as const;
export type ThemeColour = (typeof THEME_COLOURS)[number];

/**
 * How a partner wants the flow to look: flat, every value a string, so that it can stand in an attribute. What is
 * left out is as the deployment looks. `…Dark` is for the dark scheme; without `accentDark` the light accent is taken,
 * and its contrast seen to.
 */
export const theme = z.object({
  accent: z.optional(colour),
  accentDark: z.optional(colour),
  paper: z.optional(colour),
  paperDark: z.optional(colour),
  surface: z.optional(colour),
  surfaceDark: z.optional(colour),
  ink: z.optional(colour),
  inkDark: z.optional(colour),
  /** Corners of controls, whole CSS pixels. */
  radius: z.optional(z.string().check(z.regex(/^(?:[0-9]|1[0-9]|2[0-4])$/, 'must be 0 to 24'))),
  scheme: z.optional(z.enum(['light', 'dark', 'auto'])),
  logo: z.optional(assetPath),
  logoDark: z.optional(assetPath),
  /** A WOFF2 file; Latin text only, Urdu keeps its own font. */
  font: z.optional(assetPath),
});
export type Theme = z.infer<typeof theme>;

/** Texts that a partner may put in place of ours; plain text. */
const BRAND_TEXTS = ['welcomeTitle', 'welcomeText', 'doneTitle', 'doneText', 'helpText'] as const;

const texts = z.partialRecord(z.enum(BRAND_TEXTS), z.string().check(z.minLength(1), z.maxLength(300)));

/** Who the flow speaks for. */
export const branding = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  theme,
  /** By language; a text that a language does not have is ours. */
  texts: z.partialRecord(z.enum(['en', 'ms', 'ur']), texts),
});
export type Branding = z.infer<typeof branding>;
