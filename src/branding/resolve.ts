import type { Theme } from '#src/contract/partner/branding.ts';
import { BASE, type Scheme, type Token } from './base.ts';
import { at, type Colour, colourOf, contrast, hexOf, readable } from './colour.ts';

/** Least contrast of text, WCAG 2.2 AA (1.4.3). */
export const TEXT_RATIO = 4.5;
/** Least contrast of a control's edge (1.4.11). */
const EDGE_RATIO = 3;
/** Contrast is worked out in whole steps of 8-bit channels: this much is rounding. */
const ROUNDING = 0.01;

/** A colour of the theme that could not be read, and what is shown in its place. */
export interface Correction {
  readonly token: Token;
  readonly scheme: Scheme;
  readonly given: string;
  readonly used: string;
  /** Contrast of what was given, against the ground that it does worst on. */
  readonly ratio: number;
}

export interface ResolvedTheme {
  /** Tokens that differ from the deployment's own, `#rrggbb`. */
  readonly colours: Readonly<Record<Scheme, Readonly<Partial<Record<Token, string>>>>>;
  readonly corrections: readonly Correction[];
}

type Colours = Record<Token, Colour>;
/** What a partner may say of one scheme. */
type Given = Partial<Record<'accent' | 'paper' | 'surface' | 'ink', string>>;

/** A ground that is dark in the light scheme, or the other way about, has its derived tokens on its own side. */
const isDark = (colour: Colour): boolean => colour.l < 0.6;

function basics(scheme: Scheme): Colours {
  const index = scheme === 'light' ? 0 : 1;
  const entries = Object.entries(BASE).map(([name, pair]) => [name, colourOf(pair[index])]);
  return Object.fromEntries(entries) as Colours;
}

const BLACK = colourOf('#000');
const WHITE = colourOf('#fff');

/** Whether there is any text that can be read on all of these. */
const bearsText = (grounds: readonly Colour[]): boolean =>
  [BLACK, WHITE].some((text) => grounds.every((each) => contrast(text, each) >= TEXT_RATIO));

/** Grounds and lines that go with another paper. @returns a surface that had to go, since no text suits both. */
function ground(colours: Colours, { paper, surface }: Given): Correction['given'] | null {
  if (paper !== undefined) {
    const given = colourOf(paper);
    const dark = isDark(given);
    colours.paper = given;
    colours.surface = at(given, given.l + (dark ? 0.04 : 0.02));
    colours.sunken = at(given, given.l - 0.03);
    colours.hairline = at(given, given.l + (dark ? 0.15 : -0.1));
    colours.edge = at(given, given.l + (dark ? 0.42 : -0.38));
  }
  if (surface !== undefined) {
    colours.surface = colourOf(surface);
    // Slightly lower than what was given would be a third colour.
    if (!bearsText([colours.paper, colours.surface, colours.sunken])) colours.sunken = colours.paper;
  }
  if (bearsText([colours.paper, colours.surface, colours.sunken])) return null;
  colours.surface = colours.paper;
  colours.sunken = colours.paper;
  return surface ?? null;
}

function accents(colours: Colours, accent: string): void {
  const given = colourOf(accent);
  const dark = isDark(colours.paper);
  colours.accent = given;
  colours['accent-soft'] = at(given, colours.paper.l + (dark ? 0.1 : -0.04), 0.035);
}

/** Puts every text of one scheme where it can be read. @returns what of the theme's own had to move. */
function mend(colours: Colours, given: Given, scheme: Scheme): Correction[] {
  const grounds = [colours.paper, colours.surface, colours.sunken];
  const corrections: Correction[] = [];
  const worst = (colour: Colour): number => Math.min(...grounds.map((each) => contrast(colour, each)));
  const text = (token: Token, own: string | undefined, ratio = TEXT_RATIO): void => {
    const was = colours[token];
    if (worst(was) >= ratio - ROUNDING) return;
    colours[token] = readable(was, grounds, ratio);
    if (own !== undefined)
      corrections.push({
        token,
        scheme,
        given: own,
        used: hexOf(colours[token]),
        ratio: Math.round(worst(was) * 100) / 100,
      });
  };
  text('ink', given.ink);
  text('quiet', undefined);
  text('accent', given.accent);
  for (const token of ['check', 'stop', 'done'] as const) text(token, undefined);
  text('edge', undefined, EDGE_RATIO);
  return corrections;
}

/** What stands on the accent, and the accent under the pointer. */
function onAccent(colours: Colours): void {
  const { accent } = colours;
  const [light, dark] = [at(accent, 0.995, 0.01), at(accent, 0.17, 0.03)];
  const label = contrast(light, accent) >= contrast(dark, accent) ? light : dark;
  colours['on-accent'] = readable(label, [accent], TEXT_RATIO);
  // Away from its label, so that the contrast grows.
  colours['accent-strong'] = at(accent, accent.l + (isDark(label) ? 0.06 : -0.06));
}

function resolveScheme(given: Given, scheme: Scheme) {
  if (Object.values(given).every((value) => value === undefined)) return { colours: {}, corrections: [] };
  const colours = basics(scheme);
  const dropped = ground(colours, given);
  if (given.ink !== undefined) {
    colours.ink = colourOf(given.ink);
    colours.quiet = at(colours.ink, colours.ink.l + (isDark(colours.ink) ? 0.18 : -0.15));
  }
  if (given.accent !== undefined) accents(colours, given.accent);
  const corrections = mend(colours, given, scheme);
  if (dropped !== null)
    corrections.push({
      token: 'surface',
      scheme,
      given: dropped,
      used: hexOf(colours.surface),
      ratio: Math.round(contrast(colours.paper, colourOf(dropped)) * 100) / 100,
    });
  if (given.accent !== undefined || given.paper !== undefined) onAccent(colours);
  const own = basics(scheme);
  const changed = (Object.keys(colours) as Token[]).filter(
    (token) => hexOf(colours[token]) !== hexOf(own[token]),
  );
  return {
    colours: Object.fromEntries(changed.map((token) => [token, hexOf(colours[token])])),
    corrections,
  };
}

/**
 * The design tokens that a partner's theme comes to, in both schemes. Text that would stand under 4.5:1 is moved in
 * lightness, never in hue, and reported. In the dark scheme the accent is the light one's unless it has its own;
 * grounds and ink are the deployment's, because a light ground makes no dark scheme.
 */
export function resolveTheme(theme: Theme): ResolvedTheme {
  const { accent, accentDark, paper, paperDark, surface, surfaceDark, ink, inkDark } = theme;
  const light = resolveScheme(clean({ accent, paper, surface, ink }), 'light');
  const dark = resolveScheme(
    clean({ accent: accentDark ?? accent, paper: paperDark, surface: surfaceDark, ink: inkDark }),
    'dark',
  );
  return {
    colours: { light: light.colours, dark: dark.colours },
    corrections: [...light.corrections, ...dark.corrections],
  };
}

const clean = (given: Record<string, string | undefined>): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
