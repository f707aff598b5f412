import { expect, it } from 'vitest';

const { tokens } = (await import(new URL('../../tailwind.config.js', import.meta.url).href)) as {
  tokens: Record<string, [light: string, dark: string]>;
};

/** Relative luminance of an `oklch(L C H)` colour: OKLab to linear sRGB (B. Ottosson, 2020), then WCAG 2.2. */
function luminance(color: string): number {
  const [l = 0, c = 0, h = 0] = color.slice(6, -1).split(' ').map(Number);
  const angle = (h * Math.PI) / 180;
  const [a, b] = [c * Math.cos(angle), c * Math.sin(angle)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** Text on ground, at least 7:1: what is read. */
const READ: [string, string][] = [
  ...['paper', 'surface', 'sunken'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['quiet', ground],
    ['accent', ground],
    ['stop', ground],
    ['check', ground],
    ['done', ground],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['ink', 'accent-soft'],
  ['ink', 'check-soft'],
  ['ink', 'stop-soft'],
  ['ink', 'done-soft'],
  ['check', 'check-soft'],
  ['accent', 'check-soft'],
];
/** Edges of controls and marks, at least 3:1 (WCAG 1.4.11). */
const SEEN: [string, string][] = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ['check-mark', 'surface'],
  ['check-mark', 'paper'],
];

it.each(['light', 'dark'] as const)('%s: every text reaches 7:1, every edge 3:1', (side) => {
  const index = side === 'light' ? 0 : 1;
  const weak = [...READ.map((pair) => [...pair, 7] as const), ...SEEN.map((pair) => [...pair, 3] as const)]
    .map(([text, ground, least]) => ({
      text,
      ground,
      least,
      ratio: Math.round(contrast(tokens[text]![index], tokens[ground]![index]) * 100) / 100,
    }))
    .filter(({ ratio, least }) => ratio < least);
  expect(weak).toEqual([]);
});
