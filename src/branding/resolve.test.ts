import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASE, type Scheme, type Token } from './base.ts';
import { colourOf, hexOf } from './colour.ts';
import { resolveTheme, TEXT_RATIO } from './resolve.ts';

const { tokens } = (await import(new URL('../../tailwind.config.js', import.meta.url).href)) as {
  tokens: Record<string, [light: string, dark: string]>;
};

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

const TEXTS: readonly Token[] = ['ink', 'quiet', 'accent', 'check', 'stop', 'done'];
const GROUNDS: readonly Token[] = ['paper', 'surface'];

function shown(theme: Parameters<typeof resolveTheme>[0], scheme: Scheme) {
  const { colours } = resolveTheme(theme);
  // As a screen shows it, in 8-bit channels: unrounded, a contrast may be off by .01.
  return (token: Token) => colours[scheme][token] ?? hexOf(colourOf(BASE[token][scheme === 'light' ? 0 : 1]));
}

describe('a theme', () => {
  it('stands on the tokens of the design', () => {
    for (const [name, pair] of Object.entries(BASE)) expect(tokens[name], name).toEqual([...pair]);
  });

  it('changes nothing where it says nothing', () => {
    expect(resolveTheme({})).toEqual({ colours: { light: {}, dark: {} }, corrections: [] });
  });

  it('keeps a colour that can be read, and says nothing of it', () => {
    const { colours, corrections } = resolveTheme({ accent: '#1d4ed8', accentDark: '#93c5fd' });
    expect(colours.light.accent).toBe('#1d4ed8');
    expect(colours.dark.accent).toBe('#93c5fd');
    expect(corrections).toEqual([]);
  });

  it('darkens a yellow that could not be read on paper, and reports it', () => {
    const { colours, corrections } = resolveTheme({ accent: '#ffe14d' });
    expect(colours.light.accent).not.toBe('#ffe14d');
    expect(corrections).toEqual([
      expect.objectContaining({
        token: 'accent',
        scheme: 'light',
        given: '#ffe14d',
        ratio: expect.any(Number),
      }),
    ]);
    expect(corrections[0]!.ratio).toBeLessThan(TEXT_RATIO);
  });

  it('can be read in every colour, in both schemes', () => {
    const theme = fc.record(
      {
        accent: hex,
        accentDark: hex,
        paper: hex,
        paperDark: hex,
        surface: hex,
        surfaceDark: hex,
        ink: hex,
        inkDark: hex,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(theme, fc.constantFrom<Scheme>('light', 'dark'), (given, scheme) => {
        const token = shown(given, scheme);
        for (const text of TEXTS)
          for (const ground of GROUNDS)
            expect(wcagContrast(token(text), token(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(
              4.49,
            );
        expect(wcagContrast(token('on-accent'), token('accent'))).toBeGreaterThanOrEqual(4.49);
      }),
      { numRuns: 300 },
    );
  });
});
