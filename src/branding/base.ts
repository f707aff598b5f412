/**
 * Of the design tokens of `tailwind.config.js` those that a theme may move, or that stand on what it moves:
 * [light, dark]. A test holds the two to the same values.
 */
export const BASE = {
  paper: ['oklch(0.982 0.007 85)', 'oklch(0.185 0.008 80)'],
  surface: ['oklch(1 0 0)', 'oklch(0.225 0.009 80)'],
  sunken: ['oklch(0.955 0.01 85)', 'oklch(0.155 0.008 80)'],
  ink: ['oklch(0.235 0.015 75)', 'oklch(0.945 0.008 85)'],
  quiet: ['oklch(0.42 0.016 75)', 'oklch(0.795 0.012 85)'],
  hairline: ['oklch(0.885 0.012 85)', 'oklch(0.335 0.01 80)'],
  edge: ['oklch(0.6 0.014 80)', 'oklch(0.6 0.012 80)'],
  accent: ['oklch(0.405 0.068 187)', 'oklch(0.83 0.085 182)'],
  'accent-strong': ['oklch(0.335 0.06 188)', 'oklch(0.9 0.07 182)'],
  'accent-soft': ['oklch(0.945 0.022 185)', 'oklch(0.29 0.032 187)'],
  'on-accent': ['oklch(0.995 0.005 185)', 'oklch(0.19 0.025 187)'],
  check: ['oklch(0.405 0.085 65)', 'oklch(0.87 0.115 85)'],
  stop: ['oklch(0.415 0.15 27)', 'oklch(0.845 0.085 25)'],
  done: ['oklch(0.4 0.095 152)', 'oklch(0.85 0.11 155)'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type Token = keyof typeof BASE;
export type Scheme = 'light' | 'dark';
