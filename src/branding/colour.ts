import {
  clampChroma,
  useMode as define,
  formatHex,
  modeLrgb,
  modeOklch,
  modeRgb,
  type Oklch,
  wcagContrast,
} from 'culori/fn';

define(modeRgb);
// The luminance of WCAG is that of linear light.
define(modeLrgb);
const toOklch = define(modeOklch);

/** A colour as lightness (0–1), chroma and hue (degrees): what can be changed without changing what it is. */
export type Colour = Oklch;

/** @throws TypeError for a text that is no colour: what comes here has been checked. */
export function colourOf(text: string): Colour {
  const colour = toOklch(text);
  if (!colour) throw new TypeError('not a colour');
  return colour;
}

export const at = (colour: Colour, l: number, maxChroma = Number.POSITIVE_INFINITY): Colour => ({
  ...colour,
  l: Math.min(1, Math.max(0, l)),
  c: Math.min(colour.c, maxChroma),
});

/** `#rrggbb`, with as much of the chroma as a screen shows. */
export const hexOf = (colour: Colour): string => formatHex(clampChroma(colour, 'oklch'));

/** Contrast ratio of WCAG 2.2, 1 to 21, of the colours as screens show them. */
export const contrast = (one: Colour, other: Colour): number => wcagContrast(hexOf(one), hexOf(other));

/** Steps of the search: finer than one step of an 8-bit channel. */
const STEP = 0.004;

/**
 * The colour nearest in lightness that reaches a contrast against every ground; the better of black and white where
 * none does.
 */
export function readable(colour: Colour, grounds: readonly Colour[], ratio: number): Colour {
  const worst = (candidate: Colour): number =>
    Math.min(...grounds.map((ground) => contrast(candidate, ground)));
  for (let away = 0; away <= 1; away += STEP)
    for (const l of [colour.l - away, colour.l + away]) {
      if (l < 0 || l > 1) continue;
      const candidate = at(colour, l);
      if (worst(candidate) >= ratio) return candidate;
    }
  const [black, white] = [at(colour, 0, 0), at(colour, 1, 0)];
  return worst(black) > worst(white) ? black : white;
}
