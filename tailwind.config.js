import plugin from 'tailwindcss/plugin';

/**
 * The design tokens: name → [light, dark], all OKLCH. `src/ui/tokens.test.ts` holds the pairs that carry text
 * to their contrast.
 */
export const tokens = {
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
  'check-soft': ['oklch(0.963 0.04 88)', 'oklch(0.285 0.04 78)'],
  'check-mark': ['oklch(0.66 0.14 68)', 'oklch(0.75 0.13 78)'],
  stop: ['oklch(0.415 0.15 27)', 'oklch(0.845 0.085 25)'],
  'stop-soft': ['oklch(0.962 0.02 25)', 'oklch(0.285 0.05 25)'],
  done: ['oklch(0.4 0.095 152)', 'oklch(0.85 0.11 155)'],
  scrim: ['oklch(0.2 0.01 80 / 0.55)', 'oklch(0.08 0.005 80 / 0.7)'],
  'done-soft': ['oklch(0.955 0.03 155)', 'oklch(0.275 0.035 155)'],
};

const side = (index) =>
  Object.fromEntries(Object.entries(tokens).map(([name, pair]) => [`--k-${name}`, pair[index]]));

/** @type {import('tailwindcss').Config} */
export default {
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(Object.keys(tokens).map((name) => [name, `var(--k-${name})`])),
    },
    fontFamily: {
      sans: ['"Atkinson Hyperlegible Next"', 'var(--k-script)', 'system-ui', 'sans-serif'],
    },
    fontSize: {
      // Line heights come from --k-leading: Nastaliq needs twice the size, Latin one and a half.
      // The console's alone: agents get density.
      xs: ['0.8125rem', 'var(--k-leading)'],
      sm: ['0.875rem', 'var(--k-leading)'],
      base: ['1rem', 'var(--k-leading)'],
      lg: ['1.125rem', 'var(--k-leading)'],
      xl: ['1.375rem', 'var(--k-leading-head)'],
      '2xl': ['1.75rem', 'var(--k-leading-head)'],
      '3xl': ['2.25rem', 'var(--k-leading-head)'],
    },
    fontWeight: { normal: '400', strong: '620' },
    borderRadius: {
      none: '0',
      sm: '4px',
      md: 'var(--k-radius, 10px)',
      card: '3.71% / 5.89%',
      full: '9999px',
    },
    extend: {
      maxWidth: { column: '28rem' },
      aspectRatio: { card: '85.6 / 53.98' },
      transitionDuration: { DEFAULT: '160ms' },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ':root': { colorScheme: 'light dark', ...side(0) },
        '@media (prefers-color-scheme: dark)': { ':root:not([data-scheme="light"])': side(1) },
        // A partner's page that is dark or light whatever the system says.
        ':root[data-scheme="light"]': { colorScheme: 'light' },
        ':root[data-scheme="dark"]': { colorScheme: 'dark', ...side(1) },
      });
    }),
  ],
};
